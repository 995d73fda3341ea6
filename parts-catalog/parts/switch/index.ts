// Names the branch of the first case that a value matches.

import { Kind, NONE, Value, firstIn, kindOf, nextAfter } from "../../lib/json";
import { mark, release } from "../../lib/memory";
import { Operand, equal } from "../../lib/operand";
import { put, putAscii, putKey, putText } from "../../lib/output";
import { asText, optionalText, required, requiredList, withinItem, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";

run((input: Value): void => {
  const value = Operand.of(required(input, "value", "the value to decide by", true));
  const cases = requiredList(input, "cases", "a list of objects with `match` and `branch`");
  const otherwise = optionalText(input, "default_branch", "default");
  const chosen = choose(value, cases);
  put(0x7b);
  putKey("branch");
  putText(chosen == NONE ? otherwise : asText(chosen, "branch"));
  putKey("matched");
  putAscii(chosen == NONE ? "false" : "true");
  put(0x7d);
});

/** The `branch` of the first case that matches, or NONE; every case is looked at for mistakes. */
function choose(value: Operand, cases: Value): Value {
  let chosen = NONE;
  let index = 0;
  for (let each = firstIn(cases); each != NONE; each = nextAfter(each)) {
    const start = mark();
    withinItem("cases", index++);
    if (kindOf(each) != Kind.Object) wrongKind("", each, "an object with `match` and `branch`");
    const match = required(each, "match", "the value this case stands for", true);
    const branch = required(each, "branch", "the name of the branch to take");
    asText(branch, "branch");
    if (chosen == NONE && matches(value, match)) chosen = branch;
    release(start);
  }
  return chosen;
}

/** A list as `match` stands for each of its items. */
function matches(value: Operand, match: Value): bool {
  if (kindOf(match) != Kind.List || value.kind == Kind.List) return alike(value, Operand.of(match));
  const candidate = new Operand();
  for (let each = firstIn(match); each != NONE; each = nextAfter(each)) {
    if (alike(value, candidate.set(each))) return true;
  }
  return false;
}

/** Two texts match when they are the same; a text matches a number or a boolean that it says. */
function alike(a: Operand, b: Operand): bool {
  const texts = a.kind == Kind.Text && b.kind == Kind.Text;
  const truths = (a.kind == Kind.Bool && b.kind == Kind.Text) || (a.kind == Kind.Text && b.kind == Kind.Bool);
  if (texts || truths) return a.asText()!.equals(b.asText()!);
  return equal(a, b);
}
