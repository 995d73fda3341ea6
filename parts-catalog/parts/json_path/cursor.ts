// Reads the words of a path one after another, and says where something is wrong.

import { fail, quoted } from "../../lib/failure";
import { Value } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { putText, take } from "../../lib/output";
import { Text, codePointAt, encode, widthAt } from "../../lib/text";

export const END = -1;
const MAX_DEPTH = 100;
const SAFE: i64 = 9007199254740991;

@final
export class Cursor {
  at: usize;
  private depth: i32 = 0;

  constructor(private path: Text) {
    this.at = path.at;
  }

  peek(): i32 {
    return this.at < this.path.end ? codePointAt(this.at) : END;
  }

  /** The byte so many places further on. */
  follows(byte: u8, by: usize = 1): bool {
    return this.at + by < this.path.end && load<u8>(this.at + by) == byte;
  }

  take(byte: i32): bool {
    if (this.peek() != byte) return false;
    this.at++;
    return true;
  }

  takeWord(word: string): bool {
    for (let i = 0; i < word.length; i++) if (!(i == 0 ? this.peek() == word.charCodeAt(0) : this.follows(<u8>word.charCodeAt(i), i))) return false;
    this.at += word.length;
    return true;
  }

  space(): void {
    for (let c = this.peek(); c == 0x20 || c == 0x09 || c == 0x0a || c == 0x0d; c = this.peek()) this.at++;
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) this.refuse("more than 100 brackets and filters inside each other");
  }

  leave(): void {
    this.depth--;
  }

  isDigit(): bool {
    return <u32>(this.peek() - 0x30) < 10;
  }

  startsName(): bool {
    const c = this.peek();
    return <u32>((c | 0x20) - 0x61) < 26 && c < 0x80 || c == 0x5f || (c >= 0x80 && (c & ~0x7ff) != 0xd800);
  }

  name(): Text {
    const from = this.at;
    while (this.startsName() || this.isDigit()) this.at += widthAt(this.at);
    return new Text(from, <i32>(this.at - from));
  }

  /** RFC 9535, `int`: from -(2^53 - 1) to 2^53 - 1. */
  integer(): i64 {
    const from = this.at;
    const negative = this.take(0x2d);
    if (!this.isDigit()) this.refuse("a whole number is expected");
    const zero = this.peek() == 0x30;
    let value: i64 = 0;
    let digits = 0;
    for (; this.isDigit(); this.at++) {
      value = min(value * 10 + this.peek() - 0x30, SAFE + 1);
      digits++;
    }
    if ((zero && (digits > 1 || negative)) || value > SAFE) {
      this.at = from;
      this.refuse(zero ? "a whole number has no zero before it and `-0` is not possible" : "the number is too large");
    }
    return negative ? -value : value;
  }

  /** A number to compare with, as JSON. */
  number(): Value {
    const from = this.at;
    this.take(0x2d);
    const zero = this.peek() == 0x30;
    let digits = 0;
    for (; this.isDigit(); this.at++) digits++;
    if (digits == 0 || (zero && digits > 1)) this.refuse("a number is expected");
    if (this.take(0x2e)) this.digits();
    if (this.peek() == 0x65 || this.peek() == 0x45) {
      this.at++;
      if (!this.take(0x2d)) this.take(0x2b);
      this.digits();
    }
    const size = this.at - from;
    if (size > 1000) this.refuse("the number is too long");
    const copy = reserve(size + 1);
    memory.copy(copy, from, size);
    store<u8>(copy + size, 0x20);
    return copy;
  }

  private digits(): void {
    if (!this.isDigit()) this.refuse("a digit is expected");
    while (this.isDigit()) this.at++;
  }

  /** A text in single or double quotes. */
  text(): Text {
    const from = this.at;
    const quote = this.peek();
    this.at++;
    const copy = reserve(this.path.end - this.at + 1);
    let to = copy;
    while (!this.take(quote)) {
      let c = this.peek();
      if (c == END) {
        this.at = from;
        this.refuse("the text has no end");
      }
      if (c < 0x20 || (c & ~0x7ff) == 0xd800) this.refuse("a control character or half of a character must be written as an escape");
      if (c == 0x5c) c = this.escape(quote);
      else this.at += widthAt(this.at);
      to += encode(to, c);
    }
    return new Text(copy, <i32>(to - copy));
  }

  private escape(quote: i32): i32 {
    const from = this.at++;
    const c = this.peek();
    this.at++;
    if (c == quote || c == 0x5c || c == 0x2f) return c;
    if (c == 0x62) return 0x08;
    if (c == 0x66) return 0x0c;
    if (c == 0x6e) return 0x0a;
    if (c == 0x72) return 0x0d;
    if (c == 0x74) return 0x09;
    if (c == 0x75) {
      const unit = this.hex();
      if ((unit & ~0x7ff) != 0xd800) return unit;
      if (unit < 0xdc00 && this.takeWord("\\u")) {
        const low = this.hex();
        if ((low & ~0x3ff) == 0xdc00) return 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
      }
    }
    this.at = from;
    this.refuse("the escape is not known");
    return 0;
  }

  private hex(): i32 {
    let value = 0;
    for (let i = 0; i < 4; i++) {
      const c = this.peek() | 0x20;
      const digit = <u32>(c - 0x30) < 10 ? c - 0x30 : <u32>(c - 0x61) < 6 ? c - 0x57 : -1;
      if (digit < 0) this.refuse("four hexadecimal digits are expected");
      value = value * 16 + digit;
      this.at++;
    }
    return value;
  }

  /** The same as JSON text. */
  quotedText(): Value {
    putText(this.text());
    return take().at;
  }

  refuse(what: string): void {
    const before = new Text(this.path.at, <i32>(min(this.at, this.path.end) - this.path.at)).length();
    fail("PATH_SYNTAX", "The path " + quoted(this.path) + " is wrong at character " + (before + 1).toString() + ": " + what + ".");
  }
}
