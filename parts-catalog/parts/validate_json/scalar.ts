// What is asked of numbers and texts, and of the type of any value.

import { Kind, NONE, Value, decode, decodedAt, decodedSize, kindOf, raw } from "../../lib/json";
import { compareNumbers, isMultiple, isWhole } from "../../lib/number-order";
import { describe } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { enough, wrong } from "./errors";
import { hasFormat } from "./formats";
import { Schema, Type, UNSET } from "./schema";

export function isType(value: Value, types: i32): bool {
  const kind = kindOf(value);
  if (kind == Kind.Null) return (types & Type.Null) != 0;
  if (kind == Kind.Bool) return (types & Type.Boolean) != 0;
  if (kind == Kind.Text) return (types & Type.String) != 0;
  if (kind == Kind.List) return (types & Type.Array) != 0;
  if (kind == Kind.Object) return (types & Type.Object) != 0;
  return (types & Type.Number) != 0 || ((types & Type.Integer) != 0 && isWhole(value));
}

export function typeMessage(value: Value, types: i32): string {
  if (enough()) return "";
  let names = "";
  for (let type = 1; type <= Type.Object; type <<= 1) {
    if ((types & type) != 0) names += (names.length > 0 ? " or " : "") + nameOf(type);
  }
  return "It must be " + names + ", but it is " + describe(value) + ".";
}

function nameOf(type: i32): string {
  if (type == Type.Null) return "null";
  if (type == Type.Boolean) return "true or false";
  if (type == Type.Integer) return "a whole number";
  if (type == Type.Number) return "a number";
  if (type == Type.String) return "a text";
  return type == Type.Array ? "a list" : "an object";
}

export function validateScalar(schema: Schema, value: Value, kind: Kind): void {
  if (kind == Kind.Number) {
    number(schema, value);
    return;
  }
  if (schema.minLength == UNSET && schema.maxLength == UNSET && schema.pattern === null && schema.format.length == 0) return;
  decode(value);
  text(schema, new Text(decodedAt, decodedSize));
}

function number(schema: Schema, value: Value): void {
  bound(schema.minimum, value, "minimum", "at least ");
  bound(schema.maximum, value, "maximum", "at most ");
  bound(schema.above, value, "exclusiveMinimum", "greater than ");
  bound(schema.below, value, "exclusiveMaximum", "less than ");
  const step = schema.multipleOf;
  if (step != NONE && !isMultiple(value, step)) wrong("multipleOf", numberMessage("a multiple of ", step, value));
}

function bound(limit: Value, value: Value, keyword: string, words: string): void {
  if (limit == NONE) return;
  const order = compareNumbers(value, limit);
  const lower = words.startsWith("at least") || words.startsWith("greater");
  const inside = (lower ? order > 0 : order < 0) || (order == 0 && words.startsWith("at"));
  if (!inside) wrong(keyword, numberMessage(words, limit, value));
}

function numberMessage(words: string, limit: Value, value: Value): string {
  return enough() ? "" : "It must be " + words + raw(limit).toString() + ", but it is " + describe(value) + ".";
}

function text(schema: Schema, text: Text): void {
  if (schema.minLength != UNSET || schema.maxLength != UNSET) {
    const length = text.length();
    if (schema.minLength != UNSET && length < schema.minLength) {
      wrong("minLength", sizeMessage("at least", schema.minLength, "character", length));
    }
    if (schema.maxLength != UNSET && length > schema.maxLength) {
      wrong("maxLength", sizeMessage("at most", schema.maxLength, "character", length));
    }
  }
  const pattern = schema.pattern;
  if (pattern !== null && !pattern.found(text)) wrong("pattern", enough() ? "" : "It doesn't match the pattern `" + pattern.source.toString() + "`.");
  if (schema.format.length > 0 && !hasFormat(text, schema.format)) {
    wrong("format", enough() ? "" : "It has not the format `" + schema.format + "`.");
  }
}

/** `It must have at least 3 characters, but it has 2.` */
export function sizeMessage(words: string, limit: f64, thing: string, count: i32): string {
  if (enough()) return "";
  const wanted = limit > i32.MAX_VALUE ? limit.toString() : (<i32>limit).toString();
  return "It must have " + words + " " + wanted + " " + thing + (limit == 1 ? "" : "s") + ", but it has " + count.toString() + ".";
}
