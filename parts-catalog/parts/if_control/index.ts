// Decides between two ways: reads a condition and says whether it holds for `input`.

import { Kind, Value, kindOf, textOf } from "../../lib/json";
import { Operand } from "../../lib/operand";
import { put, putAscii, putKey } from "../../lib/output";
import { optional, required, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Expression } from "./expression";

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
  if (kind == Kind.Text) return new Expression(textOf(condition), source).holds();
  return Operand.of(condition).holds();
}
