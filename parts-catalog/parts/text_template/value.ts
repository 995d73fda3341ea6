// What stands in a tag for a value: a path, a default, filters; and what it comes to.

import { check } from "../../lib/check";
import { inName } from "../../lib/categories";
import { Kind, NONE, Value, kindOf, numberOf } from "../../lib/json";
import { Path } from "../../lib/reference";
import { Scope } from "../../lib/scope";
import { isSpace } from "../../lib/letters";
import { Text, codePointAt, widthAt } from "../../lib/text";
import { endOfName } from "../../lib/tokens";
import { Filtered, filter, isFilter, takesNumber } from "./filters";
import { PLACE } from "./place";

export let scope: Scope = new Scope(NONE);

export function setScope(values: Scope): void {
  scope = values;
}

/** The path as it is written, of the value that was read last. */
export let pathRead: Text = changetype<Text>(0);

/** The value of a tag's content; with `checkOnly` it is only read, and null. */
export function readValue(content: Text, checkOnly: bool): Filtered | null {
  if (content.size == 0) PLACE.refuse(content.at, "a value is expected, such as `{{name}}`");
  const first = codePointAt(content.at);
  if (!inName(first) && first != 0x40) PLACE.refuse(content.at, "a value's name is expected");
  if (first == 0x40 && endOfName(content.at + 1, content.end) == content.at + 1) PLACE.refuse(content.at, "`@` needs a name after it, such as `@index`");
  const path = new Path(content.at, content.end, scope);
  pathRead = new Text(content.at, <i32>(path.end - content.at));
  const result: Filtered | null = checkOnly ? null : new Filtered(path.value);
  let p = skip(path.end, content.end);
  if (p + 1 < content.end && load<u16>(p) == 0x3f3f) {
    const from = skip(p + 2, content.end);
    p = endOfLiteral(from, content.end);
    if (result !== null && result.isNothing(false)) result.set(literal(from, p));
    p = skip(p, content.end);
  }
  while (p < content.end) {
    if (load<u8>(p) != 0x7c) PLACE.refuse(p, "`|` and a filter, or the end of the tag is expected");
    p = applied(skip(p + 1, content.end), content.end, result);
  }
  return result;
}

/** Reads a filter and applies it; gives where the next begins. */
function applied(from: usize, end: usize, result: Filtered | null): usize {
  const to = endOfName(from, end);
  const name = new Text(from, <i32>(to - from)).toString();
  if (!isFilter(name)) {
    PLACE.refuse(from, "there is no such filter; known are upper, lower, trim, json, round, fixed, default, join, length, escape_html and url");
  }
  let p = skip(to, end);
  let argument = NONE;
  if (p < end && load<u8>(p) == 0x28) {
    const start = skip(p + 1, end);
    p = start;
    if (start < end && load<u8>(start) != 0x29) {
      p = endOfLiteral(start, end);
      argument = literal(start, p);
      checkArgument(name, argument, start);
      p = skip(p, end);
    }
    if (p == end || load<u8>(p) != 0x29) PLACE.refuse(p, "`)` is missing here");
    p = skip(p + 1, end);
  }
  if (argument == NONE && (name == "default" || name == "join")) PLACE.refuse(from, "`" + name + "` needs what to put, such as `" + name + "(\"-\")`");
  if (result !== null) filter(result, name, argument, from);
  return p;
}

function checkArgument(name: string, argument: Value, at: usize): void {
  if (takesNumber(name)) {
    const number = kindOf(argument) == Kind.Number ? numberOf(argument) : -1;
    if (!(number >= 0 && number <= 100) || number != Math.floor(number)) PLACE.refuse(at, "`" + name + "` takes a number of decimals from 0 to 100");
  } else if (name == "join") {
    if (kindOf(argument) != Kind.Text) PLACE.refuse(at, "`join` takes a text");
  } else if (name != "default") {
    PLACE.refuse(at, "`" + name + "` takes nothing between parentheses");
  }
}

/** The end of a JSON text, number, true, false or null. */
function endOfLiteral(from: usize, end: usize): usize {
  let p = from;
  if (p < end && load<u8>(p) == 0x22) {
    for (p++; p < end && load<u8>(p) != 0x22; p++) if (load<u8>(p) == 0x5c) p++;
    p = min(p + 1, end);
  } else {
    while (p < end && (inName(codePointAt(p)) || load<u8>(p) == 0x2e || load<u8>(p) == 0x2b)) p += widthAt(p);
  }
  if (p == from || check(from, p - from, 0).length > 0) PLACE.refuse(from, "a text in quotes, a number, true, false or null is expected");
  return p;
}

/** The literal's own address is its value: after it comes a byte that ends it. */
function literal(from: usize, end: usize): Value {
  return from < end ? from : NONE;
}

function skip(from: usize, end: usize): usize {
  let p = from;
  while (p < end && isSpace(codePointAt(p))) p += widthAt(p);
  return min(p, end);
}
