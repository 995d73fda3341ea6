// Reads a text from left to right: numbers, words and UTC offsets. What doesn't fit leaves the place as it was.

import { isSpace } from "../../lib/letters";
import { Text, codePointAt, widthAt } from "../../lib/text";

/** java.time and others go no farther; no place was ever farther from UTC. */
const MOST_OFFSET = 18 * 3600;

@final
export class Cursor {
  at: usize;
  end: usize;
  /** What `digits` read, and how many digits it had. */
  value: i32 = 0;
  count: i32 = 0;
  /** What `offset` read, in seconds. */
  seconds: i32 = 0;

  constructor(text: Text) {
    this.at = text.at;
    this.end = text.end;
  }

  atEnd(): bool {
    return this.at == this.end;
  }

  /** The next byte, 0 at the end. */
  peek(): u8 {
    return this.at < this.end ? load<u8>(this.at) : 0;
  }

  take(byte: u8): bool {
    if (this.at == this.end || load<u8>(this.at) != byte) return false;
    this.at++;
    return true;
  }

  spaces(): bool {
    const from = this.at;
    while (this.at < this.end && isSpace(codePointAt(this.at))) this.at += widthAt(this.at);
    return this.at > from;
  }

  /** A number of at least `least` and at most `most` digits, at most nine. */
  digits(least: i32, most: i32): bool {
    const from = this.at;
    this.value = 0;
    this.count = 0;
    while (this.count < most && <u8>(this.peek() - 0x30) < 10) {
      this.value = this.value * 10 + <i32>(load<u8>(this.at++) - 0x30);
      this.count++;
    }
    if (this.count >= least) return true;
    this.at = from;
    return false;
  }

  /** Digits of a fraction as nanoseconds, in `value`; those beyond nine are passed over. */
  fraction(): bool {
    if (!this.digits(1, 9)) return false;
    for (let i = this.count; i < 9; i++) this.value *= 10;
    while (<u8>(this.peek() - 0x30) < 10) this.at++;
    return true;
  }

  /** The word, in upper or lower case (ASCII), if it stands here. */
  word(expected: string): bool {
    const size = <usize>String.UTF8.byteLength(expected);
    if (<usize>(this.end - this.at) < size) return false;
    const text = Text.of(expected);
    for (let i: usize = 0; i < size; i++) {
      if (lower(load<u8>(this.at + i)) != lower(load<u8>(text.at + i))) return false;
    }
    this.at += size;
    return true;
  }

  /** The number of the word that stands here, counted from 1; 0 where none does. */
  oneOf(words: StaticArray<string>): i32 {
    let found = 0;
    let end = this.at;
    for (let i = 0; i < words.length; i++) {
      const from = this.at;
      if (this.word(words[i]) && this.at > end) {
        found = i + 1;
        end = this.at;
      }
      this.at = from;
    }
    this.at = end;
    return found;
  }

  letterFollows(): bool {
    return <u8>((this.peek() | 0x20) - 0x61) < 26;
  }

  /** `+8`, `+08`, `+0800`, `+08:00`, each with seconds too, or `-` for `+`. */
  offset(): bool {
    const from = this.at;
    const negative = this.peek() == 0x2d;
    if (!negative && this.peek() != 0x2b) return false;
    this.at++;
    let good = this.digits(1, 2);
    const short = this.count == 1;
    let seconds = this.value * 3600;
    const colon = this.peek() == 0x3a;
    for (let unit = 60; good && !short && unit > 0; unit /= 60) {
      if (colon ? !this.take(0x3a) : <u8>(this.peek() - 0x30) > 9) break;
      good = this.digits(2, 2) && this.value < 60;
      seconds += this.value * unit;
    }
    if (good && seconds <= MOST_OFFSET) {
      this.seconds = negative ? -seconds : seconds;
      return true;
    }
    this.at = from;
    return false;
  }
}

// @ts-ignore: decorator
@inline
function lower(byte: u8): u8 {
  return <u8>(byte - 0x41) < 26 ? byte | 0x20 : byte;
}
