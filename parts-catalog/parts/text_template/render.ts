// Goes through a template's tags and writes what they come to.

import { Expression } from "../../lib/expression";
import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter, valueOf } from "../../lib/json";
import { mark, release } from "../../lib/memory";
import { describe } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { Escape, escaped } from "./escapes";
import { readHead } from "./head";
import { PLACE, refuseValue } from "./place";
import { write } from "./sink";
import { Tag, contentOf, endOfBlock, kindAt, markOnce, nextBranch, textBefore, textEnd } from "./tags";
import { pathRead, readValue, scope } from "./value";

/** As many as the text may have bytes. */
const MOST_ROUNDS = 4_194_304;
const MOST_MISSING = 100;
const NUMBER_ROOM: usize = 16;

const INDEX = Text.of("@index");
const FIRST = Text.of("@first");
const LAST = Text.of("@last");
const KEY = Text.of("@key");
const BRACES = Text.of("{{").at;
const TRUE = Text.of("true ").at;
const FALSE = Text.of("false ").at;
/** The text of `@index` for each block that is open. */
const numbers = memory.data(100 * 16);

let escape: Escape = Escape.None;
let strict = false;
let rounds = 0;
let depth = 0;

/** Paths that named nothing, each once. */
export const missing: Text[] = [];

export function render(how: Escape, strictly: bool): void {
  escape = how;
  strict = strictly;
  rounds = 0;
  const tag = part(0, -1);
  write(textBefore(tag), textEnd(tag) - textBefore(tag));
}

/** Renders from a tag on up to another, or to the last; gives the tag it stopped at. */
function part(from: i32, to: i32): i32 {
  let tag = from;
  while (tag != to) {
    const kind = kindAt(tag);
    if (kind == Tag.End) return tag;
    write(textBefore(tag), textEnd(tag) - textBefore(tag));
    if (kind == Tag.Value) value(tag);
    if (kind == Tag.If) tag = chosen(tag);
    else if (kind == Tag.Each) tag = each(tag);
    else if (kind == Tag.ElseIf || kind == Tag.Else) tag = endOfBlock(tag);
    tag++;
  }
  return tag;
}

function value(tag: i32): void {
  const start = mark();
  const content = contentOf(tag);
  if (content.size > 0) {
    const result = readValue(content, false)!;
    if (result.value == NONE) note(pathRead, content.at, markOnce(tag));
    const same = (escape == Escape.Json && result.last == "json") || (escape == Escape.Html && result.last == "escape_html");
    const text = same ? result.text() : escaped(result.text(), escape);
    write(text.at, text.size);
  } else {
    write(BRACES, 2);
  }
  release(start);
  keepNoted();
}

/** A path to remember, once the memory that its value needed is given back. */
let notedAt: usize = 0;
let notedSize: i32 = 0;

function note(path: Text, at: usize, known: bool): void {
  if (strict) {
    refuseValue("UNRESOLVED_REFERENCE", at, quoted(path) + " names nothing. Pass it in `values`, or give a default, as in `{{name ?? \"\"}}`.");
  }
  if (known || missing.length == MOST_MISSING) return;
  for (let i = 0; i < missing.length; i++) if (missing[i].equals(path)) return;
  notedAt = path.at;
  notedSize = path.size;
}

function keepNoted(): void {
  if (notedSize > 0) missing.push(new Text(notedAt, notedSize));
  notedSize = 0;
}

/** The tag after which it goes on: that of the branch that is taken, or the block's end. */
function chosen(first: i32): i32 {
  let tag = first;
  while (kindAt(tag) == Tag.If || kindAt(tag) == Tag.ElseIf) {
    const start = mark();
    const holds = new Expression(contentOf(tag), scope, PLACE).holds();
    release(start);
    if (holds) break;
    tag = nextBranch(tag);
  }
  return tag;
}

/** Renders the block for every item or member; gives the tag that ends it. */
function each(tag: i32): i32 {
  const start = mark();
  const head = readHead(contentOf(tag), scope);
  const whole = head.value;
  const name = new Text(head.name.at, head.name.size);
  const kind = whole == NONE ? Kind.Null : kindOf(whole);
  if (whole == NONE) note(head.path, head.path.at, false);
  if (kind != Kind.Null && kind != Kind.List && kind != Kind.Object) {
    refuseValue("INVALID_TYPE", head.path.at, quoted(head.path) + " is " + describe(whole) + ", but `each` needs a list or an object.");
  }
  const nameAt = name.at;
  const nameSize = name.size;
  release(start);
  keepNoted();
  const branch = nextBranch(tag);
  const end = endOfBlock(tag);
  const first = kind == Kind.Null ? NONE : firstIn(whole);
  if (first != NONE) repeat(first, kind == Kind.Object, nameAt, nameSize, tag + 1, branch);
  else if (branch != end) body(branch + 1, end);
  return end;
}

function repeat(first: Value, ofObject: bool, nameAt: usize, nameSize: i32, from: i32, to: i32): void {
  const number = numbers + <usize>depth * NUMBER_ROOM;
  depth++;
  const item = scope.enter(nameAt, nameSize, NONE);
  const index = scope.enter(INDEX.at, INDEX.size, number);
  const isFirst = scope.enter(FIRST.at, FIRST.size, TRUE);
  const isLast = scope.enter(LAST.at, LAST.size, FALSE);
  const key = scope.enter(KEY.at, KEY.size, number);
  let count = 0;
  for (let each = first; each != NONE; ) {
    if (++rounds > MOST_ROUNDS) fail("LOOP_LIMIT", "The template goes round its loops more than 4,194,304 times. Pass fewer items.");
    const value = ofObject ? valueOf(each) : each;
    const next = nextAfter(value);
    writeNumber(number, count);
    scope.change(item, value);
    scope.change(isFirst, count == 0 ? TRUE : FALSE);
    scope.change(isLast, next == NONE ? TRUE : FALSE);
    if (ofObject) scope.change(key, each);
    body(from, to);
    each = next;
    count++;
  }
  scope.leave(5);
  depth--;
}

function body(from: i32, to: i32): void {
  part(from, to);
  write(textBefore(to), textEnd(to) - textBefore(to));
}

/** Its digits, and a byte that ends a number. */
function writeNumber(at: usize, value: i32): void {
  let size: usize = 1;
  for (let rest = value; rest > 9; rest /= 10) size++;
  store<u8>(at + size, 0);
  for (let p = at + size; p > at; value /= 10) store<u8>(--p, <u8>(0x30 + (value % 10)));
}
