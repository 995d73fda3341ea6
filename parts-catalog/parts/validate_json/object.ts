// What is asked of objects.

import { quickNext } from "../../lib/ends";
import { quoted } from "../../lib/failure";
import { NONE, Value, decode, decodedAt, decodedSize, firstIn, member, nextAfter, textOf, valueOf } from "../../lib/json";
import { mark, release, reserve } from "../../lib/memory";
import { Text } from "../../lib/text";
import { enough, enterMember, failures, leave, written, wrong } from "./errors";
import { sizeMessage } from "./scalar";
import { Properties, Schema, UNSET } from "./schema";
import { Seen, validate, validateInner } from "./validate";

export function validateObject(schema: Schema, object: Value, seen: Seen): void {
  const before = failures;
  const properties = schema.properties;
  const required = properties === null ? 0 : properties.requiredCount;
  const present: usize = required == 0 ? 0 : reserve(required);
  if (required > 0) memory.fill(present, 0, required);
  let count = 0;
  for (let key = firstIn(object); key != NONE; ) {
    const value = valueOf(key);
    const looked = oneMember(schema, properties, key, value, present);
    if (looked && seen != 0) store<u8>(seen + count, 1);
    if (failures != before && enough()) return;
    count++;
    key = quickNext(value);
  }
  if (schema.minProperties != UNSET && count < schema.minProperties) {
    wrong("minProperties", sizeMessage("at least", schema.minProperties, "member", count));
  }
  if (schema.maxProperties != UNSET && count > schema.maxProperties) {
    wrong("maxProperties", sizeMessage("at most", schema.maxProperties, "member", count));
  }
  if (properties !== null && required > 0) missing(properties, present);
  dependents(schema, object, seen);
  others(schema, object, seen);
}

/** Asks what is asked of one member; whether `properties` and its neighbours say anything about it. */
function oneMember(schema: Schema, properties: Properties | null, key: Value, value: Value, present: usize): bool {
  let looked = false;
  const start = mark();
  const before = written;
  decode(key);
  const at = decodedAt;
  const size = decodedSize;
  enterMember(key);
  if (properties !== null) {
    const property = properties.find(at, size);
    if (property !== null) {
      if (property.required >= 0) store<u8>(present + property.required, 1);
      const own = property.schema;
      if (own !== null) {
        validateInner(own, value);
        looked = true;
      }
    }
  }
  for (let i = 0; i < schema.patterns.length; i++) {
    if (schema.patterns[i].pattern.found(new Text(at, size))) {
      validateInner(schema.patterns[i].schema, value);
      looked = true;
    }
  }
  const additional = schema.additional;
  if (!looked && additional !== null) {
    if (additional.never) wrong("additionalProperties", "The name is not one of the allowed ones.");
    else validateInner(additional, value);
    looked = true;
  }
  const names = schema.names;
  if (names !== null) validateInner(names, key);
  leave();
  if (written == before) release(start);
  return looked;
}

function missing(properties: Properties, present: usize): void {
  for (let i = 0; i < properties.entries.length; i++) {
    const property = properties.entries[i];
    if (property.required < 0 || load<u8>(present + property.required) != 0) continue;
    wrong("required", enough() ? "" : "It has no member " + quoted(property.name) + ".");
    if (enough()) return;
  }
}

function dependents(schema: Schema, object: Value, seen: Seen): void {
  for (let i = 0; i < schema.dependents.length; i++) {
    const dependent = schema.dependents[i];
    if (member(object, dependent.name) == NONE) continue;
    const own = dependent.schema;
    if (own !== null) {
      validate(own, object, seen);
      continue;
    }
    for (let name = firstIn(dependent.list); name != NONE; name = nextAfter(name)) {
      if (member(object, textOf(name)) != NONE) continue;
      wrong("dependentRequired", enough() ? "" : "It has " + quoted(dependent.name) + ", so it must have " + quoted(textOf(name)) + " too.");
    }
  }
}

function others(schema: Schema, object: Value, seen: Seen): void {
  const other = schema.otherProperties;
  if (other === null) return;
  let index = 0;
  for (let key = firstIn(object); key != NONE; ) {
    const value = valueOf(key);
    if (load<u8>(seen + index) == 0) {
      enterMember(key);
      if (other.never) wrong("unevaluatedProperties", "The name is not one of the allowed ones.");
      else validateInner(other, value);
      leave();
      store<u8>(seen + index, 1);
    }
    index++;
    key = quickNext(value);
  }
}
