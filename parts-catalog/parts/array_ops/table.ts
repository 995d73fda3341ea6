// Tables: rows of cells, as spreadsheets give them, to objects and back.

import { ByteSet } from "../../lib/byte-set";
import { fail } from "../../lib/failure";
import { Field } from "../../lib/field";
import { Kind, NONE, Value, countOf, decode, decodedAt, decodedSize, firstIn, kindOf, nextAfter, valueOf } from "../../lib/json";
import { Members, writeAsIs } from "../../lib/members";
import { mark, release, reserve } from "../../lib/memory";
import { put, putAscii, putString, putText, separate } from "../../lib/output";
import { asText, optional, optionalBool, requiredList, withinItem, wrongKind } from "../../lib/parameters";

const MOST_FIELDS = 1000;
/** More than the widest spreadsheet has (18,278: https://support.google.com/drive/answer/37603). */
const MOST_COLUMNS = 20_000;
const MOST_CELLS: i64 = 3_000_000;

let cells: usize = 0;

/** Objects named by the first row, or by `fields`; a cell that a row lacks is "". */
export function toObjects(rows: Value, args: Value): void {
  const fields = optional(args, "fields") == NONE ? NONE : requiredList(args, "fields", "the names of the columns");
  let row = firstIn(rows);
  let index = 0;
  const header = fields != NONE ? fields : row;
  if (header == NONE) {
    putAscii("[]");
    return;
  }
  if (fields == NONE) {
    withinItem("input", index++);
    if (kindOf(row) != Kind.List) wrongKind("", row, "a list of cells");
    row = nextAfter(row);
  } else {
    withinItem("args.fields", 0);
  }
  const columns = countOf(header);
  if (columns > MOST_COLUMNS) fail("OUT_OF_RANGE", "The table has more than 20,000 columns.");
  const members = columnsOf(header, fields != NONE);
  refuseTooMany(countOf(rows), columns);
  const entries = members.inOrder();
  cells = reserve((<usize>columns << 2) + 4);
  put(0x5b);
  for (; row != NONE; row = nextAfter(row)) {
    withinItem("input", index++);
    if (kindOf(row) != Kind.List) wrongKind("", row, "a list of cells");
    let cell = firstIn(row);
    for (let i = 0; i < columns; i++) {
      store<usize>(cells + (<usize>i << 2), cell);
      if (cell != NONE) cell = nextAfter(cell);
    }
    separate();
    put(0x7b);
    for (let i = 0; i < entries.length; i++) members.writeMember(entries[i], writeCellOf);
    put(0x7d);
  }
  put(0x5d);
}

/** Names of columns; the value of each is its column's number from 1. A column without a name is left out. */
function columnsOf(header: Value, given: bool): Members {
  const members = new Members(countOf(header));
  let column = 0;
  for (let each = firstIn(header); each != NONE; each = nextAfter(each)) {
    if (given) withinItem("args.fields", column);
    column++;
    if (kindOf(each) == Kind.Null) continue;
    const name = asText(each, given ? "" : column.toString());
    if (name.size > 0) members.set(name, column);
  }
  return members;
}

function writeCellOf(column: usize): void {
  writeCell(load<usize>(cells + ((column - 1) << 2)));
}

function writeCell(cell: Value): void {
  if (cell == NONE) putAscii('""');
  else writeAsIs(cell);
}

/** A row of names, unless `header` is false, and a row of cells for each object. */
export function toRows(items: Value, args: Value): void {
  const header = optionalBool(args, "header", true);
  const given = optional(args, "fields") != NONE;
  if (given) rowsOfFields(items, requiredList(args, "fields", "the fields that become columns"), header);
  else rowsOfAll(items, header);
}

function rowsOfFields(items: Value, given: Value, header: bool): void {
  const fields: Field[] = [];
  for (let each = firstIn(given); each != NONE; each = nextAfter(each)) {
    if (fields.length == MOST_FIELDS) fail("OUT_OF_RANGE", "`args.fields` has more than 1,000 fields.");
    withinItem("args.fields", fields.length);
    fields.push(new Field(asText(each, "")));
  }
  refuseTooMany(countOf(items), fields.length);
  put(0x5b);
  if (header) {
    put(0x5b);
    for (let i = 0; i < fields.length; i++) {
      separate();
      putText(fields[i].path);
    }
    put(0x5d);
  }
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    separate();
    put(0x5b);
    for (let i = 0; i < fields.length; i++) {
      const value = fields[i].of(each);
      separate();
      writeCell(value);
    }
    put(0x5d);
  }
  put(0x5d);
}

/** A column for every name that any of the objects has, in the order in which they come up. */
function rowsOfAll(items: Value, header: bool): void {
  const names = new ByteSet();
  let count = 0;
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    withinItem("input", count++);
    if (kindOf(each) != Kind.Object) wrongKind("", each, "an object");
    for (let key = firstIn(each); key != NONE; key = nextAfter(valueOf(key))) addName(names, key);
  }
  refuseTooMany(count, names.count);
  cells = reserve((<usize>names.count << 2) + 4);
  put(0x5b);
  if (header && count > 0) writeNames(names);
  for (let each = firstIn(items); each != NONE; each = nextAfter(each)) {
    fillCells(each, names);
    separate();
    put(0x5b);
    for (let i = 0; i < names.count; i++) {
      separate();
      writeCell(load<usize>(cells + (<usize>i << 2)));
    }
    put(0x5d);
  }
  put(0x5d);
}

function addName(names: ByteSet, key: Value): void {
  const start = mark();
  decode(key);
  if (names.indexOf(decodedAt, decodedSize) >= 0) {
    release(start);
  } else {
    names.add(decodedAt, decodedSize, false);
  }
}

function writeNames(names: ByteSet): void {
  put(0x5b);
  for (let i = 0; i < names.count; i++) {
    separate();
    putString(names.atOf(i), names.sizeOf(i));
  }
  put(0x5d);
}

function fillCells(object: Value, names: ByteSet): void {
  memory.fill(cells, 0, <usize>names.count << 2);
  const start = mark();
  for (let key = firstIn(object); key != NONE; ) {
    const value = valueOf(key);
    decode(key);
    store<usize>(cells + (<usize>names.indexOf(decodedAt, decodedSize) << 2), value);
    key = nextAfter(value);
  }
  release(start);
}

function refuseTooMany(rows: i32, columns: i32): void {
  if (<i64>rows * columns > MOST_CELLS) {
    fail("OUTPUT_LIMIT", "The table would have more than 3,000,000 cells. Give it fewer rows, or name the columns in `args.fields`.");
  }
}
