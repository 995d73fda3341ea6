// The words of an expression, read one at a time. Names may begin with `@` where the caller says so; it also says what a mistake is called.

import { inName } from "./categories";
import { isSpace } from "./letters";
import { reserve } from "./memory";
import { Text, codePointAt, encode, widthAt } from "./text";

export const enum Token {
  End,
  Number,
  Text,
  Path,
  /** A keyword or sign; `word` says which, `or`, `and` and `not` for their signs too. */
  Sign,
}

const KEYWORDS = " or and not contains in matches true false null ";

@final
export class Tokens {
  kind: Token = Token.End;
  word: string = "";
  /** What a quoted text says, or how a number is written. */
  text: Text;
  start: usize;
  end: usize;

  constructor(
    private source: Text,
    private place: Place,
  ) {
    this.text = source;
    this.start = source.at;
    this.end = source.at;
    this.next();
  }

  is(word: string): bool {
    return this.kind == Token.Sign && this.word == word;
  }

  take(word: string): bool {
    if (!this.is(word)) return false;
    this.next();
    return true;
  }

  next(): void {
    let p = this.end;
    while (p < this.source.end && isSpace(codePointAt(p))) p += widthAt(p);
    this.start = p;
    this.end = p;
    this.word = "";
    if (p == this.source.end) {
      this.kind = Token.End;
      return;
    }
    const c = load<u8>(p);
    const number = this.endOfNumber(p);
    if (c == 0x22 || c == 0x27) this.quoted(c);
    else if (number > p && !this.goesOnAsPath(number)) this.plain(Token.Number, number);
    else if (inName(codePointAt(p)) || (c == 0x40 && this.place.special)) this.name();
    else this.sign(c);
  }

  private plain(kind: Token, end: usize): void {
    this.kind = kind;
    this.end = end;
    this.text = new Text(this.start, <i32>(end - this.start));
  }

  private name(): void {
    const special: usize = load<u8>(this.start) == 0x40 ? 1 : 0;
    const end = endOfName(this.start + special, this.source.end);
    if (special == 1 && end == this.start + 1) this.refuse("`@` needs a name after it, such as `@index`");
    this.plain(Token.Path, end);
    if (this.text.size > 8) return;
    const word = this.text.toString();
    if (!KEYWORDS.includes(" " + word + " ")) return;
    this.kind = Token.Sign;
    this.word = word;
  }

  private sign(c: u8): void {
    const second = this.start + 1 < this.source.end ? load<u8>(this.start, 1) : 0;
    this.kind = Token.Sign;
    let size: usize = 1;
    if ((c == 0x7c || c == 0x26) && second == c) {
      this.word = c == 0x7c ? "or" : "and";
      size = 2;
    } else if ((c == 0x3d || c == 0x21 || c == 0x3c || c == 0x3e) && second == 0x3d) {
      this.word = String.fromCharCode(c) + "=";
      size = 2;
    } else if (c == 0x21) {
      this.word = "not";
    } else if (c == 0x3c || c == 0x3e || c == 0x28 || c == 0x29 || c == 0x5b || c == 0x5d || c == 0x2c) {
      this.word = String.fromCharCode(c);
    } else {
      this.refuse(advice(c, codePointAt(this.start)));
    }
    this.end = this.start + size;
  }

  /** Escapes of JSON, and both quotes; any other backslash stands for itself, for patterns. */
  private quoted(quote: u8): void {
    const copy = reserve(this.source.size);
    let to = copy;
    let p = this.start + 1;
    while (p < this.source.end && load<u8>(p) != quote) {
      const c = load<u8>(p++);
      if (c != 0x5c || p == this.source.end) {
        store<u8>(to++, c);
        continue;
      }
      const plain = unescaped(load<u8>(p));
      let point = load<u8>(p) == 0x75 ? this.hex(p + 1) : -1;
      if (plain != 0) {
        store<u8>(to++, plain);
        p++;
      } else if (point >= 0) {
        p += 5;
        const low = (point & 0xfc00) == 0xd800 ? this.lowSurrogate(p) : -1;
        if (low >= 0) {
          point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff);
          p += 6;
        }
        to += encode(to, point);
      } else {
        store<u8>(to++, 0x5c);
      }
    }
    if (p >= this.source.end) this.refuse("the text that starts here has no closing " + String.fromCharCode(quote));
    this.kind = Token.Text;
    this.text = new Text(copy, <i32>(to - copy));
    this.end = p + 1;
  }

  /** The second half of a pair that is escaped here, or -1. */
  private lowSurrogate(p: usize): i32 {
    if (p + 6 > this.source.end || load<u16>(p) != 0x755c) return -1;
    const unit = this.hex(p + 2);
    return (unit & 0xfc00) == 0xdc00 ? unit : -1;
  }

  private hex(p: usize): i32 {
    if (p + 4 > this.source.end) return -1;
    let value = 0;
    for (let i: usize = 0; i < 4; i++) {
      const c = <i32>load<u8>(p + i) | 0x20;
      const digit = <u32>(c - 0x30) < 10 ? c - 0x30 : <u32>(c - 0x61) < 6 ? c - 0x57 : -1;
      if (digit < 0) return -1;
      value = (value << 4) | digit;
    }
    return value;
  }

  private goesOnAsPath(end: usize): bool {
    if (end >= this.source.end) return false;
    if (inName(codePointAt(end))) return true;
    return load<u8>(end) == 0x2e && endOfName(end + 1, this.source.end) > end + 1;
  }

  /** Where the JSON number that starts here ends; `p` where none does. */
  private endOfNumber(p: usize): usize {
    const whole = load<u8>(p) == 0x2d ? p + 1 : p;
    let end = this.endOfDigits(whole);
    if (end == whole) return p;
    if (load<u8>(whole) == 0x30) end = whole + 1;
    if (end < this.source.end && load<u8>(end) == 0x2e) {
      const fraction = this.endOfDigits(end + 1);
      if (fraction > end + 1) end = fraction;
    }
    if (end < this.source.end && (load<u8>(end) | 0x20) == 0x65) {
      let digits = end + 1;
      if (digits < this.source.end && (load<u8>(digits) == 0x2b || load<u8>(digits) == 0x2d)) digits++;
      const exponent = this.endOfDigits(digits);
      if (exponent > digits) end = exponent;
    }
    return end;
  }

  private endOfDigits(p: usize): usize {
    while (p < this.source.end && <u8>(load<u8>(p) - 0x30) < 10) p++;
    return p;
  }

  refuse(what: string): void {
    this.place.refuse(this.start, what);
  }
}

/** Where an expression stands, for messages. */
export abstract class Place {
  /** Whether names such as `@index` mean something there. */
  special: bool = false;

  /** Fails: something is wrong at that address of the expression. */
  abstract refuse(at: usize, what: string): void;
}

export function endOfName(p: usize, end: usize): usize {
  while (p < end && inName(codePointAt(p))) p += widthAt(p);
  return p;
}

function unescaped(c: u8): u8 {
  if (c == 0x22 || c == 0x27 || c == 0x5c || c == 0x2f) return c;
  if (c == 0x62) return 0x08;
  if (c == 0x66) return 0x0c;
  if (c == 0x6e) return 0x0a;
  if (c == 0x72) return 0x0d;
  return c == 0x74 ? 0x09 : 0;
}

function advice(c: u8, point: i32): string {
  if (c == 0x3d) return "`=` alone means nothing here; compare with `==`";
  if (c == 0x26) return "`&` alone means nothing here; write `and`";
  if (c == 0x7c) return "`|` alone means nothing here; write `or`";
  if (c == 0x7b) return "an expression names values without braces: `data.count > 0`";
  return "`" + String.fromCodePoint(point) + "` means nothing here; put a text in quotes";
}
