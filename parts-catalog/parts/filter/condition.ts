// What is asked of every item: one test, or all or any of several conditions.

import { fail } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter } from "../../lib/json";
import { optional, requiredList, requiredText, within, wrongKind } from "../../lib/parameters";
import { Test } from "./test";

@final
export class Condition {
  test: Test | null = null;
  conditions: Condition[] = [];
  any: bool = false;

  holds(item: Value): bool {
    const test = this.test;
    if (test !== null) return test.holds(item);
    for (let i = 0; i < this.conditions.length; i++) {
      if (this.conditions[i].holds(item) == this.any) return this.any;
    }
    return !this.any;
  }
}

/** `place` is where the condition stands in the input, for messages. */
export function readCondition(value: Value, place: string): Condition {
  within("");
  if (kindOf(value) != Kind.Object) wrongKind(place, value, "an object with `key`, `op` and `value`");
  within(place + ".");
  const all = optional(value, "all");
  const any = optional(value, "any");
  const condition = new Condition();
  if (all == NONE && any == NONE) {
    condition.test = readTest(value);
    return condition;
  }
  if (all != NONE && any != NONE) {
    fail("AMBIGUOUS_CONDITION", "`" + place + "` has both `all` and `any`. Put one inside the other.");
  }
  condition.any = any != NONE;
  const name = condition.any ? "any" : "all";
  const list = requiredList(value, name, "a list of conditions");
  let index = 0;
  for (let each = firstIn(list); each != NONE; each = nextAfter(each)) {
    condition.conditions.push(readCondition(each, place + "." + name + "[" + (index++).toString() + "]"));
  }
  return condition;
}

function readTest(value: Value): Test {
  const key = requiredText(value, "key", "the name of the field to look at, or \".\" for the item itself");
  if (key.size == 0) {
    fail("EMPTY_KEY", "The condition's `key` is empty. Give the name of the field to look at, or \".\" for the item itself.");
  }
  const operator = requiredText(value, "op", "how to compare, such as eq or gt");
  return new Test(key, operator, value);
}
