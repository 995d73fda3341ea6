// Reads a path: segments and what they choose. RFC 9535, sections 2.2 to 2.5.

import { Text } from "../../lib/text";
import { Cursor, END } from "./cursor";
import { FilterReader } from "./parse-filter";
import { Choice, Query, Segment, Selector } from "./query";

/** Reads the segments that follow `$` or `@`. */
export function readSegments(cursor: Cursor, query: Query, filters: FilterReader): void {
  while (true) {
    const before = cursor.at;
    cursor.space();
    const c = cursor.peek();
    if (c == 0x5b) {
      const segment = new Segment(false);
      brackets(cursor, segment, filters);
      query.segments.push(segment);
    } else if (c == 0x2e) {
      query.segments.push(dotted(cursor, filters));
    } else {
      // Space belongs to a segment only in front of it.
      cursor.at = before;
      return;
    }
  }
}

function dotted(cursor: Cursor, filters: FilterReader): Segment {
  cursor.at++;
  const segment = new Segment(cursor.take(0x2e));
  if (segment.descendant && cursor.peek() == 0x5b) {
    brackets(cursor, segment, filters);
  } else if (cursor.take(0x2a)) {
    segment.selectors.push(new Selector(Choice.Wildcard));
  } else {
    if (!cursor.startsName()) {
      cursor.refuse(segment.descendant ? "a name, `*` or `[` is expected after `..`" : "a name or `*` is expected after the dot; other names are written as ['name']");
    }
    segment.selectors.push(named(cursor.name()));
  }
  return segment;
}

function brackets(cursor: Cursor, segment: Segment, filters: FilterReader): void {
  cursor.enter();
  cursor.at++;
  do {
    cursor.space();
    segment.selectors.push(selector(cursor, filters));
    cursor.space();
  } while (cursor.take(0x2c));
  if (!cursor.take(0x5d)) cursor.refuse(cursor.peek() == END ? "the path ends inside brackets" : "`]` or a comma is expected");
  cursor.leave();
}

function selector(cursor: Cursor, filters: FilterReader): Selector {
  const c = cursor.peek();
  if (c == 0x27 || c == 0x22) return named(cursor.text());
  if (cursor.take(0x2a)) return new Selector(Choice.Wildcard);
  if (cursor.take(0x3f)) {
    const made = new Selector(Choice.Filter);
    made.filter = filters.read();
    return made;
  }
  if (!cursor.isDigit() && c != 0x2d && c != 0x3a) {
    cursor.refuse("a name in quotes, a number, a slice, `*` or a filter after `?` is expected");
  }
  return indexOrSlice(cursor);
}

function indexOrSlice(cursor: Cursor): Selector {
  const made = new Selector(Choice.Index);
  if (cursor.peek() != 0x3a) {
    made.start = cursor.integer();
    made.hasStart = true;
  }
  const after = cursor.at;
  cursor.space();
  if (!cursor.take(0x3a)) {
    cursor.at = after;
    return made;
  }
  made.choice = Choice.Slice;
  cursor.space();
  if (cursor.isDigit() || cursor.peek() == 0x2d) {
    made.end = cursor.integer();
    made.hasEnd = true;
    cursor.space();
  }
  if (cursor.take(0x3a)) {
    cursor.space();
    if (cursor.isDigit() || cursor.peek() == 0x2d) made.step = cursor.integer();
  }
  return made;
}

function named(name: Text): Selector {
  const made = new Selector(Choice.Name);
  made.name = name;
  return made;
}
