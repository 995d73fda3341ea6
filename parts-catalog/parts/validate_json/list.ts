// What is asked of lists.

import { quickNext } from "../../lib/ends";
import { Kind, NONE, Value, firstIn, kindOf, valueOf } from "../../lib/json";
import { enough, enterItem, failures, leave, wrong } from "./errors";
import { sizeMessage } from "./scalar";
import { Schema, UNSET } from "./schema";
import { firstRepeated } from "./unique";
import { Seen, holds, validateInner } from "./validate";

/** Number of items or members. */
export function countWithin(container: Value): i32 {
  const pairs = kindOf(container) == Kind.Object;
  let count = 0;
  for (let p = firstIn(container); p != NONE; p = quickNext(pairs ? valueOf(p) : p)) count++;
  return count;
}

export function validateList(schema: Schema, list: Value, seen: Seen): void {
  const before = failures;
  const contains = schema.contains;
  let contained = 0;
  let count = 0;
  for (let item = firstIn(list); item != NONE; item = quickNext(item)) {
    const own = count < schema.prefix.length ? schema.prefix[count] : schema.items;
    if (own !== null) {
      within(own, item, count, "items");
      look(seen, count);
    }
    if (contains !== null && holds(contains, item, 0)) {
      contained++;
      look(seen, count);
    }
    if (failures != before && enough()) return;
    count++;
  }
  if (contains !== null) {
    if (contained < schema.minContains) {
      wrong("contains", enough() ? "" : "At least " + (<i64>schema.minContains).toString() + " of its items must fit the schema of `contains`, but " + contained.toString() + " do.");
    }
    if (schema.maxContains != UNSET && contained > schema.maxContains) {
      wrong("maxContains", enough() ? "" : "At most " + (<i64>schema.maxContains).toString() + " of its items may fit the schema of `contains`, but " + contained.toString() + " do.");
    }
  }
  if (schema.minItems != UNSET && count < schema.minItems) wrong("minItems", sizeMessage("at least", schema.minItems, "item", count));
  if (schema.maxItems != UNSET && count > schema.maxItems) wrong("maxItems", sizeMessage("at most", schema.maxItems, "item", count));
  if (schema.unique) {
    const repeated = firstRepeated(list, count);
    if (repeated >= 0) wrong("uniqueItems", enough() ? "" : "Its items must all differ, but item " + repeated.toString() + " is like an earlier one.");
  }
  others(schema, list, seen);
}

function others(schema: Schema, list: Value, seen: Seen): void {
  const other = schema.otherItems;
  if (other === null) return;
  let index = 0;
  for (let item = firstIn(list); item != NONE; item = quickNext(item)) {
    if (load<u8>(seen + index) == 0) within(other, item, index, "unevaluatedItems");
    store<u8>(seen + index, 1);
    index++;
  }
}

function within(schema: Schema, item: Value, index: i32, keyword: string): void {
  enterItem(index);
  if (schema.never) wrong(keyword, "There may be no further item.");
  else validateInner(schema, item);
  leave();
}

function look(seen: Seen, index: i32): void {
  if (seen != 0) store<u8>(seen + index, 1);
}
