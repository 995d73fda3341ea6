// Texts as UTF-8 bytes in linear memory. A surrogate without its partner, which JSON can hold,
// is kept as three bytes (WTF-8), so every JSON text has a form here.

import { reserve } from "./memory";

/** Bytes of a text: where, and how many. The bytes are shared, never changed. */
@final
export class Text {
  constructor(
    public at: usize,
    public size: i32,
  ) {}

  static of(source: string): Text {
    const size = String.UTF8.byteLength(source);
    const at = reserve(size);
    String.UTF8.encodeUnsafe(changetype<usize>(source), source.length, at);
    return new Text(at, size);
  }

  get end(): usize {
    return this.at + this.size;
  }

  equals(other: Text): bool {
    return this.size == other.size && memory.compare(this.at, other.at, this.size) == 0;
  }

  is(source: string): bool {
    return this.equals(Text.of(source));
  }

  startsWith(prefix: Text): bool {
    return this.size >= prefix.size && memory.compare(this.at, prefix.at, prefix.size) == 0;
  }

  endsWith(suffix: Text): bool {
    if (this.size < suffix.size) return false;
    return memory.compare(this.end - suffix.size, suffix.at, suffix.size) == 0;
  }

  slice(from: i32, to: i32): Text {
    return new Text(this.at + from, to - from);
  }

  /** Number of Unicode code points. */
  length(): i32 {
    let count = 0;
    for (let p = this.at; p < this.end; p++) {
      if ((load<u8>(p) & 0xc0) != 0x80) count++;
    }
    return count;
  }

  /** Byte offset of the code point with that index; the size where there are fewer. */
  offsetOf(index: i32): i32 {
    let p = this.at;
    while (index > 0 && p < this.end) {
      p += widthAt(p);
      index--;
    }
    return <i32>(p - this.at);
  }

  /** As a string of this language; for short texts only. */
  toString(): string {
    return String.UTF8.decodeUnsafe(this.at, this.size);
  }
}

/** Bytes of the character that starts at `p`. */
// @ts-ignore: decorator
@inline
export function widthAt(p: usize): usize {
  const first = load<u8>(p);
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The code point that starts at `p`. */
export function codePointAt(p: usize): i32 {
  const first = <i32>load<u8>(p);
  if (first < 0x80) return first;
  const second = <i32>load<u8>(p, 1) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = <i32>load<u8>(p, 2) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | (<i32>load<u8>(p, 3) & 0x3f);
}

/** Writes a code point at `p`; gives the number of bytes. */
export function encode(p: usize, point: i32): usize {
  if (point < 0x80) {
    store<u8>(p, <u8>point);
    return 1;
  }
  if (point < 0x800) {
    store<u8>(p, <u8>(0xc0 | (point >> 6)));
    store<u8>(p, <u8>(0x80 | (point & 0x3f)), 1);
    return 2;
  }
  if (point < 0x10000) {
    store<u8>(p, <u8>(0xe0 | (point >> 12)));
    store<u8>(p, <u8>(0x80 | ((point >> 6) & 0x3f)), 1);
    store<u8>(p, <u8>(0x80 | (point & 0x3f)), 2);
    return 3;
  }
  store<u8>(p, <u8>(0xf0 | (point >> 18)));
  store<u8>(p, <u8>(0x80 | ((point >> 12) & 0x3f)), 1);
  store<u8>(p, <u8>(0x80 | ((point >> 6) & 0x3f)), 2);
  store<u8>(p, <u8>(0x80 | (point & 0x3f)), 3);
  return 4;
}

/** Order of two texts by UTF-16 code units, as ECMAScript compares: negative, 0 or positive. */
export function compare(a: Text, b: Text): i32 {
  const size = min(a.size, b.size);
  let i = 0;
  while (i < size && load<u8>(a.at + i) == load<u8>(b.at + i)) i++;
  if (i == size) return a.size - b.size;
  while (i > 0 && (load<u8>(a.at + i) & 0xc0) == 0x80) i--;
  const x = codePointAt(a.at + i);
  const y = codePointAt(b.at + i);
  const difference = firstUnit(x) - firstUnit(y);
  return difference != 0 ? difference : x - y;
}

function firstUnit(point: i32): i32 {
  return point < 0x10000 ? point : 0xd800 + ((point - 0x10000) >> 10);
}
