// A value on its way into the text: filters change it one after another.

import { compact, putCompact } from "../../lib/compact";
import { fixed, numberText, rounded } from "../../lib/digits";
import { Kind, NONE, Value, countOf, decode, decodedAt, decodedSize, endOf, firstIn, kindOf, nextAfter, numberOf, textOf } from "../../lib/json";
import { putLower, putUpper, trimmed } from "../../lib/letters";
import { put, putEscaped, putPiece, putText, take } from "../../lib/output";
import { describe, readNumber } from "../../lib/parameters";
import { Text } from "../../lib/text";
import { escapedHtml, percentEncoded } from "./escapes";
import { refuseValue } from "./place";

const NAMES = " upper lower trim json round fixed default join length escape_html url ";
const EMPTY = new Text(0, 0);

export function isFilter(name: string): bool {
  return name.length > 0 && NAMES.includes(" " + name + " ");
}

export function takesNumber(name: string): bool {
  return name == "round" || name == "fixed";
}

@final
export class Filtered {
  /** What a filter made; then `value` doesn't count any more. */
  private made: Text | null = null;
  private isNumber: bool = false;
  /** Name of the filter that came last. */
  last: string = "";

  constructor(public value: Value) {}

  set(value: Value): void {
    this.value = value;
    this.made = null;
  }

  make(text: Text, isNumber: bool = false): void {
    this.made = text;
    this.isNumber = isNumber;
  }

  /** Whether there is no value, or null; with `orEmpty` also the empty text. */
  isNothing(orEmpty: bool): bool {
    const made = this.made;
    if (made !== null) return orEmpty && made.size == 0;
    if (this.value == NONE || kindOf(this.value) == Kind.Null) return true;
    return orEmpty && kindOf(this.value) == Kind.Text && textOf(this.value).size == 0;
  }

  /** Texts as they are, nothing for null, all else as compact JSON. */
  text(): Text {
    const made = this.made;
    if (made !== null) return made;
    return shown(this.value);
  }

  /** The list or object it still is, or NONE. */
  container(): Value {
    if (this.made !== null || this.value == NONE) return NONE;
    const kind = kindOf(this.value);
    return kind == Kind.List || kind == Kind.Object ? this.value : NONE;
  }

  number(): f64 {
    const made = this.made;
    if (made === null && kindOf(this.value) == Kind.Number) return numberOf(this.value);
    return this.container() == NONE ? readNumber(this.text()) : NaN;
  }

  describe(): string {
    return this.made === null && this.value != NONE ? describe(this.value) : "a text";
  }

  /** What JSON has for it. */
  json(): Text {
    const made = this.made;
    if (made === null) return this.value == NONE ? Text.of("null") : compact(this.value);
    if (this.isNumber) return made;
    putText(made);
    return take();
  }
}

function shown(value: Value): Text {
  if (value == NONE) return EMPTY;
  const kind = kindOf(value);
  if (kind == Kind.Null) return EMPTY;
  return kind == Kind.Text ? textOf(value) : compact(value);
}

export function filter(subject: Filtered, name: string, argument: Value, at: usize): void {
  subject.last = name;
  if (name == "json") subject.make(subject.json());
  else if (name == "default") {
    if (subject.isNothing(true)) subject.set(argument);
  } else if (name == "length") subject.make(length(subject), true);
  else if (subject.isNothing(false)) return;
  else if (name == "upper" || name == "lower") subject.make(cased(subject.text(), name == "upper"));
  else if (name == "trim") subject.make(trimmed(subject.text(), true, true));
  else if (name == "escape_html") subject.make(escapedHtml(subject.text()));
  else if (name == "url") subject.make(percentEncoded(subject.text()));
  else if (name == "join") subject.make(joined(subject, textOf(argument), at));
  else subject.make(decimals(subject, name == "fixed", argument, at), true);
}

function length(subject: Filtered): Text {
  const container = subject.container();
  const count = container != NONE ? countOf(container) : subject.text().length();
  return Text.of(count.toString());
}

function cased(text: Text, upper: bool): Text {
  put(0x22);
  if (upper) putUpper(text);
  else putLower(text);
  put(0x22);
  return textOf(take().at);
}

function joined(subject: Filtered, separator: Text, at: usize): Text {
  const list = subject.container();
  if (list == NONE || kindOf(list) != Kind.List) {
    refuseValue("INVALID_TYPE", at, "`join` needs a list, but the value is " + subject.describe() + ".");
  }
  put(0x22);
  let first = true;
  for (let each = firstIn(list); each != NONE; each = nextAfter(each)) {
    if (!first) putPiece(separator);
    first = false;
    putShown(each);
  }
  put(0x22);
  return textOf(take().at);
}

/** What `shown` gives, without making an object for each of many. */
function putShown(value: Value): void {
  const kind = kindOf(value);
  if (kind == Kind.Text) {
    decode(value);
    putEscaped(decodedAt, decodedSize);
  } else if (kind == Kind.List || kind == Kind.Object) {
    putCompact(value);
  } else if (kind != Kind.Null) {
    putEscaped(value, <i32>(endOf(value) - value));
  }
}

function decimals(subject: Filtered, exactly: bool, argument: Value, at: usize): Text {
  const number = subject.number();
  if (isNaN(number)) {
    refuseValue("INVALID_TYPE", at, (exactly ? "`fixed`" : "`round`") + " needs a number, but the value is " + subject.describe() + ".");
  }
  const places = argument == NONE ? (exactly ? 2 : 0) : <i32>numberOf(argument);
  if (exactly) return fixed(number, places, EMPTY, Text.of("."));
  return numberText(rounded(number, places));
}
