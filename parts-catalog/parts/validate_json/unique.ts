// Whether all items of a list differ, in a time that grows with the list.

import { quickNext } from "../../lib/ends";
import { Kind, NONE, Value, decode, decodedAt, decodedSize, firstIn, kindOf, numberOf, valueOf } from "../../lib/json";
import { mark, release, reserve } from "../../lib/memory";
import { membersOf, sameJson } from "../../lib/same-json";

/** Index of the first item that is like an earlier one, or -1. */
export function firstRepeated(list: Value, count: i32): i32 {
  const start = mark();
  let slots = 8;
  while (slots < count + (count >> 1)) slots <<= 1;
  const table = reserve(<usize>slots << 3);
  memory.fill(table, 0, <usize>slots << 3);
  let found = -1;
  let index = 0;
  for (let item = firstIn(list); item != NONE && found < 0; item = quickNext(item)) {
    if (!put(table, slots - 1, item)) found = index;
    index++;
  }
  release(start);
  return found;
}

function put(table: usize, mask: i32, item: Value): bool {
  const code = hash(item);
  let slot = <i32>code & mask;
  while (true) {
    const place = table + (<usize>slot << 3);
    const other = load<usize>(place);
    if (other == NONE) {
      store<usize>(place, item);
      store<u32>(place, code, 4);
      return true;
    }
    if (load<u32>(place, 4) == code && sameJson(other, item)) return false;
    slot = (slot + 1) & mask;
  }
}

/** The same for values that are the same. */
function hash(value: Value): u32 {
  const kind = kindOf(value);
  if (kind == Kind.Number) {
    const number = numberOf(value) + 0;
    const bits = reinterpret<u64>(number == 0 ? 0 : number);
    return mix(<u32>bits ^ <u32>(bits >> 32), 3);
  }
  if (kind == Kind.Text) {
    const start = mark();
    decode(value);
    const code = bytes(decodedAt, decodedSize);
    release(start);
    return code;
  }
  if (kind == Kind.List) {
    let code: u32 = 5;
    for (let item = firstIn(value); item != NONE; item = quickNext(item)) code = mix(hash(item), code);
    return code;
  }
  return kind == Kind.Object ? objectHash(value) : mix(load<u8>(value), 7);
}

/** Independent of the order; of members with the same name only the last counts. */
function objectHash(object: Value): u32 {
  const start = mark();
  const members = membersOf(object, NONE);
  let code: u32 = 11;
  for (let key = firstIn(object); key != NONE; ) {
    const value = valueOf(key);
    if (load<usize>(members.placeOf(key)) == value) {
      decode(key);
      code += mix(bytes(decodedAt, decodedSize), hash(value));
    }
    key = quickNext(value);
  }
  release(start);
  return code;
}

function bytes(at: usize, size: i32): u32 {
  let h: u32 = 0x811c9dc5;
  for (let p = at; p < at + size; p++) h = (h ^ load<u8>(p)) * 0x01000193;
  return h;
}

function mix(a: u32, b: u32): u32 {
  let h = (a ^ (b * 0x9e3779b1)) * 0x85ebca6b;
  h ^= h >> 15;
  return h * 0xc2b2ae35;
}
