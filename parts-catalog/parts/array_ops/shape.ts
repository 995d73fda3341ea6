// Operations that give the list another shape.

import { fail } from "../../lib/failure";
import { Field } from "../../lib/field";
import { numberText } from "../../lib/digits";
import { Kind, NONE, Value, countOf, endOf, firstIn, kindOf, nextAfter, textOf, valueOf } from "../../lib/json";
import { Members, writeAsIs } from "../../lib/members";
import { put, putBytes, putEscaped, putPiece, separate } from "../../lib/output";
import { asNumber, asText, optional, optionalNumber, optionalText, optionalWhole, required, requiredList, within } from "../../lib/parameters";
import { fieldOf, givenPath, requiredField } from "./path";
import { writeOrNull } from "./pick";

const MOST_FIELDS = 1000;
const LONGEST_RANGE = 100_000;

/** Each item's field, null where it has none; an object of names and fields makes new objects. */
export function map(items: Value, args: Value): void {
  const path = givenPath(args);
  const fields = optional(args, "fields");
  const made = fields != NONE ? fields : path;
  if (made == NONE) required(args, "path", "a field of the items, or an object such as {\"to\": \"customer.email\"}");
  if (kindOf(made) == Kind.Object) {
    mapToObjects(items, made);
    return;
  }
  const field = new Field(asText(made, fields != NONE ? "fields" : "path"));
  put(0x5b);
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const value = field.of(each);
    separate();
    writeOrNull(value);
  }
  put(0x5d);
}

let current: Value = NONE;

function mapToObjects(items: Value, fields: Value): void {
  const size = countOf(fields);
  if (size > MOST_FIELDS) fail("OUT_OF_RANGE", "`args.path` has more than 1,000 fields.");
  const members = new Members(size);
  for (let key = firstIn(fields); key != NONE; ) {
    const value = valueOf(key);
    within("args.path.");
    const field = new Field(asText(value, textOf(key).toString()));
    store<usize>(members.placeOf(key), changetype<usize>(field));
    key = nextAfter(value);
  }
  const entries = members.inOrder();
  put(0x5b);
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    current = each;
    separate();
    put(0x7b);
    for (let i = 0; i < entries.length; i++) {
      members.writeMember(entries[i], (field: Value): void => writeOrNull(changetype<Field>(field).of(current)));
    }
    put(0x7d);
  }
  put(0x5d);
}

/** Each item's field, of those that have it. */
export function pluck(items: Value, args: Value): void {
  writeWhere(items, requiredField(args), true, (value: Value): bool => value != NONE);
}

/** Without the items that are null, or whose field is null or missing. */
export function filterNulls(items: Value, args: Value): void {
  writeWhere(items, fieldOf(args), false, (value: Value): bool => value != NONE && kindOf(value) != Kind.Null);
}

/** The same, and without empty texts, lists and objects. */
export function compact(items: Value, args: Value): void {
  writeWhere(items, fieldOf(args), false, (value: Value): bool => {
    if (value == NONE || kindOf(value) == Kind.Null) return false;
    const kind = kindOf(value);
    if (kind == Kind.Text) return load<u8>(value, 1) != 0x22;
    return (kind != Kind.List && kind != Kind.Object) || firstIn(value) != NONE;
  });
}

function writeWhere(items: Value, field: Field, asField: bool, keeps: (value: Value) => bool): void {
  put(0x5b);
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const value = field.of(each);
    if (!keeps(value)) continue;
    separate();
    writeAsIs(asField ? value : each);
  }
  put(0x5d);
}

/** Items of lists inside in place of the lists, `depth` levels of them. */
export function flatten(items: Value, args: Value): void {
  const depth = optionalWhole(args, "depth", 1, 0, 500);
  put(0x5b);
  writeFlat(items, depth);
  put(0x5d);
}

function writeFlat(items: Value, depth: i32): void {
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    if (depth > 0 && kindOf(each) == Kind.List) {
      writeFlat(each, depth - 1);
    } else {
      separate();
      writeAsIs(each);
    }
  }
}

/** Lists of `size` items; the last may be shorter. */
export function chunk(items: Value, args: Value): void {
  required(args, "size", "how many items a piece has");
  const size = optionalWhole(args, "size", 1, 1, 0x7fffffff);
  put(0x5b);
  let left = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const starts = left == 0;
    if (starts) left = size;
    separate();
    if (starts) put(0x5b);
    writeAsIs(each);
    if (--left == 0) put(0x5d);
  }
  if (left > 0) put(0x5d);
  put(0x5d);
}

export function concat(items: Value, args: Value): void {
  const more = requiredList(args, "items", "the list to add");
  put(0x5b);
  writeFlat(items, 0);
  writeFlat(more, 0);
  put(0x5d);
}

/** Pairs of the items at the same place of both lists; null where the shorter one has none. */
export function zip(items: Value, args: Value): void {
  let right = firstIn(requiredList(args, "items", "the list to pair with"));
  let left = firstIn(items);
  put(0x5b);
  while (left != NONE || right != NONE) {
    separate();
    put(0x5b);
    writeOrNull(left);
    put(0x2c);
    writeOrNull(right);
    put(0x5d);
    if (left != NONE) left = nextAfter(left);
    if (right != NONE) right = nextAfter(right);
  }
  put(0x5d);
}

/** A text of all items, or their fields, with a separator between; null and missing are left out. */
export function join(items: Value, args: Value): void {
  const separator = optionalText(args, "separator", ", ");
  const field = fieldOf(args);
  put(0x22);
  let starts = true;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const value = field.of(each);
    if (value == NONE || kindOf(value) == Kind.Null) continue;
    if (!starts) putPiece(separator);
    starts = false;
    const size = <i32>(endOf(value) - value);
    if (kindOf(value) == Kind.Text) putBytes(value + 1, size - 2);
    else putEscaped(value, size);
  }
  put(0x22);
}

/** Numbers from `start` up to, not with, `end`. */
export function range(args: Value): void {
  const end = asNumber(required(args, "end", "the number to stop before"), "end");
  const start = optionalNumber(args, "start", 0);
  const step = optionalNumber(args, "step", 1);
  if (step == 0) fail("OUT_OF_RANGE", "`args.step` must not be 0.");
  const size = max<f64>(0, Math.ceil((end - start) / step));
  if (!(size <= LONGEST_RANGE)) fail("OUT_OF_RANGE", "The range has more than 100,000 numbers. Give a larger `args.step` or a nearer `args.end`.");
  put(0x5b);
  for (let i = 0; i < <i32>size; i++) {
    separate();
    const text = numberText(start + <f64>i * step);
    putBytes(text.at, text.size);
  }
  put(0x5d);
}
