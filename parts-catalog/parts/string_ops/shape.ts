// Operations that shorten, lengthen or turn a text.

import { fail } from "../../lib/failure";
import { Value } from "../../lib/json";
import { put, putEscaped, putPiece } from "../../lib/output";
import { optionalText, optionalWhole, required } from "../../lib/parameters";
import { Text } from "../../lib/text";

const LONGEST = 4_000_000;
const FAR = 0x7fffffff;

/** Characters from `start` up to `end`; what lies outside the text is cut off. */
export function substring(text: Text, args: Value): void {
  const start = position(args, "start", 0);
  const end = position(args, "end", FAR);
  const from = text.offsetOf(start);
  const to = max(from, text.offsetOf(end));
  quote(text.slice(from, to));
}

function position(args: Value, name: string, otherwise: i32): i32 {
  return max(0, optionalWhole(args, name, otherwise, -FAR, FAR));
}

/** At most `length` characters; where some are left out, `ellipsis` takes the last places. */
export function truncate(text: Text, args: Value): void {
  required(args, "length", "the greatest number of characters");
  const length = optionalWhole(args, "length", 0, 0, FAR);
  const ellipsis = optionalText(args, "ellipsis", "…");
  if (text.offsetOf(length) == text.size) {
    quote(text);
    return;
  }
  const mark = ellipsis.slice(0, ellipsis.offsetOf(length));
  put(0x22);
  putPiece(text.slice(0, text.offsetOf(length - mark.length())));
  putPiece(mark);
  put(0x22);
}

export function padStart(text: Text, args: Value): void {
  const filler = fillerOf(args);
  const missing = missingOf(text, args);
  put(0x22);
  fill(filler, missing);
  putPiece(text);
  put(0x22);
}

export function padEnd(text: Text, args: Value): void {
  const filler = fillerOf(args);
  const missing = missingOf(text, args);
  put(0x22);
  putPiece(text);
  fill(filler, missing);
  put(0x22);
}

function fillerOf(args: Value): Text {
  const filler = optionalText(args, "with", " ");
  if (filler.size == 0) fail("OUT_OF_RANGE", "`args.with` is empty. Give the text to fill up with.");
  return filler;
}

function missingOf(text: Text, args: Value): i32 {
  required(args, "length", "the number of characters wanted");
  return optionalWhole(args, "length", 0, 0, 1_000_000) - text.length();
}

function fill(filler: Text, missing: i32): void {
  const each = filler.length();
  for (; missing >= each; missing -= each) putPiece(filler);
  if (missing > 0) putPiece(filler.slice(0, filler.offsetOf(missing)));
}

export function repeat(text: Text, args: Value): void {
  required(args, "count", "how often");
  const count = optionalWhole(args, "count", 0, 0, LONGEST);
  if (<i64>text.size * count > LONGEST) {
    fail("OUTPUT_LIMIT", "The repeated text would be longer than 4,000,000 bytes. Give a smaller `args.count`.");
  }
  put(0x22);
  if (text.size > 0) for (let i = 0; i < count; i++) putPiece(text);
  put(0x22);
}

/** Writes the characters in reverse order, without quotes. */
export function reverse(text: Text): void {
  let end = text.end;
  while (end > text.at) {
    let start = end;
    do start--; while ((load<u8>(start) & 0xc0) == 0x80);
    putEscaped(start, <i32>(end - start));
    end = start;
  }
}

function quote(text: Text): void {
  put(0x22);
  putPiece(text);
  put(0x22);
}
