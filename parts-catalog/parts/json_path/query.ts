// A JSONPath query with its parts read. RFC 9535, section 2.

import { Automaton } from "../../lib/automaton";
import { NONE, Value } from "../../lib/json";
import { Text } from "../../lib/text";

export const enum Choice {
  Name,
  Wildcard,
  Index,
  Slice,
  Filter,
}

@final
export class Selector {
  name: Text = new Text(0, 0);
  /** An index, or the bounds of a slice; those that aren't written depend on the step. */
  start: i64 = 0;
  end: i64 = 0;
  step: i64 = 1;
  hasStart: bool = false;
  hasEnd: bool = false;
  filter: Logic | null = null;

  constructor(public choice: Choice) {}
}

@final
export class Segment {
  selectors: Selector[] = [];

  constructor(public descendant: bool) {}
}

export const enum Wanted {
  All,
  First,
  Existence,
  Count,
  /** The value of the only node. */
  Only,
}

@final
export class Query {
  segments: Segment[] = [];
  /** What a query from the root gave, which is the same for every item. */
  asked: bool = false;
  count: i32 = 0;
  found: Value = NONE;

  constructor(public absolute: bool) {}

  /** Whether it gives one node at most. */
  get singular(): bool {
    for (let i = 0; i < this.segments.length; i++) {
      const segment = this.segments[i];
      if (segment.descendant || segment.selectors.length != 1) return false;
      const choice = segment.selectors[0].choice;
      if (choice != Choice.Name && choice != Choice.Index) return false;
    }
    return true;
  }
}

export const enum Connective {
  Or,
  And,
  Not,
  Exists,
  Compare,
  Matches,
}

/** Something that holds or doesn't. */
@final
export class Logic {
  parts: Logic[] = [];
  query: Query | null = null;
  comparison: string = "";
  left: Operand | null = null;
  right: Operand | null = null;
  /** Of `match` and `search`: `search`, and the pattern where it is written in the path. */
  anywhere: bool = false;
  pattern: Automaton | null = null;

  constructor(public connective: Connective) {}
}

export const enum Source {
  Literal,
  Query,
  Length,
  Count,
  Value,
  /** `match` or `search`: no value. */
  Logic,
}

/** Something with a value. */
@final
export class Operand {
  literal: Value = NONE;
  query: Query | null = null;
  inner: Operand | null = null;
  logic: Logic | null = null;

  constructor(public source: Source) {}
}
