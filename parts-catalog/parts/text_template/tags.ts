// Takes a template apart: tags, each with the text before it, in one table. Blocks know where they go on.

import { Scope } from "../../lib/scope";
import { Expression } from "../../lib/expression";
import { NONE } from "../../lib/json";
import { mark, release, reserve } from "../../lib/memory";
import { isSpace } from "../../lib/letters";
import { Text, codePointAt, widthAt } from "../../lib/text";
import { endOfName } from "../../lib/tokens";
import { readHead } from "./head";
import { PLACE } from "./place";
import { readValue } from "./value";

export const enum Tag {
  Value,
  If,
  ElseIf,
  Else,
  EndIf,
  Each,
  EndEach,
  /** After the last tag. */
  End,
}

const MOST_BLOCKS = 100;
/** What names stand for while a template is only read. */
const NOTHING = new Scope(NONE);
const ENTRY: usize = 28; // kind, text's address and end, content's address and end, where to go on, end of the block

let table: usize = 0;
let count = 0;

export function kindAt(tag: i32): Tag {
  return load<i32>(table + <usize>tag * ENTRY);
}

export function textBefore(tag: i32): usize {
  return load<usize>(table + <usize>tag * ENTRY, 4);
}

export function textEnd(tag: i32): usize {
  return load<usize>(table + <usize>tag * ENTRY, 8);
}

/** What stands in the tag after its word. */
export function contentOf(tag: i32): Text {
  const entry = table + <usize>tag * ENTRY;
  return new Text(load<usize>(entry, 12), <i32>(load<usize>(entry, 16) - load<usize>(entry, 12)));
}

/** The block's next branch or its end. */
export function nextBranch(tag: i32): i32 {
  return load<i32>(table + <usize>tag * ENTRY, 20);
}

/** The tag that ends the block. */
export function endOfBlock(tag: i32): i32 {
  return load<i32>(table + <usize>tag * ENTRY, 24);
}

/** Whether the tag was marked; marks it. A value's places for blocks are free for that. */
export function markOnce(tag: i32): bool {
  const entry = table + <usize>tag * ENTRY;
  const marked = load<i32>(entry, 20) != 0;
  store<i32>(entry, 1, 20);
  return marked;
}

/** Reads a template into the table; fails where it isn't right. */
export function readTags(source: Text): void {
  table = reserve(<usize>(openings(source) + 1) * ENTRY);
  const open: i32[] = [];
  let plain = source.at;
  let p = source.at;
  while (p + 1 < source.end) {
    if (load<u16>(p) != 0x7b7b) {
      p++;
      continue;
    }
    if (p + 3 < source.end && load<u16>(p, 2) == 0x7b7b) {
      // Four braces are two: a tag without content.
      add(Tag.Value, plain, p, p, p);
      p += 4;
      plain = p;
      continue;
    }
    const close = closing(p, source.end);
    const tag = count;
    block(plain, p, close, open);
    plain = close + 2;
    const kind = kindAt(tag);
    if (kind != Tag.Value && standsAlone(source, p, plain)) {
      let from = p;
      while (from > textBefore(tag) && isBlank(load<u8>(from - 1))) from--;
      store<usize>(table + <usize>tag * ENTRY, from, 8);
      plain = afterLine(source, plain);
    }
    p = plain;
  }
  if (open.length > 0) {
    const last = open[open.length - 1];
    const word = blockWord(last);
    PLACE.refuse(textEnd(last), "`{{#" + word + "}}` has no `{{/" + word + "}}`");
  }
  add(Tag.End, plain, source.end, source.end, source.end);
}

function blockWord(tag: i32): string {
  return kindAt(tag) == Tag.Each ? "each" : "if";
}

function openings(source: Text): i32 {
  let found = 0;
  for (let p = source.at; p + 1 < source.end; p++) {
    if (load<u16>(p) != 0x7b7b) continue;
    found++;
    p += p + 3 < source.end && load<u16>(p, 2) == 0x7b7b ? 3 : 1;
  }
  return found;
}

function add(kind: Tag, from: usize, to: usize, content: usize, end: usize): void {
  const entry = table + <usize>count * ENTRY;
  count++;
  store<i32>(entry, kind);
  store<usize>(entry, from, 4);
  store<usize>(entry, to, 8);
  store<usize>(entry, content, 12);
  store<usize>(entry, end, 16);
  store<i32>(entry, 0, 20);
  store<i32>(entry, 0, 24);
}

/** Where the tag's closing braces are; braces in quotes don't close. */
function closing(opening: usize, end: usize): usize {
  let quote: u8 = 0;
  for (let p = opening + 2; p + 1 < end; p++) {
    const c = load<u8>(p);
    if (quote != 0) {
      if (c == 0x5c) p++;
      else if (c == quote) quote = 0;
    } else if (c == 0x22 || c == 0x27) {
      quote = c;
    } else if (load<u16>(p) == 0x7d7d) {
      return p;
    }
  }
  PLACE.refuse(opening, "`{{` has no `}}`; write `{{{{` for two braces");
  return end;
}

function block(plain: usize, opening: usize, close: usize, open: i32[]): void {
  const from = skip(opening + 2, close);
  let to = close;
  while (to > from && load<u8>(to - 1) <= 0x20) to--;
  const sign = from < to ? load<u8>(from) : 0;
  if (sign == 0x23) {
    if (open.length == MOST_BLOCKS) PLACE.refuse(opening, "more than 100 blocks inside each other");
    begin(plain, opening, from, to, open);
  } else if (sign == 0x2f) {
    finish(plain, opening, from, to, open);
  } else if (isWord(from, to, "else")) {
    branch(plain, opening, skip(from + 4, to), to, open);
  } else {
    add(Tag.Value, plain, opening, from, to);
    const start = mark();
    readValue(new Text(from, <i32>(to - from)), true);
    release(start);
  }
}

function begin(plain: usize, opening: usize, from: usize, to: usize, open: i32[]): void {
  open.push(count);
  if (isWord(from + 1, to, "if")) {
    const content = skip(from + 3, to);
    checkExpression(content, to);
    add(Tag.If, plain, opening, content, to);
  } else if (isWord(from + 1, to, "each")) {
    const content = skip(from + 5, to);
    const start = mark();
    readHead(new Text(content, <i32>(to - content)), NOTHING);
    release(start);
    add(Tag.Each, plain, opening, content, to);
  } else {
    PLACE.refuse(opening, "`{{#` goes on with `if` or `each`");
  }
}

function branch(plain: usize, opening: usize, from: usize, to: usize, open: i32[]): void {
  if (open.length == 0) PLACE.refuse(opening, "`{{else}}` stands outside any block");
  const first = open[open.length - 1];
  const last = lastBranch(first);
  if (kindAt(last) == Tag.Else) PLACE.refuse(opening, "nothing but the block's end can follow its `{{else}}`");
  store<i32>(table + <usize>last * ENTRY, count, 20);
  // Until the block ends, its first tag knows the last branch.
  store<i32>(table + <usize>first * ENTRY, count, 24);
  if (from == to) {
    add(Tag.Else, plain, opening, from, to);
    return;
  }
  if (!isWord(from, to, "if") || kindAt(first) != Tag.If) PLACE.refuse(from, "`{{else}}` goes on with nothing, or in an if with `if` and a condition");
  const content = skip(from + 2, to);
  checkExpression(content, to);
  add(Tag.ElseIf, plain, opening, content, to);
}

function lastBranch(first: i32): i32 {
  const last = endOfBlock(first);
  return last == 0 ? first : last;
}

function finish(plain: usize, opening: usize, from: usize, to: usize, open: i32[]): void {
  const each = isWord(from + 1, to, "each");
  if (!each && !isWord(from + 1, to, "if")) PLACE.refuse(opening, "`{{/` goes on with `if` or `each`");
  if (open.length == 0) PLACE.refuse(opening, "there is no block to end here");
  const first = open.pop();
  if ((kindAt(first) == Tag.Each) != each) {
    const word = blockWord(first);
    PLACE.refuse(opening, "`{{#" + word + "}}` must end first, with `{{/" + word + "}}`");
  }
  store<i32>(table + <usize>lastBranch(first) * ENTRY, count, 20);
  for (let tag = first; tag != count; tag = nextBranch(tag)) store<i32>(table + <usize>tag * ENTRY, count, 24);
  add(each ? Tag.EndEach : Tag.EndIf, plain, opening, from, to);
}

function checkExpression(from: usize, to: usize): void {
  const start = mark();
  new Expression(new Text(from, <i32>(to - from)), NOTHING, PLACE).check();
  release(start);
}

/** Whether the word stands here, and no longer one. */
function isWord(from: usize, to: usize, word: string): bool {
  if (from > to) return false;
  const end = endOfName(from, to);
  if (end - from != <usize>word.length) return false;
  for (let i = 0; i < word.length; i++) if (load<u8>(from + i) != <u8>word.charCodeAt(i)) return false;
  return true;
}

function skip(from: usize, to: usize): usize {
  let p = from;
  while (p < to && isSpace(codePointAt(p))) p += widthAt(p);
  return min(p, to);
}

function isBlank(c: u8): bool {
  return c == 0x20 || c == 0x09;
}

/** Whether nothing else stands in the tag's line. */
function standsAlone(source: Text, opening: usize, after: usize): bool {
  let p = opening;
  while (p > source.at && isBlank(load<u8>(p - 1))) p--;
  if (p > source.at && load<u8>(p - 1) != 0x0a) return false;
  let q = after;
  while (q < source.end && (isBlank(load<u8>(q)) || load<u8>(q) == 0x0d)) q++;
  return q == source.end || load<u8>(q) == 0x0a;
}

function afterLine(source: Text, after: usize): usize {
  let p = after;
  while (p < source.end && load<u8>(p) != 0x0a) p++;
  return p < source.end ? p + 1 : p;
}
