// Operations that choose items or find one.

import { Kind, NONE, Value, countOf, firstIn, kindOf, nextAfter } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { mark, release, reserve } from "../../lib/memory";
import { Operand, equal } from "../../lib/operand";
import { put, putAscii, separate } from "../../lib/output";
import { optionalWhole, required } from "../../lib/parameters";
import { Field } from "../../lib/field";
import { fieldOf } from "./path";

const FAR = 0x7fffffff;

export function count(items: Value): void {
  putAscii(countOf(items).toString());
}

export function first(items: Value): void {
  writeOrNull(firstIn(items));
}

export function last(items: Value): void {
  let found = NONE;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) found = each;
  writeOrNull(found);
}

export function take(items: Value, args: Value): void {
  required(args, "count", "how many items to take");
  writeBetween(items, 0, optionalWhole(args, "count", 0, 0, FAR));
}

export function skip(items: Value, args: Value): void {
  required(args, "count", "how many items to leave out");
  writeBetween(items, optionalWhole(args, "count", 0, 0, FAR), FAR);
}

/** From `start` up to, not with, `end`; below 0 they count from the end of the list. */
export function slice(items: Value, args: Value): void {
  const size = countOf(items);
  const start = optionalWhole(args, "start", 0, -FAR, FAR);
  const end = optionalWhole(args, "end", size, -FAR, FAR);
  writeBetween(items, fromEnd(start, size), fromEnd(end, size));
}

function fromEnd(index: i32, size: i32): i32 {
  return index < 0 ? max(0, index + size) : index;
}

function writeBetween(items: Value, from: i32, to: i32): void {
  put(0x5b);
  let index = 0;
  for (let each = firstIn(items); each != NONE && index < to; each = nextAfter(each)) {
    if (index++ < from) continue;
    separate();
    writeAsIs(each);
  }
  put(0x5d);
}

export function reverse(items: Value): void {
  const size = countOf(items);
  const places = reserve((<usize>size << 2) + 4);
  let at = places;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    store<usize>(at, each);
    at += 4;
  }
  put(0x5b);
  while (at > places) {
    at -= 4;
    separate();
    writeAsIs(load<usize>(at));
  }
  put(0x5d);
}

export function contains(items: Value, args: Value): void {
  putAscii(search(items, fieldOf(args), args) != NONE ? "true" : "false");
}

/** Writes the position from 0, or -1. */
export function indexOf(items: Value, args: Value): void {
  const found = search(items, fieldOf(args), args);
  putAscii((found == NONE ? -1 : position).toString());
}

export function find(items: Value, args: Value): void {
  writeOrNull(search(items, fieldOf(args), args));
}

let position = 0;

/** The first item whose field equals `value`, as a condition compares; its position is left in `position`. */
function search(items: Value, field: Field, args: Value): Value {
  const wanted = Operand.of(required(args, "value", "the value to look for", true));
  const candidate = new Operand();
  position = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const start = mark();
    const value = field.of(each);
    const same = value != NONE && equal(candidate.set(value), wanted);
    release(start);
    if (same) return each;
    position++;
  }
  return NONE;
}

export function writeOrNull(value: Value): void {
  if (value == NONE || kindOf(value) == Kind.Null) putAscii("null");
  else writeAsIs(value);
}
