// Whether two JSON values are the same: numbers as numbers, texts as what they say, objects in any order.

import { quickEnd, quickNext } from "./ends";
import { Kind, NONE, Value, decode, decodedAt, decodedSize, firstIn, kindOf, valueOf } from "./json";
import { Members } from "./members";
import { mark, release } from "./memory";
import { compareNumbers } from "./number-order";

/** Nothing that it needed stays reserved. */
export function sameJson(a: Value, b: Value): bool {
  const kind = kindOf(a);
  if (kind != kindOf(b)) return false;
  if (kind == Kind.Null) return true;
  if (kind == Kind.Bool) return load<u8>(a) == load<u8>(b);
  if (kind == Kind.Number) return compareNumbers(a, b) == 0;
  const size = quickEnd(a) - a;
  if (size == quickEnd(b) - b && memory.compare(a, b, size) == 0) return true;
  if (kind == Kind.List) return sameItems(a, b);
  const start = mark();
  const same = kind == Kind.Text ? sameText(a, b) : sameMembers(a, b);
  release(start);
  return same;
}

function sameText(a: Value, b: Value): bool {
  decode(a);
  const at = decodedAt;
  const size = decodedSize;
  decode(b);
  return size == decodedSize && memory.compare(at, decodedAt, size) == 0;
}

function sameItems(a: Value, b: Value): bool {
  let x = firstIn(a);
  let y = firstIn(b);
  while (x != NONE && y != NONE) {
    if (!sameJson(x, y)) return false;
    x = quickNext(x);
    y = quickNext(y);
  }
  return x == y;
}

/** Where a name comes twice, its last value counts. */
function sameMembers(a: Value, b: Value): bool {
  const left = membersOf(a, b);
  const right = membersOf(b, NONE);
  const count = left.count;
  if (right.count != count) return false;
  for (let key = firstIn(b); key != NONE; key = quickNext(valueOf(key))) {
    const place = left.placeOf(key);
    if (left.count != count) return false;
    if (!sameJson(load<usize>(place), load<usize>(right.placeOf(key)))) return false;
  }
  return true;
}

/** The members, with room for those of another object. */
export function membersOf(object: Value, other: Value): Members {
  const members = new Members(countMembers(object) + (other == NONE ? 0 : countMembers(other)));
  for (let key = firstIn(object); key != NONE; ) {
    const value = valueOf(key);
    store<usize>(members.placeOf(key), value);
    key = quickNext(value);
  }
  return members;
}

function countMembers(object: Value): i32 {
  let count = 0;
  for (let key = firstIn(object); key != NONE; key = quickNext(valueOf(key))) count++;
  return count;
}
