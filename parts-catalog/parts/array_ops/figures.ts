// Operations that make one number of the list. Null and missing are passed over.

import { fail } from "../../lib/failure";
import { Field } from "../../lib/field";
import { numberText } from "../../lib/digits";
import { Kind, NONE, Value, countOf, firstIn, kindOf, nextAfter } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { mark, release, reserve } from "../../lib/memory";
import { putBytes } from "../../lib/output";
import { asNumber, withinItem } from "../../lib/parameters";
import { fieldOf } from "./path";

export function figure(name: string, items: Value, args: Value): void {
  const field = fieldOf(args);
  if (name == "sum") putNumber(sum(items, field));
  else if (name == "min" || name == "max") putExtreme(items, field, name == "max");
  else if (name == "median") putNumber(median(items, field));
  else putNumber(sum(items, field) / <f64>numbersOf(name));
}

let counted = 0;

/** How many numbers the last pass met; none is a failure. */
function numbersOf(name: string): i32 {
  if (counted == 0) fail("EMPTY_LIST", "`input` has no numbers, so there is no " + name + ".");
  return counted;
}

/** NaN where the item has no value; what is no number is a failure. */
function numberIn(field: Field, item: Value, index: i32): f64 {
  const value = field.of(item);
  if (value == NONE || kindOf(value) == Kind.Null) return NaN;
  const start = mark();
  withinItem("input", index);
  const number = asNumber(value, field.path.is(".") ? "" : field.path.toString());
  release(start);
  counted++;
  return number;
}

/** With what rounding lost added at the end (Neumaier, doi:10.1002/zamm.19740540106). */
function sum(items: Value, field: Field): f64 {
  let total: f64 = 0;
  let lost: f64 = 0;
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const number = numberIn(field, each, index++);
    if (isNaN(number)) continue;
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + lost;
}

function putExtreme(items: Value, field: Field, greatest: bool): void {
  let found = NONE;
  let extreme: f64 = 0;
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const number = numberIn(field, each, index++);
    if (isNaN(number)) continue;
    if (found != NONE && !(greatest ? number > extreme : number < extreme)) continue;
    found = each;
    extreme = number;
  }
  numbersOf(greatest ? "max" : "min");
  const value = field.of(found);
  if (kindOf(value) == Kind.Number) writeAsIs(value);
  else putNumber(extreme);
}

function median(items: Value, field: Field): f64 {
  const numbers = reserve((<usize>countOf(items) << 3) + 8);
  let index = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    const number = numberIn(field, each, index++);
    if (!isNaN(number)) store<f64>(numbers + (<usize>(counted - 1) << 3), number);
  }
  const count = numbersOf("median");
  heapSort(numbers, count);
  const upper = at(numbers, count / 2);
  if ((count & 1) == 1) return upper;
  const lower = at(numbers, count / 2 - 1);
  const both = lower + upper;
  return isFinite(both) ? both / 2 : lower / 2 + upper / 2;
}

function heapSort(numbers: usize, count: i32): void {
  for (let i = count / 2 - 1; i >= 0; i--) sift(numbers, i, count);
  for (let end = count - 1; end > 0; end--) {
    swap(numbers, 0, end);
    sift(numbers, 0, end);
  }
}

function sift(numbers: usize, parent: i32, count: i32): void {
  while (true) {
    let child = 2 * parent + 1;
    if (child >= count) return;
    if (child + 1 < count && at(numbers, child) < at(numbers, child + 1)) child++;
    if (at(numbers, parent) >= at(numbers, child)) return;
    swap(numbers, parent, child);
    parent = child;
  }
}

function swap(numbers: usize, i: i32, j: i32): void {
  const kept = at(numbers, i);
  store<f64>(numbers + (<usize>i << 3), at(numbers, j));
  store<f64>(numbers + (<usize>j << 3), kept);
}

function at(numbers: usize, index: i32): f64 {
  return load<f64>(numbers + (<usize>index << 3));
}

function putNumber(number: f64): void {
  if (!isFinite(number)) fail("OUT_OF_RANGE", "The result is too large for a number (more than about 1.8e308).");
  const text = numberText(number);
  putBytes(text.at, text.size);
}
