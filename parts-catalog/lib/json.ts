// Reading checked JSON text in place. A value is the address of its first byte; nothing is copied,
// so a value that passes through keeps its text to the last digit.

import { parseDecimal } from "./decimal";
import { reserve } from "./memory";
import { Text, encode } from "./text";

/** Address of a value's first byte in checked JSON text; NONE where there is no value. */
export type Value = usize;
export const NONE: Value = 0;

export const enum Kind {
  Null,
  Bool,
  Number,
  Text,
  List,
  Object,
}

export function kindOf(value: Value): Kind {
  const c = load<u8>(value);
  if (c == 0x22) return Kind.Text;
  if (c == 0x7b) return Kind.Object;
  if (c == 0x5b) return Kind.List;
  if (c == 0x6e) return Kind.Null;
  return c == 0x74 || c == 0x66 ? Kind.Bool : Kind.Number;
}

export function isTrue(value: Value): bool {
  return load<u8>(value) == 0x74;
}

/** Address after the value's last byte. */
export function endOf(value: Value): usize {
  const c = load<u8>(value);
  if (c == 0x22) return endOfText(value);
  if (c != 0x7b && c != 0x5b) return endOfWord(value);
  let depth = 0;
  let p = value;
  while (true) {
    const b = load<u8>(p);
    if (b == 0x22) {
      p = endOfText(p);
      continue;
    }
    p++;
    if (b == 0x7b || b == 0x5b) depth++;
    else if ((b == 0x7d || b == 0x5d) && --depth == 0) return p;
  }
}

function endOfText(p: usize): usize {
  p++;
  while (true) {
    const b = load<u8>(p);
    if (b == 0x22) return p + 1;
    p += b == 0x5c ? 2 : 1;
  }
}

function endOfWord(p: usize): usize {
  while (true) {
    const b = load<u8>(p) | 0x20;
    const part = (b >= 0x61 && b <= 0x7a) || (b >= 0x30 && b <= 0x39) || b == 0x2b || b == 0x2d || b == 0x2e;
    if (!part || load<u8>(p) == 0x0d) return p;
    p++;
  }
}

function skipSpace(p: usize): usize {
  while (true) {
    const c = load<u8>(p);
    if (c != 0x20 && c != 0x0a && c != 0x0d && c != 0x09) return p;
    p++;
  }
}

/** First item of a list, or first member's name of an object; NONE where it is empty. */
export function firstIn(container: Value): Value {
  const p = skipSpace(container + 1);
  const c = load<u8>(p);
  return c == 0x7d || c == 0x5d ? NONE : p;
}

/** What follows an item or a member's value: the next item or name, or NONE. */
export function nextAfter(value: Value): Value {
  const p = skipSpace(endOf(value));
  return load<u8>(p) == 0x2c ? skipSpace(p + 1) : NONE;
}

/** The value of the member with that name. */
export function valueOf(name: Value): Value {
  const p = skipSpace(endOfText(name));
  return skipSpace(p + 1);
}

/** The object's member with that name, the last one where several have it. */
export function member(object: Value, name: Text): Value {
  let found = NONE;
  let key = firstIn(object);
  while (key != NONE) {
    const value = valueOf(key);
    if (isText(key, name)) found = value;
    key = nextAfter(value);
  }
  return found;
}

/** The same for a name of this language, without making a text of it. */
export function memberNamed(object: Value, name: string): Value {
  let found = NONE;
  let key = firstIn(object);
  while (key != NONE) {
    const value = valueOf(key);
    if (isNamed(key, name)) found = value;
    key = nextAfter(value);
  }
  return found;
}

function isNamed(key: Value, name: string): bool {
  let p = key + 1;
  for (let i = 0; i < name.length; i++, p++) {
    const c = load<u8>(p);
    if (c == 0x5c) return textOf(key).is(name);
    if (c != <u8>name.charCodeAt(i)) return false;
  }
  return load<u8>(p) == 0x22;
}

export function item(list: Value, index: i32): Value {
  let value = firstIn(list);
  while (value != NONE && index-- > 0) value = nextAfter(value);
  return value;
}

export function countOf(container: Value): i32 {
  const pairs = kindOf(container) == Kind.Object;
  let count = 0;
  for (let p = firstIn(container); p != NONE; p = nextAfter(pairs ? valueOf(p) : p)) count++;
  return count;
}

/** The value as it is written. */
export function raw(value: Value): Text {
  return new Text(value, <i32>(endOf(value) - value));
}

export function numberOf(value: Value): f64 {
  return parseDecimal(value, endOf(value));
}

/** Whether a text value says exactly this. */
export function isText(value: Value, text: Text): bool {
  let p = value + 1;
  for (let i = 0; i < text.size; i++, p++) {
    const c = load<u8>(p);
    if (c == 0x5c) return textOf(value).equals(text);
    if (c != load<u8>(text.at + i)) return false;
  }
  const end = load<u8>(p);
  return end == 0x22;
}

/** What a text value says: bytes in place, or a copy where escapes had to be undone. */
export function textOf(value: Value): Text {
  decode(value);
  return new Text(decodedAt, decodedSize);
}

/** Where the text that `decode` last looked at is. */
export let decodedAt: usize = 0;
export let decodedSize: i32 = 0;

/** Like `textOf`, without making an object: for loops over many texts. */
export function decode(value: Value): void {
  const from = value + 1;
  const end = endOfText(value) - 1;
  let p = from;
  while (p < end && load<u8>(p) != 0x5c) p++;
  if (p == end) {
    decodedAt = from;
    decodedSize = <i32>(end - from);
    return;
  }
  const copy = reserve(end - from);
  let to = copy;
  memory.copy(to, from, p - from);
  to += p - from;
  while (p < end) {
    const c = load<u8>(p++);
    if (c != 0x5c) {
      store<u8>(to++, c);
      continue;
    }
    const e = load<u8>(p++);
    if (e != 0x75) {
      store<u8>(to++, plain(e));
      continue;
    }
    let point = hex(p);
    p += 4;
    if ((point & 0xfc00) == 0xd800 && end - p >= 6 && load<u16>(p) == 0x755c) {
      const low = hex(p + 2);
      if ((low & 0xfc00) == 0xdc00) {
        point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff);
        p += 6;
      }
    }
    to += encode(to, point);
  }
  decodedAt = copy;
  decodedSize = <i32>(to - copy);
}

function plain(escaped: u8): u8 {
  if (escaped == 0x6e) return 0x0a;
  if (escaped == 0x74) return 0x09;
  if (escaped == 0x72) return 0x0d;
  if (escaped == 0x62) return 0x08;
  return escaped == 0x66 ? 0x0c : escaped;
}

function hex(p: usize): i32 {
  let value = 0;
  for (let i: usize = 0; i < 4; i++) {
    const c = <i32>load<u8>(p + i) | 0x20;
    value = (value << 4) | (c <= 0x39 ? c - 0x30 : c - 0x57);
  }
  return value;
}
