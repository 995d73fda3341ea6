// Gives a flow named values: `context`, then `values`, then `assignments`, later ones winning.

import { fail } from "../../lib/failure";
import { Kind, NONE, Value, countOf, firstIn, kindOf, nextAfter } from "../../lib/json";
import { Members, writeAsIs } from "../../lib/members";
import { optional, optionalObject, required, requiredText, withinItem, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";

run((input: Value): void => {
  const values = optionalObject(input, "values");
  const assignments = optional(input, "assignments");
  if (values == NONE && assignments == NONE) {
    fail("MISSING_FIELD", "The input has neither `values` nor `assignments`. Give `values`, an object with the values to set.");
  }
  if (assignments != NONE && kindOf(assignments) != Kind.List) wrongKind("assignments", assignments, "a list");
  const context = optionalObject(input, "context");
  const members = new Members(count(context) + count(values) + count(assignments));
  if (context != NONE) members.setAll(context);
  if (values != NONE) members.setAll(values);
  if (assignments != NONE) assign(members, assignments);
  members.write(writeAsIs);
});

function count(container: Value): i32 {
  return container == NONE ? 0 : countOf(container);
}

function assign(members: Members, assignments: Value): void {
  let index = 0;
  for (let each = firstIn(assignments); each != NONE; each = nextAfter(each)) {
    withinItem("assignments", index++);
    if (kindOf(each) != Kind.Object) wrongKind("", each, "an object with `key` and `value`");
    const key = requiredText(each, "key", "the name to set");
    members.set(key, required(each, "value", "the value to set", true));
  }
}
