// The words of an XML text, and where something is wrong with them. XML 1.0 (Fifth Edition).

import { fail } from "../../lib/failure";
import { Text, codePointAt, widthAt } from "../../lib/text";

/** Reads on from `at`, up to `end`. */
@final
export class Scan {
  at: usize;
  readonly end: usize;

  constructor(private text: Text) {
    this.at = text.at;
    this.end = text.end;
  }

  peek(): i32 {
    return this.at < this.end ? <i32>load<u8>(this.at) : -1;
  }

  take(byte: i32): bool {
    if (this.peek() != byte) return false;
    this.at++;
    return true;
  }

  /** Whether these characters come next. */
  sees(word: string): bool {
    if (this.end - this.at < <usize>word.length) return false;
    for (let i = 0; i < word.length; i++) if (load<u8>(this.at + i) != word.charCodeAt(i)) return false;
    return true;
  }

  space(): bool {
    const from = this.at;
    while (this.at < this.end && isSpace(load<u8>(this.at))) this.at++;
    return this.at > from;
  }

  /** Goes behind a name (production 5); fails where none comes next. */
  name(what: string): void {
    if (this.at >= this.end || !startsName(codePointAt(this.at))) this.refuse(what + " is expected", this.at);
    while (this.at < this.end && inName(codePointAt(this.at))) this.at += widthAt(this.at);
  }

  /** Goes behind the next `word`; fails where it doesn't come. */
  behind(word: string, what: string, from: usize): void {
    const first = <u8>word.charCodeAt(0);
    while (this.at < this.end) {
      if (load<u8>(this.at) == first && this.sees(word)) {
        this.at += word.length;
        return;
      }
      this.character();
    }
    this.refuse(what + " has no end", from);
  }

  /** Goes behind one character that XML allows (production 2). */
  character(): void {
    const c = codePointAt(this.at);
    if (!isCharacter(c)) this.refuse("XML allows no character U+" + hex(c), this.at);
    this.at += widthAt(this.at);
  }

  /** Fails; says the line and column of a place. */
  refuse(what: string, at: usize): void {
    let line = 1;
    let start = this.text.at;
    for (let p = start; p < at; p++) {
      if (load<u8>(p) == 0x0a || (load<u8>(p) == 0x0d && (p + 1 == at || load<u8>(p, 1) != 0x0a))) {
        line++;
        start = p + 1;
      }
    }
    const column = new Text(start, <i32>(at - start)).length() + 1;
    fail("XML_SYNTAX", "The XML is wrong in line " + line.toString() + ", column " + column.toString() + ": " + what + ".");
  }
}

// @ts-ignore: decorator
@inline
export function isSpace(c: u8): bool {
  return c == 0x20 || c == 0x0a || c == 0x0d || c == 0x09;
}

export function isCharacter(c: i32): bool {
  if (c < 0x20) return c == 0x09 || c == 0x0a || c == 0x0d;
  return c < 0xd800 || (c >= 0xe000 && c != 0xfffe && c != 0xffff);
}

/** Production 4. */
export function startsName(c: i32): bool {
  if (c < 0x80) return <u32>((c | 0x20) - 0x61) < 26 || c == 0x5f || c == 0x3a;
  if (c < 0x300) return c >= 0xc0 && c != 0xd7 && c != 0xf7;
  return (
    (c >= 0x370 && c <= 0x1fff && c != 0x37e) ||
    c == 0x200c ||
    c == 0x200d ||
    (c >= 0x2070 && c <= 0x218f) ||
    (c >= 0x2c00 && c <= 0x2fef) ||
    (c >= 0x3001 && c <= 0xd7ff) ||
    (c >= 0xf900 && c <= 0xfdcf) ||
    (c >= 0xfdf0 && c <= 0xfffd) ||
    (c >= 0x10000 && c <= 0xeffff)
  );
}

/** Production 4a. */
export function inName(c: i32): bool {
  return (
    startsName(c) ||
    <u32>(c - 0x30) < 10 ||
    c == 0x2d ||
    c == 0x2e ||
    c == 0xb7 ||
    (c >= 0x300 && c <= 0x36f) ||
    c == 0x203f ||
    c == 0x2040
  );
}

export function isName(text: Text): bool {
  if (text.size == 0 || !startsName(codePointAt(text.at))) return false;
  for (let p = text.at; p < text.end; p += widthAt(p)) if (!inName(codePointAt(p))) return false;
  return true;
}

export function hex(c: i32): string {
  let text = "";
  for (let shift = 20; shift >= 0; shift -= 4) {
    const digit = (c >> shift) & 15;
    if (text.length > 0 || digit > 0 || shift < 16) text += String.fromCharCode(digit < 10 ? 0x30 + digit : 0x37 + digit);
  }
  return text;
}
