// Operations that treat lists as sets. Two items are the same when they are the same JSON value.

import { ByteSet } from "../../lib/byte-set";
import { canonical, canonicalAt, canonicalSize, canonicalStays } from "../../lib/canonical";
import { Field } from "../../lib/field";
import { NONE, Value, firstIn, nextAfter } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { put, separate } from "../../lib/output";
import { requiredList } from "../../lib/parameters";
import { fieldOf } from "./path";

/** The first item of each value. */
export function unique(items: Value, args: Value): void {
  put(0x5b);
  writeNew(items, fieldOf(args), new ByteSet());
  put(0x5d);
}

/** The items of both lists, each value once. */
export function union(items: Value, args: Value): void {
  const more = others(args);
  const field = fieldOf(args);
  const seen = new ByteSet();
  put(0x5b);
  writeNew(items, field, seen);
  writeNew(more, field, seen);
  put(0x5d);
}

/** The items that the other list hasn't. */
export function difference(items: Value, args: Value): void {
  const field = fieldOf(args);
  const known = valuesOf(others(args), field);
  put(0x5b);
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    canonical(field.of(each));
    if (known.indexOf(canonicalAt, canonicalSize) < 0) write(each);
  }
  put(0x5d);
}

/** The items that the other list has too, each value once. */
export function intersection(items: Value, args: Value): void {
  const field = fieldOf(args);
  const known = valuesOf(others(args), field);
  const written = new ByteSet();
  put(0x5b);
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    canonical(field.of(each));
    if (known.indexOf(canonicalAt, canonicalSize) >= 0 && isNew(written)) write(each);
  }
  put(0x5d);
}

function others(args: Value): Value {
  return requiredList(args, "items", "the other list");
}

function valuesOf(items: Value, field: Field): ByteSet {
  const values = new ByteSet();
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    canonical(field.of(each));
    isNew(values);
  }
  return values;
}

function writeNew(items: Value, field: Field, seen: ByteSet): void {
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    canonical(field.of(each));
    if (isNew(seen)) write(each);
  }
}

/** Whether the value last looked at isn't in the set, where it is from now on. */
function isNew(seen: ByteSet): bool {
  const before = seen.count;
  seen.add(canonicalAt, canonicalSize, !canonicalStays);
  return seen.count > before;
}

function write(item: Value): void {
  separate();
  writeAsIs(item);
}
