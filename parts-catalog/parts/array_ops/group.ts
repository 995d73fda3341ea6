// Operations that make an object of the list: one member for each value a field has.

import { ByteSet } from "../../lib/byte-set";
import { numberText } from "../../lib/digits";
import { Field } from "../../lib/field";
import { Kind, NONE, Value, countOf, decode, decodedAt, decodedSize, endOf, firstIn, kindOf, nextAfter, numberOf } from "../../lib/json";
import { Members, writeAsIs } from "../../lib/members";
import { mark, release, reserve } from "../../lib/memory";
import { put, putAscii, separate } from "../../lib/output";
import { withinItem, wrongKind } from "../../lib/parameters";
import { requiredField } from "./path";

const LINK: usize = 8; // the item, the next link
const FEW = 20_000;

/** A list of items for each value; items that have none are under "". */
export function groupBy(items: Value, args: Value): void {
  const field = requiredField(args);
  const members = new Members(roomFor(items, field));
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const place = placeOf(members, field, each, index++);
    const last = load<usize>(place);
    const link = reserve(LINK);
    store<usize>(link, each);
    store<usize>(link, last == 0 ? link : load<usize>(last, 4), 4); // the last link leads to the first
    if (last != 0) store<usize>(last, link, 4);
    store<usize>(place, link);
  }
  members.write(writeGroup);
}

function writeGroup(last: usize): void {
  put(0x5b);
  let link = last;
  do {
    link = load<usize>(link, 4);
    separate();
    writeAsIs(load<usize>(link));
  } while (link != last);
  put(0x5d);
}

export function countBy(items: Value, args: Value): void {
  const field = requiredField(args);
  const members = new Members(roomFor(items, field));
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const place = placeOf(members, field, each, index++);
    store<usize>(place, load<usize>(place) + 1);
  }
  members.write((count: usize): void => putAscii(count.toString()));
}

/** The last item for each value; items that have none are left out. */
export function indexBy(items: Value, args: Value): void {
  const field = requiredField(args);
  const members = new Members(roomFor(items, field));
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const place = placeOf(members, field, each, index++, true);
    if (place != 0) store<usize>(place, each);
  }
  members.write(writeAsIs);
}

/** Where the value of the member for an item is; 0 for an item without a name that is to be left out. */
function placeOf(members: Members, field: Field, item: Value, index: i32, named: bool = false): usize {
  const start = mark();
  const known = members.count;
  const there = name(field, item, index);
  if (named && !there) {
    release(start);
    return 0;
  }
  const place = members.placeNamed(nameAt, nameSize);
  if (members.count == known) release(start);
  return place;
}

/** How many different names there are, or more where the list is short. */
function roomFor(items: Value, field: Field): i32 {
  const count = countOf(items);
  if (count <= FEW) return count;
  const start = mark();
  const names = new ByteSet();
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const before = mark();
    const known = names.count;
    name(field, each, index++);
    names.add(nameAt, nameSize, false);
    if (names.count == known) release(before);
  }
  const room = names.count;
  release(start);
  return room;
}

let nameAt: usize = 0;
let nameSize: i32 = 0;

/** The text of an item's field as a name; false where the item has none, and the name is "". */
function name(field: Field, item: Value, index: i32): bool {
  const value = field.of(item);
  nameSize = 0;
  if (value == NONE) return false;
  const kind = kindOf(value);
  if (kind == Kind.Null) return false;
  if (kind == Kind.Text) {
    decode(value);
    nameAt = decodedAt;
    nameSize = decodedSize;
  } else if (kind == Kind.Bool) {
    nameAt = value;
    nameSize = <i32>(endOf(value) - value);
  } else if (kind == Kind.Number) {
    nameNumber(value);
  } else {
    withinItem("input", index);
    wrongKind(field.path.is(".") ? "" : field.path.toString(), value, "a text, number or boolean");
  }
  return true;
}

/** Whole numbers are their own text; others get the one text all their spellings share. */
function nameNumber(value: Value): void {
  nameAt = value;
  nameSize = <i32>(endOf(value) - value);
  let plain = nameSize <= 15 && load<u8>(value) != 0x2d;
  for (let p = value; p < value + nameSize && plain; p++) plain = <u8>(load<u8>(p) - 0x30) < 10;
  if (plain) return;
  const start = mark();
  const text = numberText(numberOf(value));
  const at = text.at; // not on the heap
  nameSize = text.size;
  release(start);
  nameAt = reserve(nameSize);
  memory.copy(nameAt, at, nameSize);
}
