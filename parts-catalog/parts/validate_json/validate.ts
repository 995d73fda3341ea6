// Asks everything a schema asks of a value. JSON Schema 2020-12: Core, section 10 (applicators) and 11
// (unevaluated), Validation, section 6.

import { quickNext } from "../../lib/ends";
import { fail } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf } from "../../lib/json";
import { mark, release, reserve } from "../../lib/memory";
import { sameJson } from "../../lib/same-json";
import { answered, ask, enough, failures, forget, wrong, written } from "./errors";
import { countWithin, validateList } from "./list";
import { validateObject } from "./object";
import { isType, typeMessage, validateScalar } from "./scalar";
import { Schema } from "./schema";

const DEEPEST = 1200;
let depth = 0;

/** Bytes that say which members or items have been looked at, one each; 0 where nobody asks. */
export type Seen = usize;

/** Whether a value, inside another, is valid; it keeps nothing unless failures are written. */
export function validateInner(schema: Schema, value: Value): bool {
  const start = mark();
  const before = written;
  const valid = validate(schema, value, 0);
  if (written == before) release(start);
  return valid;
}

export function validate(schema: Schema, value: Value, outer: Seen): bool {
  if (schema.never) return wrong("false", "Nothing is allowed here.");
  if (++depth > DEEPEST) {
    fail("SCHEMA_TOO_DEEP", "The schema's references lead round in a circle, or schema and value are nested too deep for each other.");
  }
  const own = schema.otherProperties !== null || schema.otherItems !== null;
  const size = own && kindOf(value) >= Kind.List ? countWithin(value) : 0;
  const seen: Seen = own ? blank(size) : outer;
  const before = failures;
  const valid = keywords(schema, value, seen, before);
  if (own && outer != 0) merge(outer, seen, size);
  depth--;
  return valid;
}

function keywords(schema: Schema, value: Value, seen: Seen, before: i32): bool {
  const kind = kindOf(value);
  if (schema.types != 0 && !isType(value, schema.types)) wrong("type", typeMessage(value, schema.types));
  if (schema.options != NONE && !isOneOf(schema.options, value)) wrong("enum", "It must be one of the values that `enum` lists.");
  if (schema.constant != NONE && !sameJson(schema.constant, value)) wrong("const", "It must be the value that `const` gives.");
  if (failures != before && enough()) return false;
  if (kind == Kind.Number || kind == Kind.Text) validateScalar(schema, value, kind);
  const reference = schema.reference;
  if (reference !== null) validate(reference, value, seen);
  for (let i = 0; i < schema.all.length; i++) validate(schema.all[i], value, seen);
  if (failures != before && enough()) return false;
  choose(schema, value, seen);
  if (kind == Kind.Object) validateObject(schema, value, seen);
  else if (kind == Kind.List) validateList(schema, value, seen);
  return failures == before;
}

function choose(schema: Schema, value: Value, seen: Seen): void {
  if (schema.any.length > 0 && holding(schema.any, value, seen, seen == 0 ? 1 : 0) == 0) {
    wrong("anyOf", "It fits none of the " + schema.any.length.toString() + " schemas of `anyOf`.");
  }
  if (schema.one.length > 0) {
    const count = holding(schema.one, value, seen, 2);
    if (count == 0) wrong("oneOf", "It fits none of the " + schema.one.length.toString() + " schemas of `oneOf`.");
    else if (count > 1) wrong("oneOf", "It fits more than one schema of `oneOf`.");
  }
  const not = schema.not;
  if (not !== null && holds(not, value, 0)) wrong("not", "It must not fit the schema of `not`.");
  const condition = schema.condition;
  if (condition === null) return;
  const then = holds(condition, value, seen) ? schema.then : schema.otherwise;
  if (then !== null) validate(then, value, seen);
}

/** How many of the schemas the value fits; with `most` not 0 no more are asked after so many. */
function holding(schemas: Schema[], value: Value, seen: Seen, most: i32): i32 {
  let count = 0;
  for (let i = 0; i < schemas.length && (most == 0 || count < most); i++) if (holds(schemas[i], value, seen)) count++;
  return count;
}

/** Whether the value fits, without a word where it doesn't. What was seen counts only where it does. */
export function holds(schema: Schema, value: Value, seen: Seen): bool {
  const start = mark();
  const size = seen == 0 ? 0 : countWithin(value);
  const inner: Seen = seen == 0 ? 0 : blank(size);
  const before = failures;
  ask();
  const valid = validate(schema, value, inner);
  answered();
  forget(before);
  if (valid && seen != 0) merge(seen, inner, size);
  release(start);
  return valid;
}

function isOneOf(options: Value, value: Value): bool {
  for (let each = firstIn(options); each != NONE; each = quickNext(each)) if (sameJson(each, value)) return true;
  return false;
}

function blank(size: i32): Seen {
  const seen = reserve(size + 1);
  memory.fill(seen, 0, size);
  return seen;
}

function merge(into: Seen, from: Seen, size: i32): void {
  for (let i = 0; i < size; i++) if (load<u8>(from + i) != 0) store<u8>(into + i, 1);
}
