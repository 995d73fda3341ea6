// Tags and texts of an HTML text, whatever it holds: nothing is wrong, and each byte is read once.
// The HTML Standard, 13.2.5 (tokenization).

import { Text } from "../../lib/text";
import { isSpace, isWord, lower } from "./tags";

export const enum Token {
  Text,
  Start,
  End,
  Done,
}

@final
export class Tokens {
  /** Of a text, or the name of a tag. */
  from: usize = 0;
  to: usize = 0;
  private at: usize;
  private end: usize;

  constructor(html: Text) {
    this.at = html.at;
    this.end = html.end;
  }

  next(): Token {
    while (this.at < this.end) {
      if (load<u8>(this.at) != 0x3c) return this.text();
      const c = this.byte(1);
      if (isLetter(c)) return this.tag(1, Token.Start);
      if (c == 0x2f && isLetter(this.byte(2))) return this.tag(2, Token.End);
      if (c == 0x21 || c == 0x3f || c == 0x2f) this.aside(c);
      else return this.text();
    }
    return Token.Done;
  }

  /** The text up to the end tag of the element whose start tag was just read; nothing where it is empty. */
  raw(name: usize, size: usize): void {
    this.from = this.at;
    let p = this.at;
    for (; p < this.end; p++) {
      if (load<u8>(p) != 0x3c || this.end - p < size + 2 || load<u8>(p, 1) != 0x2f) continue;
      let i: usize = 0;
      while (i < size && lower(load<u8>(p + 2 + i)) == lower(load<u8>(name + i))) i++;
      if (i == size && (this.end - p == size + 2 || !isLetter(load<u8>(p + 2 + size)))) break;
    }
    this.at = p;
    this.to = p;
  }

  private byte(by: usize): u8 {
    return this.at + by < this.end ? load<u8>(this.at + by) : 0;
  }

  /** Up to the next `<` that may begin something. */
  private text(): Token {
    this.from = this.at++;
    while (this.at < this.end && load<u8>(this.at) != 0x3c) this.at++;
    this.to = this.at;
    return Token.Text;
  }

  /** A tag without its end is no tag: nothing follows it. */
  private tag(by: usize, token: Token): Token {
    this.from = this.at + by;
    let p = this.from;
    while (p < this.end && !isSpace(load<u8>(p)) && load<u8>(p) != 0x2f && load<u8>(p) != 0x3e) p++;
    this.to = p;
    attribute(p, this.end);
    while (nameFrom != 0) attribute(afterAttribute, this.end);
    if (afterAttribute == this.end) {
      this.at = this.end;
      return Token.Done;
    }
    this.at = afterAttribute + 1;
    return token;
  }

  /** A comment or a declaration. */
  private aside(c: u8): void {
    let p = this.at + 2;
    if (c == 0x21 && this.byte(2) == 0x2d && this.byte(3) == 0x2d) {
      p = this.at + 4;
      if (this.byte(4) == 0x3e) {
        this.at += 5;
        return;
      }
      if (this.byte(4) == 0x2d && this.byte(5) == 0x3e) {
        this.at += 6;
        return;
      }
      while (p < this.end && !(load<u8>(p) == 0x2d && this.end - p >= 3 && load<u8>(p, 1) == 0x2d && closes(p + 2, this.end))) p++;
      while (p < this.end && load<u8>(p) != 0x3e) p++;
    } else {
      while (p < this.end && load<u8>(p) != 0x3e) p++;
    }
    this.at = min(p + 1, this.end);
  }
}

/** `-->`, and `--!>`. */
function closes(p: usize, end: usize): bool {
  return load<u8>(p) == 0x3e || (load<u8>(p) == 0x21 && p + 1 < end && load<u8>(p, 1) == 0x3e);
}

function isLetter(c: u8): bool {
  return <u8>((c | 0x20) - 0x61) < 26;
}

/** The attribute that was read last; no name where there was none, and then `afterAttribute` is at the `>` or the end. */
export let nameFrom: usize = 0;
export let nameEnd: usize = 0;
export let valueFrom: usize = 0;
export let valueEnd: usize = 0;
export let afterAttribute: usize = 0;

/** Reads the next attribute of a tag. */
export function attribute(p: usize, end: usize): void {
  nameFrom = 0;
  while (p < end && (isSpace(load<u8>(p)) || load<u8>(p) == 0x2f)) p++;
  afterAttribute = p;
  if (p >= end || load<u8>(p) == 0x3e) return;
  const name = p++;
  while (p < end && !isSpace(load<u8>(p)) && load<u8>(p) != 0x2f && load<u8>(p) != 0x3e && load<u8>(p) != 0x3d) p++;
  nameEnd = p;
  let q = p;
  while (q < end && isSpace(load<u8>(q))) q++;
  valueFrom = p;
  valueEnd = p;
  if (q < end && load<u8>(q) == 0x3d) {
    p = q + 1;
    while (p < end && isSpace(load<u8>(p))) p++;
    const quote: u8 = p < end ? load<u8>(p) : 0;
    if (quote == 0x22 || quote == 0x27) {
      valueFrom = ++p;
      while (p < end && load<u8>(p) != quote) p++;
      valueEnd = p;
      if (p < end) p++;
    } else {
      valueFrom = p;
      while (p < end && !isSpace(load<u8>(p)) && load<u8>(p) != 0x3e) p++;
      valueEnd = p;
    }
  }
  nameFrom = name;
  afterAttribute = p;
}

/** Finds an attribute of the tag whose name ends there; `valueFrom` and `valueEnd` are its value. */
export function findAttribute(tagNameEnd: usize, end: usize, name: string): bool {
  attribute(tagNameEnd, end);
  while (nameFrom != 0) {
    if (<i32>(nameEnd - nameFrom) == name.length && isWord(nameFrom, name)) return true;
    attribute(afterAttribute, end);
  }
  return false;
}
