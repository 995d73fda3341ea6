// Decides between two ways: reads a condition and says whether it holds for `input`.

import { Expression } from "../../lib/expression";
import { fail } from "../../lib/failure";
import { Kind, Value, kindOf, textOf } from "../../lib/json";
import { Operand } from "../../lib/operand";
import { put, putAscii, putKey } from "../../lib/output";
import { optional, required, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Scope } from "../../lib/scope";
import { Condition } from "./place";

const LONGEST = 50_000;

run((input: Value): void => {
  const condition = required(input, "condition", "an expression such as data.count > 3", true);
  const holds = test(condition, optional(input, "input"));
  const word = holds ? "true" : "false";
  put(0x7b);
  putKey("branch");
  put(0x22);
  putAscii(word);
  put(0x22);
  putKey("result");
  putAscii(word);
  put(0x7d);
});

/** A text is an expression; true, false, a number or null is a condition already decided. */
function test(condition: Value, source: Value): bool {
  const kind = kindOf(condition);
  if (kind == Kind.List || kind == Kind.Object) {
    wrongKind("condition", condition, "an expression such as data.count > 3");
  }
  if (kind != Kind.Text) return Operand.of(condition).holds();
  const text = textOf(condition);
  if (text.size > LONGEST) {
    fail("INVALID_CONDITION", "The condition is longer than 50,000 bytes. Put the values to compare into `input`.");
  }
  return new Expression(text, new Scope(source), new Condition(text)).holds();
}
