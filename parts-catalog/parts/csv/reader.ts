// Reads a CSV text field by field (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180), where it stands.

import { fail } from "../../lib/failure";
import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

const QUOTE: u8 = 0x22;

@final
export class Reader {
  /** What the last field says is here, its quotes aside; doubled quotes are still doubled. */
  at: usize = 0;
  size: i32 = 0;
  quoted: bool = false;
  doubled: bool = false;
  /** Whether another field of the same record follows. */
  more: bool = false;
  /** Line that the next field begins in, from 1. */
  line: i32 = 1;
  private p: usize;
  private end: usize;

  constructor(
    text: Text,
    public delimiter: Text,
    private trim: bool,
  ) {
    this.p = text.at;
    this.end = text.end;
  }

  atEnd(): bool {
    return this.p == this.end;
  }

  /** Address of what is read next. */
  next(): usize {
    return this.p;
  }

  /** Goes past lines that are to be left out. */
  skip(empty: bool, comment: Text): void {
    while (this.p < this.end) {
      const room = <i32>(this.end - this.p) >= comment.size;
      const isComment = comment.size > 0 && room && memory.compare(this.p, comment.at, comment.size) == 0;
      if (!isComment && !(empty && this.blank())) return;
      while (this.p < this.end && !isBreak(load<u8>(this.p))) this.p++;
      this.lineBreak();
    }
  }

  private blank(): bool {
    let p = this.p;
    while (this.trim && p < this.end && (load<u8>(p) == 0x20 || (load<u8>(p) == 0x09 && load<u8>(this.delimiter.at) != 0x09))) p++;
    return p == this.end || isBreak(load<u8>(p));
  }

  /** Reads a field, and the delimiter or line break after it. */
  field(): void {
    if (this.trim) this.spaces();
    this.quoted = this.p < this.end && load<u8>(this.p) == QUOTE;
    this.doubled = false;
    if (this.quoted) this.quotedField();
    else this.plainField();
    if (this.p == this.end) {
      this.more = false;
      return;
    }
    this.more = !isBreak(load<u8>(this.p));
    if (this.more) this.p += this.delimiter.size;
    else this.lineBreak();
  }

  private plainField(): void {
    this.at = this.p;
    const first = load<u8>(this.delimiter.at);
    while (this.p < this.end) {
      const c = load<u8>(this.p);
      if (isBreak(c) || (c == first && this.atDelimiter())) break;
      this.p++;
    }
    let end = this.p;
    while (this.trim && end > this.at && isBlank(load<u8>(end - 1))) end--;
    this.size = <i32>(end - this.at);
  }

  private quotedField(): void {
    const opened = this.line;
    this.at = ++this.p;
    while (true) {
      if (this.p == this.end) {
        fail("CSV_SYNTAX", "The quote that opens a field in line " + opened.toString() + " is never closed.");
      }
      const c = load<u8>(this.p++);
      if (c == QUOTE) {
        if (this.p == this.end || load<u8>(this.p) != QUOTE) break;
        this.doubled = true;
        this.p++;
      } else if (c == 0x0a || (c == 0x0d && (this.p == this.end || load<u8>(this.p) != 0x0a))) {
        this.line++;
      }
    }
    this.size = <i32>(this.p - 1 - this.at);
    if (this.trim) this.spaces();
    if (this.p < this.end && !isBreak(load<u8>(this.p)) && !this.atDelimiter()) {
      fail("CSV_SYNTAX", "In line " + this.line.toString() + " something follows the closing quote of a field. Write a quote inside a field twice.");
    }
  }

  private atDelimiter(): bool {
    const size = <usize>this.delimiter.size;
    return this.end - this.p >= size && memory.compare(this.p, this.delimiter.at, size) == 0;
  }

  private spaces(): void {
    while (this.p < this.end && isBlank(load<u8>(this.p)) && load<u8>(this.p) != load<u8>(this.delimiter.at)) this.p++;
  }

  private lineBreak(): void {
    if (this.p == this.end) return;
    const c = load<u8>(this.p++);
    if (c == 0x0d && this.p < this.end && load<u8>(this.p) == 0x0a) this.p++;
    this.line++;
  }

  /** What the last field says. */
  text(): Text {
    if (!this.doubled) return new Text(this.at, this.size);
    const copy = reserve(this.size);
    let to = copy;
    for (let p = this.at; p < this.at + this.size; p++) {
      store<u8>(to++, load<u8>(p));
      if (load<u8>(p) == QUOTE) p++;
    }
    return new Text(copy, <i32>(to - copy));
  }
}

// @ts-ignore: decorator
@inline
function isBreak(c: u8): bool {
  return c == 0x0a || c == 0x0d;
}

// @ts-ignore: decorator
@inline
function isBlank(c: u8): bool {
  return c == 0x20 || c == 0x09;
}
