// A list of objects or lists as a CSV text.

import { Kind, NONE, Value, decode, decodedAt, decodedSize, endOf, firstIn, kindOf, nextAfter, valueOf } from "../../lib/json";
import { put, putAscii, putEscaped, putKey, putPiece, putText, separate } from "../../lib/output";
import { optional, optionalBool, requiredList, withinItem, wrongKind } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Columns } from "./columns";
import { delimiterOf } from "./dialect";
import { isDecimal } from "./number";
import { choice, namesOf } from "./parse";

let delimiter: Text = changetype<Text>(0);
let crlf = true;
let all = false;
let guard = true;

export function write(input: Value): void {
  const rows = requiredList(input, "rows", "the list of rows");
  delimiter = delimiterOf(input);
  if (delimiter.size == 0) delimiter = Text.of(",");
  crlf = !choice(input, "newline", "crlf", "lf");
  all = choice(input, "quote", "needed", "all");
  guard = optionalBool(input, "formula_guard", true);
  const header = optionalBool(input, "header", true);
  const mark = optionalBool(input, "bom", false);
  const given = optional(input, "fields");
  if (given != NONE && kindOf(given) != Kind.List) wrongKind("fields", given, "a list of names");
  const columns = given == NONE ? columnsOf(rows) : namesOf(given, "fields");
  putKey("text");
  put(0x22);
  if (mark) putPiece(Text.of("\uFEFF"));
  if (header && columns.count > 0) putHeader(columns);
  const values = new StaticArray<Value>(columns.count);
  let count = 0;
  for (let row = firstIn(rows); row != NONE; row = nextAfter(row)) {
    withinItem("rows", count++);
    const kind = kindOf(row);
    if (kind == Kind.List) putList(row);
    else if (kind == Kind.Object) putObject(row, columns, values);
    else wrongKind("", row, "an object or a list");
  }
  put(0x22);
  putKey("count");
  putAscii(count.toString());
  putKey("fields");
  put(0x5b);
  for (let i = 0; i < columns.count; i++) {
    separate();
    putText(columns.names[i]);
  }
  put(0x5d);
}

/** The names of all members, as they first come. */
function columnsOf(rows: Value): Columns {
  const columns = new Columns();
  for (let row = firstIn(rows); row != NONE; row = nextAfter(row)) {
    if (kindOf(row) != Kind.Object) continue;
    for (let key = firstIn(row); key != NONE; key = nextAfter(valueOf(key))) {
      decode(key);
      if (columns.find(decodedAt, decodedSize) < 0) columns.add(new Text(decodedAt, decodedSize));
    }
  }
  return columns;
}

function putHeader(columns: Columns): void {
  for (let i = 0; i < columns.count; i++) {
    if (i > 0) putPiece(delimiter);
    putCell(columns.names[i].at, columns.names[i].size, guard, columns.count == 1);
  }
  putBreak();
}

function putObject(row: Value, columns: Columns, values: StaticArray<Value>): void {
  if (columns.count == 0) return;
  memory.fill(changetype<usize>(values), 0, <usize>columns.count << 2);
  for (let key = firstIn(row); key != NONE; ) {
    const value = valueOf(key);
    decode(key);
    const place = columns.find(decodedAt, decodedSize);
    if (place >= 0) values[place] = value;
    key = nextAfter(value);
  }
  for (let i = 0; i < values.length; i++) {
    if (i > 0) putPiece(delimiter);
    putValue(values[i], values.length == 1);
  }
  putBreak();
}

function putList(row: Value): void {
  let first = true;
  for (let each = firstIn(row); each != NONE; ) {
    const next = nextAfter(each);
    if (!first) putPiece(delimiter);
    putValue(each, first && next == NONE);
    first = false;
    each = next;
  }
  putBreak();
}

/** A text or a number as it is, nothing for null, lists and objects as JSON. */
function putValue(value: Value, alone: bool): void {
  const kind = value == NONE ? Kind.Null : kindOf(value);
  if (kind == Kind.Null) {
    putCell(0, 0, false, alone);
  } else if (kind == Kind.Text) {
    decode(value);
    const at = decodedAt;
    const size = decodedSize;
    putCell(at, size, guard, alone);
  } else {
    putJson(value, <i32>(endOf(value) - value));
  }
}

/**
 * What spreadsheets take for a formula; a number is none. OWASP, CSV injection:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function isFormula(at: usize, size: i32): bool {
  const c = load<u8>(at);
  if (c == 0x2d && isDecimal(at, size)) return false;
  return c == 0x3d || c == 0x2b || c == 0x2d || c == 0x40 || c == 0x09 || c == 0x0d;
}

/** An empty field that is alone in its line is quoted, or the line would be empty. */
function putCell(at: usize, size: i32, guarded: bool, alone: bool): void {
  const shielded = guarded && size > 0 && isFormula(at, size);
  const quotes = all || (alone && size == 0) || needsQuotes(at, size);
  if (quotes) putQuote();
  if (shielded) put(0x27);
  let plain = at;
  for (let p = at; p < at + size; p++) {
    if (load<u8>(p) != 0x22) continue;
    putEscaped(plain, <i32>(p + 1 - plain));
    plain = p;
  }
  putEscaped(plain, <i32>(at + size - plain));
  if (quotes) putQuote();
}

/** A number, true, false, or a list or object without the white space between its values. */
function putJson(at: usize, size: i32): void {
  const quotes = all || needsQuotes(at, size);
  if (quotes) putQuote();
  const end = at + size;
  let plain = at;
  let inside = false;
  for (let p = at; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x22) {
      inside = !inside;
      putEscaped(plain, <i32>(p + 1 - plain));
      plain = p;
    } else if (c == 0x5c) {
      p++;
      if (load<u8>(p) != 0x22) continue;
      putEscaped(plain, <i32>(p + 1 - plain));
      plain = p;
    } else if (!inside && c <= 0x20) {
      putEscaped(plain, <i32>(p - plain));
      plain = p + 1;
    }
  }
  putEscaped(plain, <i32>(end - plain));
  if (quotes) putQuote();
}

function putQuote(): void {
  put(0x5c);
  put(0x22);
}

function needsQuotes(at: usize, size: i32): bool {
  if (size == 0) return false;
  const end = at + size;
  if (load<u8>(at) <= 0x20 || load<u8>(end - 1) <= 0x20) return true;
  const first = load<u8>(delimiter.at);
  for (let p = at; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x22 || c == 0x0a || c == 0x0d) return true;
    if (c == first && <usize>(end - p) >= <usize>delimiter.size && memory.compare(p, delimiter.at, delimiter.size) == 0) return true;
  }
  return false;
}

function putBreak(): void {
  putAscii(crlf ? "\\r\\n" : "\\n");
}
