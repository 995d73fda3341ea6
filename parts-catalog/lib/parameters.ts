// A part's parameters by name, with failures that name what is missing or of the wrong kind.

import { fail, quoted } from "./failure";
import { Kind, NONE, Value, isTrue, kindOf, memberNamed, numberOf, raw, textOf } from "./json";
import { parseDecimal } from "./decimal";
import { check } from "./check";
import { Text } from "./text";

let prefix = "";
let position = -1;

/** Where the parameters read from now on stand, for messages: `args.`, or nothing. */
export function within(place: string): void {
  prefix = place;
  position = -1;
}

/** The same for the members of a list's item. */
export function withinItem(list: string, index: i32): void {
  prefix = list;
  position = index;
}

/** A parameter's name with its place before it. */
function placed(name: string): string {
  if (position < 0) return "`" + prefix + name + "`";
  const item = "`" + prefix + "[" + position.toString() + "]";
  return name.length == 0 ? item + "`" : item + "." + name + "`";
}

/** The value of a parameter; NONE where it is absent or null. */
export function optional(object: Value, name: string): Value {
  if (object == NONE) return NONE;
  const value = memberNamed(object, name);
  return value == NONE || kindOf(value) == Kind.Null ? NONE : value;
}

/** The value of a parameter that must be there; null counts as a value only with `orNull`. */
export function required(object: Value, name: string, what: string, orNull: bool = false): Value {
  const value = orNull && object != NONE ? memberNamed(object, name) : optional(object, name);
  if (value == NONE) {
    fail("MISSING_FIELD", "The input has no " + placed(name) + ". Give " + what + ".");
  }
  return value;
}

export function requiredList(object: Value, name: string, what: string): Value {
  const value = required(object, name, what);
  if (kindOf(value) != Kind.List) wrongKind(name, value, "a list");
  return value;
}

export function optionalObject(object: Value, name: string): Value {
  const value = optional(object, name);
  if (value != NONE && kindOf(value) != Kind.Object) wrongKind(name, value, "an object");
  return value;
}

export function optionalBool(object: Value, name: string, otherwise: bool): bool {
  const value = optional(object, name);
  if (value == NONE) return otherwise;
  if (kindOf(value) == Kind.Bool) return isTrue(value);
  if (kindOf(value) == Kind.Text) {
    const text = textOf(value);
    if (text.is("true")) return true;
    if (text.is("false")) return false;
  }
  wrongKind(name, value, "true or false");
  return false;
}

/** A text; numbers and booleans count as the text they are written as. */
export function requiredText(object: Value, name: string, what: string): Text {
  return asText(required(object, name, what), name);
}

export function optionalText(object: Value, name: string, otherwise: string): Text {
  const value = optional(object, name);
  return value == NONE ? Text.of(otherwise) : asText(value, name);
}

export function asText(value: Value, name: string): Text {
  const kind = kindOf(value);
  if (kind == Kind.Text) return textOf(value);
  if (kind != Kind.Number && kind != Kind.Bool) wrongKind(name, value, "a text");
  return raw(value);
}

export function optionalNumber(object: Value, name: string, otherwise: f64): f64 {
  const value = optional(object, name);
  return value == NONE ? otherwise : asNumber(value, name);
}

/** A number, or a text that reads as one. */
export function asNumber(value: Value, name: string): f64 {
  const kind = kindOf(value);
  if (kind == Kind.Number) return numberOf(value);
  if (kind == Kind.Text) {
    const number = readNumber(textOf(value));
    if (!isNaN(number)) return number;
  }
  wrongKind(name, value, "a number");
  return 0;
}

/** A whole number within bounds; a fraction is cut off. */
export function optionalWhole(object: Value, name: string, otherwise: i32, from: i32, to: i32): i32 {
  const number = optionalNumber(object, name, otherwise);
  if (number < from || number > to) {
    fail("OUT_OF_RANGE", placed(name) + " must be from " + from.toString() + " to " + to.toString() + ".");
  }
  return <i32>number;
}

/** The number that a text is, spaces around it aside; NaN for any other text. */
export function readNumber(text: Text): f64 {
  let from = text.at;
  let end = text.end;
  while (from < end && load<u8>(from) <= 0x20) from++;
  while (end > from && load<u8>(end - 1) <= 0x20) end--;
  if (from == end) return NaN;
  const first = load<u8>(from);
  if (first != 0x2d && <u8>(first - 0x30) > 9) return NaN;
  return check(from, end - from, 0).length == 0 ? parseDecimal(from, end) : NaN;
}

/** Fails because a parameter, or with the empty name the list's item, is of the wrong kind. */
export function wrongKind(name: string, value: Value, wanted: string): void {
  fail("INVALID_TYPE", placed(name) + " must be " + wanted + ", but it is " + describe(value) + ".");
}

/** A value in a message: its kind, and what it says where that is short. */
export function describe(value: Value): string {
  const kind = kindOf(value);
  if (kind == Kind.Null) return "null";
  if (kind == Kind.List) return "a list";
  if (kind == Kind.Object) return "an object";
  if (kind == Kind.Text) return "the text " + quoted(textOf(value));
  return quoted(raw(value));
}

/** Fails because an operation is not one of the known ones. */
export function unknownOperation(part: string, name: Text, known: string): void {
  fail("UNKNOWN_OPERATION", part + " has no operation " + quoted(name) + ". It has: " + known + ".");
}
