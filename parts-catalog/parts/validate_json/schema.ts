// A schema with its keywords read: what is asked of a value. JSON Schema 2020-12.

import { Value, NONE } from "../../lib/json";
import { Text } from "../../lib/text";
import { Pattern } from "./pattern";

/** A count that a keyword didn't give. */
export const UNSET: f64 = -1;

export const enum Type {
  Null = 1,
  Boolean = 2,
  Integer = 4,
  Number = 8,
  String = 16,
  Array = 32,
  Object = 64,
}

/** Names with the schema or the list that each has. */
@final
export class Named {
  constructor(
    public name: Text,
    public schema: Schema | null,
    public list: Value,
  ) {}
}

@final
export class Patterned {
  constructor(
    public pattern: Pattern,
    public schema: Schema,
  ) {}
}

@final
export class Schema {
  /** The schema `false`. */
  never: bool = false;
  types: i32 = 0;
  options: Value = NONE;
  constant: Value = NONE;

  minimum: Value = NONE;
  maximum: Value = NONE;
  above: Value = NONE;
  below: Value = NONE;
  multipleOf: Value = NONE;

  minLength: f64 = UNSET;
  maxLength: f64 = UNSET;
  pattern: Pattern | null = null;
  format: string = "";

  minProperties: f64 = UNSET;
  maxProperties: f64 = UNSET;
  properties: Properties | null = null;
  patterns: Patterned[] = [];
  additional: Schema | null = null;
  names: Schema | null = null;
  dependents: Named[] = [];

  minItems: f64 = UNSET;
  maxItems: f64 = UNSET;
  unique: bool = false;
  prefix: Schema[] = [];
  items: Schema | null = null;
  contains: Schema | null = null;
  minContains: f64 = 1;
  maxContains: f64 = UNSET;

  reference: Schema | null = null;
  all: Schema[] = [];
  any: Schema[] = [];
  one: Schema[] = [];
  not: Schema | null = null;
  condition: Schema | null = null;
  then: Schema | null = null;
  otherwise: Schema | null = null;
  otherProperties: Schema | null = null;
  otherItems: Schema | null = null;

  constructor(public at: Value) {}
}

/** The schemas of properties and the required names, found by name in constant time. */
@final
export class Properties {
  private table: StaticArray<i32>;
  entries: Property[] = [];
  requiredCount: i32 = 0;

  constructor(room: i32) {
    let slots = 8;
    while (slots < room * 2) slots <<= 1;
    this.table = new StaticArray<i32>(slots);
  }

  /** The property of that name, or null. */
  find(at: usize, size: i32): Property | null {
    const mask = this.table.length - 1;
    let slot = hash(at, size) & mask;
    while (true) {
      const index = this.table[slot];
      if (index == 0) return null;
      const entry = this.entries[index - 1];
      if (entry.name.size == size && memory.compare(entry.name.at, at, size) == 0) return entry;
      slot = (slot + 1) & mask;
    }
  }

  /** The property of that name, made where there is none. */
  of(name: Text): Property {
    const known = this.find(name.at, name.size);
    if (known !== null) return known;
    const mask = this.table.length - 1;
    let slot = hash(name.at, name.size) & mask;
    while (this.table[slot] != 0) slot = (slot + 1) & mask;
    const made = new Property(name);
    this.entries.push(made);
    this.table[slot] = this.entries.length;
    return made;
  }
}

@final
export class Property {
  schema: Schema | null = null;
  /** One of the required, counted from 0; else -1. */
  required: i32 = -1;

  constructor(public name: Text) {}
}

function hash(at: usize, size: i32): i32 {
  let h: u32 = 0x811c9dc5;
  for (let p = at; p < at + size; p++) h = (h ^ load<u8>(p)) * 0x01000193;
  return <i32>((h ^ (h >> 15)) & 0x7fffffff);
}
