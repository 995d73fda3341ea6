// Whether a text from the data is an I-Regexp (RFC 9485, section 4): one that is none matches nothing.

import { bitsOf } from "../../lib/categories";
import { Text, codePointAt, widthAt } from "../../lib/text";

const MAX_DEPTH = 100;

let p: usize = 0;
let end: usize = 0;
let depth = 0;

export function isPattern(text: Text): bool {
  p = text.at;
  end = text.end;
  depth = 0;
  return alternatives() && p == end;
}

function peek(): i32 {
  return p < end ? codePointAt(p) : -1;
}

function alternatives(): bool {
  if (++depth > MAX_DEPTH + 1) return false;
  while (true) {
    for (let c = peek(); c != -1 && c != 0x7c && c != 0x29; c = peek()) if (!atom(c) || !quantifier()) return false;
    if (peek() != 0x7c) break;
    p++;
  }
  depth--;
  return true;
}

function atom(c: i32): bool {
  if (c == 0x28) {
    p++;
    if (!alternatives() || peek() != 0x29) return false;
    p++;
    return true;
  }
  if (c == 0x5b) return brackets();
  if (c == 0x5c) return escape(true) >= 0;
  if (c == 0x2a || c == 0x2b || c == 0x3f || c == 0x7b || c == 0x5d || c == 0x7d) return false;
  p += widthAt(p);
  return true;
}

function quantifier(): bool {
  const c = peek();
  if (c != 0x2a && c != 0x2b && c != 0x3f && c != 0x7b) return true;
  p++;
  if (c != 0x7b) return true;
  const least = number();
  let most = least;
  if (peek() == 0x2c) {
    p++;
    most = peek() == 0x7d ? i32.MAX_VALUE : number();
  }
  if (least < 0 || most < least || peek() != 0x7d) return false;
  p++;
  return true;
}

function number(): i32 {
  if (<u32>(peek() - 0x30) > 9) return -1;
  let value = 0;
  for (; <u32>(peek() - 0x30) < 10; p++) value = min(value * 10 + peek() - 0x30, 100_000);
  return value;
}

function brackets(): bool {
  p++;
  if (peek() == 0x5e) p++;
  let first = true;
  while (first || peek() != 0x5d) {
    const c = peek();
    if (c == 0x2d && (first || (p + 1 < end && load<u8>(p, 1) == 0x5d))) p++;
    else if (!range()) return false;
    first = false;
  }
  p++;
  return true;
}

function range(): bool {
  const low = member(true);
  if (low < 0) return false;
  if (low > 0x10ffff || peek() != 0x2d || (p + 1 < end && load<u8>(p, 1) == 0x5d)) return true;
  p++;
  return member(false) >= low;
}

function member(category: bool): i32 {
  const c = peek();
  if (c == 0x5c) return escape(category);
  if (c == -1 || c == 0x5b || c == 0x5d || c == 0x2d) return -1;
  p += widthAt(p);
  return c;
}

/** The character; more than any for a category; -1 where it is wrong. */
function escape(category: bool): i32 {
  p++;
  const c = peek();
  p++;
  if (c == 0x6e) return 0x0a;
  if (c == 0x72) return 0x0d;
  if (c == 0x74) return 0x09;
  if ((c | 0x20) == 0x70) return category && named() ? 0x110000 : -1;
  return c > 0 && c < 0x80 && "()*+-.?[\\]^{|}".includes(String.fromCharCode(c)) ? c : -1;
}

function named(): bool {
  if (peek() != 0x7b) return false;
  let name = "";
  for (p++; peek() != 0x7d; p++) {
    if (peek() == -1 || name.length == 2) return false;
    name += String.fromCharCode(peek());
  }
  p++;
  return bitsOf(name) != 0;
}
