// Finds values in JSON by a JSONPath query (RFC 9535).

import { prepare } from "../../lib/categories";
import { indexEnds, quickEnd } from "../../lib/ends";
import { fail, quoted } from "../../lib/failure";
import { NONE, Value, memberNamed } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { put, putAscii, putBytes, putKey, separate } from "../../lib/output";
import { optionalText, required, requiredText } from "../../lib/parameters";
import { runWhole } from "../../lib/part";
import { Text } from "../../lib/text";
import { Cursor, END } from "./cursor";
import { Evaluation } from "./evaluate";
import { FilterReader } from "./parse-filter";
import { readSegments } from "./parse";
import { putPlace } from "./place";
import { Query, Wanted } from "./query";
import { Walk } from "./walk";

const LARGEST = 4_194_304;
const LONGEST_PATH = 20_000;
let size = 0;

runWhole((input: Value): void => {
  const root = required(input, "input", "the JSON to look in", true);
  const path = requiredText(input, "path", "a JSONPath, such as $.items[0].name");
  const mode = optionalText(input, "mode", "all");
  prepare();
  const cursor = new Cursor(path);
  const filters = new FilterReader(cursor);
  const query = read(path, cursor, filters);
  indexEnds(root);
  const evaluation = new Evaluation(root);
  evaluation.prepare(filters.absolute, filters.wanted);
  putAscii('{"success":true,"data":{');
  if (mode.is("first")) {
    const walk = new Walk(query, Wanted.First, writeFirst, evaluation);
    walk.from(root);
    if (walk.count == 0) writeDefault(input);
    putKey("found");
    putAscii(walk.count > 0 ? "true" : "false");
  } else {
    const paths = mode.is("paths");
    if (!paths && !mode.is("all")) fail("INVALID_VALUE", "`mode` must be all, first or paths, but it is " + quoted(mode) + ".");
    putKey(paths ? "paths" : "values");
    put(0x5b);
    const walk = new Walk(query, Wanted.All, paths ? writePlace : writeValue, evaluation);
    walk.from(root);
    put(0x5d);
    putKey("count");
    putAscii(walk.count.toString());
  }
  putAscii("}}");
});

function read(path: Text, cursor: Cursor, filters: FilterReader): Query {
  if (path.size > LONGEST_PATH) fail("PATH_SYNTAX", "The path is longer than " + LONGEST_PATH.toString() + " bytes. Use a shorter one.");
  if (!cursor.take(0x24)) cursor.refuse("a path begins with `$`");
  const query = new Query(true);
  readSegments(cursor, query, filters);
  if (cursor.peek() != END) cursor.refuse("a dot or `[` is expected, or the end");
  return query;
}

function writeValue(node: Value): void {
  separate();
  const bytes = quickEnd(node) - node;
  putBytes(node, bytes);
  grow(<i32>bytes);
}

function writePlace(node: Value): void {
  separate();
  grow(putPlace());
}

function writeFirst(node: Value): void {
  putKey("value");
  writeAsIs(node);
}

function writeDefault(input: Value): void {
  putKey("value");
  const otherwise = memberNamed(input, "default");
  if (otherwise == NONE) putAscii("null");
  else writeAsIs(otherwise);
}

function grow(bytes: i32): void {
  size += bytes + 1;
  if (size > LARGEST) fail("OUTPUT_LIMIT", "The values found are larger than 4 MiB together. Use a path that finds fewer, or the mode first.");
}
