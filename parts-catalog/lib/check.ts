// Checks that bytes are one JSON text (RFC 8259, UTF-8), in one pass and without recursion.

import { parseDecimal } from "./decimal";

/** Nesting deeper than this is refused; hosts read 500, and a result wraps what it was given. */
export const MAX_DEPTH = 490;
const MAX_NUMBER = 1000;

let position: usize = 0;
let finish: usize = 0;
const containers = memory.data(MAX_DEPTH + 1);

/** What is wrong with the text, or empty where it is right. `deep` is the nesting it may have. */
export function check(from: usize, size: usize, deep: i32): string {
  position = from;
  finish = from + size;
  const what = document(deep);
  return what.length == 0 ? what : what + " at byte " + (position - from).toString();
}

const NAME_EXPECTED = "a member's name and a colon are expected";

let depth = 0;
let complaint = "";

function document(deep: i32): string {
  depth = 0;
  complaint = "";
  do {
    space();
    const c = peek();
    if (c == 0x7b || c == 0x5b) {
      if (depth == deep) return "it is nested more than " + deep.toString() + " deep";
      if (open(c)) continue;
    } else if (!scalar(c)) {
      return c < 0 ? "it ends too early" : "it is wrong";
    }
    while (depth > 0 && complaint.length == 0 && !another()) {}
  } while (depth > 0 && complaint.length == 0);
  if (complaint.length > 0) return complaint;
  space();
  return position == finish ? "" : "something follows the value";
}

/** Enters an object or list; true where a value must follow. */
function open(c: i32): bool {
  store<u8>(containers + ++depth, <u8>c);
  position++;
  space();
  if (peek() == c + 2) return false;
  if (c == 0x7b && !key()) complaint = NAME_EXPECTED;
  return true;
}

/** After a value: true where another follows in the same container; else leaves the container. */
function another(): bool {
  space();
  const container = <i32>load<u8>(containers + depth);
  const c = peek();
  position++;
  if (c == container + 2) {
    depth--;
    return false;
  }
  if (c != 0x2c) {
    complaint = c < 0 ? "it ends too early" : "a comma or the end is expected";
    return false;
  }
  if (container == 0x7b) {
    space();
    if (!key()) complaint = NAME_EXPECTED;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function peek(): i32 {
  return position < finish ? <i32>load<u8>(position) : -1;
}

// @ts-ignore: decorator
@inline
function space(): void {
  while (position < finish) {
    const c = load<u8>(position);
    if (c != 0x20 && c != 0x0a && c != 0x0d && c != 0x09) return;
    position++;
  }
}

function key(): bool {
  if (peek() != 0x22 || !text()) return false;
  space();
  if (peek() != 0x3a) return false;
  position++;
  return true;
}

function scalar(c: i32): bool {
  if (c == 0x22) return text();
  if (c == 0x74) return word("true");
  if (c == 0x66) return word("false");
  if (c == 0x6e) return word("null");
  return number();
}

function word(expected: string): bool {
  for (let i = 0; i < expected.length; i++) {
    if (peek() != expected.charCodeAt(i)) return false;
    position++;
  }
  return true;
}

function text(): bool {
  position++;
  while (position < finish) {
    const c = load<u8>(position);
    if (c == 0x22) {
      position++;
      return true;
    }
    if (c < 0x20) return false;
    if (c == 0x5c) {
      if (!escape()) return false;
    } else if (c < 0x80) {
      position++;
    } else if (!wide(c)) {
      return false;
    }
  }
  return false;
}

function escape(): bool {
  position++;
  const c = peek();
  position++;
  if (c == 0x75) {
    for (let i = 0; i < 4; i++) {
      const h = peek() | 0x20;
      if (!((h >= 0x30 && h <= 0x39) || (h >= 0x61 && h <= 0x66))) return false;
      position++;
    }
    return true;
  }
  return c == 0x22 || c == 0x5c || c == 0x2f || c == 0x62 || c == 0x66 || c == 0x6e || c == 0x72 || c == 0x74;
}

/** A character of two to four bytes, in its shortest form, no surrogate, at most U+10FFFF. */
function wide(first: u8): bool {
  const count: usize = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
  if (count == 0 || position + count >= finish) return false;
  const second = load<u8>(position, 1);
  if (first == 0xe0 && second < 0xa0) return false;
  if (first == 0xed && second > 0x9f) return false;
  if (first == 0xf0 && second < 0x90) return false;
  if (first == 0xf4 && second > 0x8f) return false;
  for (let i: usize = 1; i <= count; i++) {
    if ((load<u8>(position + i) & 0xc0) != 0x80) return false;
  }
  position += count + 1;
  return true;
}

function number(): bool {
  const start = position;
  if (peek() == 0x2d) position++;
  const zero = peek() == 0x30;
  const whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (peek() == 0x2e) {
    position++;
    if (digits() == 0) return false;
  }
  let exponent = 0;
  if ((peek() | 0x20) == 0x65) {
    position++;
    const sign = peek();
    if (sign == 0x2b || sign == 0x2d) position++;
    const at = position;
    if (digits() == 0) return false;
    if (sign != 0x2d) exponent = value(at);
  }
  if (<i32>(position - start) > MAX_NUMBER) return false;
  return whole + exponent <= 308 || isFinite(parseDecimal(start, position));
}

function digits(): i32 {
  const start = position;
  while (position < finish && <u8>(load<u8>(position) - 0x30) < 10) position++;
  return <i32>(position - start);
}

function value(at: usize): i32 {
  let n = 0;
  while (at < position && n < 100000) n = n * 10 + <i32>(load<u8>(at++) - 0x30);
  return n;
}
