// A CSV text as a list of objects, or of lists where it has no header.

import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter } from "../../lib/json";
import { put, putAscii, putBytes, putEscaped, putKey, putString, putText, separate } from "../../lib/output";
import { asText, optional, optionalBool, optionalText, requiredText, withinItem, within } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Columns, MOST_COLUMNS, tooMany } from "./columns";
import { delimiterIn, delimiterOf } from "./dialect";
import { isDecimal } from "./number";
import { Reader } from "./reader";

/** Numbers with more digits would not stay what they are in programs that read JSON. */
const EXACT_DIGITS = 15;

let reader: Reader = changetype<Reader>(0);
let columns: Columns | null = null;
let typed = false;
let pad = false;
let skipEmpty = true;
let comment: Text = changetype<Text>(0);
let width = -1;

export function parse(input: Value): void {
  const text = withoutMark(requiredText(input, "text", "the CSV text"));
  typed = choice(input, "types", "text", "auto");
  pad = choice(input, "ragged", "fail", "pad");
  skipEmpty = optionalBool(input, "skip_empty_lines", true);
  comment = optionalText(input, "comment", "");
  reader = new Reader(text, delimiterOf(input), optionalBool(input, "trim", false));
  const known = reader.delimiter.size > 0;
  if (!known) reader.delimiter = Text.of(",");
  reader.skip(skipEmpty, comment);
  if (!known) reader.delimiter = delimiterIn(reader.next(), text.end);
  readHeader(input);
  const names = columns;
  putKey("fields");
  put(0x5b);
  for (let i = 0; names !== null && i < names.count; i++) {
    separate();
    putText(names.names[i]);
  }
  put(0x5d);
  putKey("rows");
  put(0x5b);
  let count = 0;
  for (reader.skip(skipEmpty, comment); !reader.atEnd(); reader.skip(skipEmpty, comment)) {
    separate();
    if (names === null) putList();
    else putObject(names);
    count++;
  }
  put(0x5d);
  putKey("count");
  putAscii(count.toString());
  putKey("delimiter");
  putText(reader.delimiter);
}

/** Without the byte order mark in front. */
function withoutMark(text: Text): Text {
  const marked = text.size >= 3 && load<u8>(text.at) == 0xef && load<u8>(text.at, 1) == 0xbb && load<u8>(text.at, 2) == 0xbf;
  return marked ? text.slice(3, text.size) : text;
}

/** Whether a parameter is the second of two words; the first is the default. */
export function choice(input: Value, name: string, first: string, second: string): bool {
  const text = optionalText(input, name, first);
  if (text.is(second)) return true;
  if (!text.is(first)) {
    fail("INVALID_VALUE", "`" + name + "` is " + quoted(text) + ". It may be `" + first + "` or `" + second + "`.");
  }
  return false;
}

function readHeader(input: Value): void {
  const given = optional(input, "header");
  if (given != NONE && kindOf(given) == Kind.List) {
    columns = namesOf(given, "header");
    if (columns!.count == 0) columns = null;
  } else if (optionalBool(input, "header", true)) {
    const names = new Columns();
    if (!reader.atEnd()) {
      do {
        reader.field();
        names.addHeader(reader.text());
      } while (reader.more);
    }
    columns = names;
  }
  const names = columns;
  if (names !== null) width = names.count;
}

/** Names of columns that are given as a list of texts. */
export function namesOf(list: Value, name: string): Columns {
  const names = new Columns();
  let index = 0;
  for (let each = firstIn(list); each != NONE; each = nextAfter(each)) {
    withinItem(name, index++);
    names.addHeader(asText(each, ""));
  }
  within("");
  return names;
}

function putList(): void {
  const line = reader.line;
  let count = 0;
  put(0x5b);
  do {
    reader.field();
    separate();
    putField();
    count++;
  } while (reader.more);
  if (width < 0) width = count;
  if (count != width) {
    if (!pad) refuseRagged(line, count);
    for (; count < width; count++) {
      separate();
      putAscii(typed ? "null" : '""');
    }
  }
  put(0x5d);
}

function putObject(names: Columns): void {
  const line = reader.line;
  let count = 0;
  put(0x7b);
  do {
    reader.field();
    separate();
    if (count < width) putText(names.names[count]);
    else putText(Text.of(extraName(names, count)));
    put(0x3a);
    putField();
    count++;
  } while (reader.more);
  if (count != width) {
    if (!pad) refuseRagged(line, count);
    for (; count < width; count++) {
      separate();
      putText(names.names[count]);
      putAscii(typed ? ":null" : ':""');
    }
  }
  put(0x7d);
}

/** A name for a field that no column is for. */
function extraName(names: Columns, index: i32): string {
  if (index >= MOST_COLUMNS) tooMany();
  let name = "column_" + (index + 1).toString();
  while (true) {
    const text = Text.of(name);
    if (names.find(text.at, text.size) < 0) return name;
    name += "_";
  }
}

function refuseRagged(line: i32, count: i32): void {
  fail(
    "RAGGED_ROW",
    "Line " + line.toString() + " has " + count.toString() + (count == 1 ? " field" : " fields") + " where " + width.toString() +
      (width == 1 ? " is" : " are") + " expected. Correct the line, choose the right `delimiter`, or set `ragged` to `pad`.",
  );
}

function putField(): void {
  const at = reader.at;
  const size = reader.size;
  if (reader.doubled) {
    putDoubled(at, at + size);
  } else if (!typed || reader.quoted) {
    putString(at, size);
  } else if (size == 0) {
    putAscii("null");
  } else if (isNumber(at, size)) {
    putBytes(at, size);
  } else if (isWord(at, size, "true") || isWord(at, size, "false")) {
    putAscii(size == 4 ? "true" : "false");
  } else {
    putString(at, size);
  }
}

/** A field in which quotes are written twice. */
function putDoubled(from: usize, end: usize): void {
  put(0x22);
  let plain = from;
  for (let p = from; p < end; p++) {
    if (load<u8>(p) != 0x22) continue;
    putEscaped(plain, <i32>(p + 1 - plain));
    plain = ++p + 1;
  }
  putEscaped(plain, <i32>(end - plain));
  put(0x22);
}

/** A decimal of not too many digits. */
function isNumber(at: usize, size: i32): bool {
  return size <= EXACT_DIGITS + 2 && isDecimal(at, size) && digitsIn(at, size) <= EXACT_DIGITS;
}

function digitsIn(at: usize, size: i32): i32 {
  let digits = 0;
  for (let p = at; p < at + size; p++) if (<u8>(load<u8>(p) - 0x30) < 10) digits++;
  return digits;
}

/** The word in lower or in upper case. */
function isWord(at: usize, size: i32, word: string): bool {
  if (size != word.length) return false;
  const upper: u8 = load<u8>(at) & 0x20;
  for (let i = 0; i < size; i++) {
    if (load<u8>(at + i) != ((<u8>word.charCodeAt(i) & 0xdf) | upper)) return false;
  }
  return true;
}
