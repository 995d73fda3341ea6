// Sorts by one or several fields, stable. False comes before true, then numbers, then texts; what has
// no value comes last in both directions.

import { fail, quoted } from "../../lib/failure";
import { Field } from "../../lib/field";
import { Kind, NONE, Value, countOf, decode, decodedAt, decodedSize, firstIn, isTrue, kindOf, nextAfter, numberOf } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { reserve } from "../../lib/memory";
import { sortedIndices } from "../../lib/merge-sort";
import { put, separate } from "../../lib/output";
import { asText, describe, optional, optionalBool, optionalText, readNumber, required, within, withinItem, wrongKind } from "../../lib/parameters";
import { Text, compare } from "../../lib/text";
import { givenPath } from "./path";

const MOST_KEYS = 20;
const MISSING: u8 = 9;

/** What the list is sorted by first, second and so on. */
@final
class SortKey {
  /** Ranks (a byte for each item) and what counts within a rank (8 bytes). */
  ranks: usize = 0;
  payloads: usize = 0;

  constructor(
    public field: Field,
    public descending: bool,
    public numeric: bool,
  ) {}
}

const keys: SortKey[] = [];
const left = new Text(0, 0);
const right = new Text(0, 0);

export function sort(items: Value, args: Value): void {
  readKeys(args);
  const count = countOf(items);
  const places = reserve((<usize>count << 2) + 4);
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    store<usize>(places + (<usize>index << 2), each);
    index++;
  }
  for (let k = 0; k < keys.length; k++) fill(keys[k], places, count);
  const order = sortedIndices(count, compareItems);
  put(0x5b);
  for (let i = 0; i < count; i++) {
    separate();
    writeAsIs(load<usize>(places + (<usize>load<i32>(order + (<usize>i << 2)) << 2)));
  }
  put(0x5d);
}

function readKeys(args: Value): void {
  const descending = directionOf(args, false);
  const numeric = optionalBool(args, "numeric", false);
  const path = givenPath(args);
  if (path == NONE) {
    keys.push(new SortKey(new Field(Text.of(".")), descending, numeric));
  } else if (kindOf(path) != Kind.List) {
    keys.push(new SortKey(new Field(asText(path, "path")), descending, numeric));
  } else {
    let index = 0;
    for (let each = firstIn(path); each != NONE; each = nextAfter(each)) {
      if (index == MOST_KEYS) fail("OUT_OF_RANGE", "`args.path` has more than 20 fields to sort by.");
      withinItem("args.path", index++);
      keys.push(readKey(each, descending, numeric));
    }
    within("args.");
    if (keys.length == 0) required(NONE, "path", "at least one field to sort by");
  }
}

function readKey(value: Value, descending: bool, numeric: bool): SortKey {
  if (kindOf(value) != Kind.Object) return new SortKey(new Field(asText(value, "")), descending, numeric);
  const path = asText(required(value, "path", "the field to sort by"), "path");
  return new SortKey(new Field(path), directionOf(value, descending), optionalBool(value, "numeric", numeric));
}

function directionOf(object: Value, otherwise: bool): bool {
  if (object == NONE || optional(object, "direction") == NONE) return otherwise;
  const direction = optionalText(object, "direction", "");
  const descending = direction.is("desc");
  if (!descending && !direction.is("asc")) fail("INVALID_VALUE", "The `direction` must be asc or desc, but it is " + quoted(direction) + ".");
  return descending;
}

function fill(key: SortKey, places: usize, count: i32): void {
  key.ranks = reserve(<usize>count + 1);
  key.payloads = reserve((<usize>count << 3) + 8);
  for (let i = 0; i < count; i++) {
    const value = key.field.of(load<usize>(places + (<usize>i << 2)));
    store<u8>(key.ranks + i, rank(key, value, i, key.payloads + (<usize>i << 3)));
  }
}

function rank(key: SortKey, value: Value, index: i32, payload: usize): u8 {
  if (value == NONE) return MISSING;
  const kind = kindOf(value);
  if (kind == Kind.Null) return MISSING;
  if (kind == Kind.Bool) {
    store<f64>(payload, isTrue(value) ? 1 : 0);
    return 0;
  }
  if (kind == Kind.Number) {
    store<f64>(payload, numberOf(value));
    return 1;
  }
  if (kind != Kind.Text) {
    refuse(key.field.path, value, index);
  }
  decode(value);
  const number = key.numeric ? numberIn(decodedAt, decodedSize) : NaN;
  if (!isNaN(number)) {
    store<f64>(payload, number);
    return 1;
  }
  store<usize>(payload, decodedAt);
  store<i32>(payload, decodedSize, 4);
  return 2;
}

function refuse(path: Text, value: Value, index: i32): void {
  if (path.is(".")) {
    fail("INVALID_TYPE", "`input[" + index.toString() + "]` is " + describe(value) + ", which has no place in an order. Name the field to sort by in `args.path`.");
  }
  withinItem("input", index);
  wrongKind(path.toString(), value, "a text, number or boolean to sort by");
}

function numberIn(at: usize, size: i32): f64 {
  left.at = at;
  left.size = size;
  return readNumber(left);
}

function compareItems(a: i32, b: i32): i32 {
  for (let k = 0; k < keys.length; k++) {
    const order = compareBy(keys[k], a, b);
    if (order != 0) return order;
  }
  return 0;
}

function compareBy(key: SortKey, a: i32, b: i32): i32 {
  const rank = load<u8>(key.ranks + a);
  const other = load<u8>(key.ranks + b);
  if (rank == MISSING || other == MISSING) return rank == other ? 0 : rank == MISSING ? 1 : -1;
  const order = rank == other ? inRank(key, a, b, rank) : <i32>rank - <i32>other;
  return key.descending ? -order : order;
}

function inRank(key: SortKey, a: i32, b: i32, rank: u8): i32 {
  const x = key.payloads + (<usize>a << 3);
  const y = key.payloads + (<usize>b << 3);
  if (rank < 2) {
    const m = load<f64>(x);
    const n = load<f64>(y);
    return m < n ? -1 : m > n ? 1 : 0;
  }
  left.at = load<usize>(x);
  left.size = load<i32>(x, 4);
  right.at = load<usize>(y);
  right.size = load<i32>(y, 4);
  return compare(left, right);
}
