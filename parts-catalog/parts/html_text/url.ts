// Resolves a reference against a base: RFC 3986, section 5.2. White space around and line breaks inside are
// dropped, as browsers do.

import { fail, quoted } from "../../lib/failure";
import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

@final
export class Base {
  private scheme: usize = 0;
  private path: usize = 0;
  private query: usize = 0;
  private end: usize = 0;
  private authority: bool = false;
  /** The URL that was put together last. */
  at: usize = 0;
  size: i32 = 0;
  private room: usize = 0;

  constructor(private url: Text) {
    this.split(url);
  }

  private split(url: Text): void {
    this.end = url.at;
    while (this.end < url.end && load<u8>(this.end) != 0x23) this.end++;
    const scheme = schemeEnd(url.at, this.end);
    if (scheme == 0) fail("INVALID_VALUE", "`base_url` must be a whole URL, such as https://example.com/page, but it is " + quoted(url) + ".");
    this.scheme = scheme;
    this.authority = startsWith(scheme, this.end, 2, 0x2f);
    let p = scheme;
    if (this.authority) {
      p += 2;
      while (p < this.end && load<u8>(p) != 0x2f && load<u8>(p) != 0x3f) p++;
    }
    this.path = p;
    while (p < this.end && load<u8>(p) != 0x3f) p++;
    this.query = p;
  }

  /** Sets `at` and `size`. */
  resolve(from: usize, end: usize): void {
    const most = end - from + this.url.size + 4;
    if (most > this.room) {
      this.room = most * 2;
      this.at = reserve(this.room);
    }
    this.size = 0;
    let clean = from;
    for (let p = from; p < end; p++) {
      const c = load<u8>(p);
      if (c != 0x0a && c != 0x0d && c != 0x09) store<u8>(clean++, c);
    }
    end = clean;
    if (schemeEnd(from, end) != 0) {
      this.add(from, end);
    } else if (startsWith(from, end, 2, 0x2f)) {
      this.add(this.url.at, this.scheme);
      this.add(from, end);
    } else if (from == end || load<u8>(from) == 0x23) {
      this.add(this.url.at, this.end);
      this.add(from, end);
    } else if (load<u8>(from) == 0x3f) {
      this.add(this.url.at, this.query);
      this.add(from, end);
    } else {
      this.merge(from, end);
    }
  }

  private merge(from: usize, end: usize): void {
    this.add(this.url.at, this.path);
    const start = this.at + this.size;
    let rest = from;
    while (rest < end && load<u8>(rest) != 0x3f && load<u8>(rest) != 0x23) rest++;
    if (load<u8>(from) != 0x2f) {
      let last = this.query;
      while (last > this.path && load<u8>(last - 1) != 0x2f) last--;
      this.add(this.path, last);
      if (last == this.path && this.authority) store<u8>(this.at + this.size++, 0x2f);
    }
    this.add(from, rest);
    this.size = <i32>(withoutDots(start, this.at + this.size) - this.at);
    this.add(rest, end);
  }

  private add(from: usize, end: usize): void {
    memory.copy(this.at + this.size, from, end - from);
    this.size += <i32>(end - from);
  }
}

/** Takes `.` and `..` out of a path, in place; gives its new end. */
function withoutDots(from: usize, end: usize): usize {
  let to = from;
  let p = from;
  while (p < end) {
    let next = p;
    if (load<u8>(next) == 0x2f) next++;
    const step = next;
    while (next < end && load<u8>(next) != 0x2f) next++;
    const dots = next - step;
    const one = dots == 1 && load<u8>(step) == 0x2e;
    const two = dots == 2 && load<u16>(step) == 0x2e2e;
    if (two) {
      while (to > from && load<u8>(to - 1) != 0x2f) to--;
      if (to > from) to--;
    }
    if (one || two) {
      if (next == end) store<u8>(to++, 0x2f);
    } else {
      memory.copy(to, p, next - p);
      to += next - p;
    }
    p = next;
  }
  return to;
}

/** After the colon of a scheme; 0 where there is none. */
function schemeEnd(from: usize, end: usize): usize {
  if (from == end || <u8>((load<u8>(from) | 0x20) - 0x61) > 25) return 0;
  for (let p = from; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x3a) return p + 1;
    if (<u8>((c | 0x20) - 0x61) > 25 && <u8>(c - 0x30) > 9 && c != 0x2b && c != 0x2d && c != 0x2e) return 0;
  }
  return 0;
}

function startsWith(from: usize, end: usize, count: usize, byte: u8): bool {
  if (end - from < count) return false;
  for (let i: usize = 0; i < count; i++) if (load<u8>(from + i) != byte) return false;
  return true;
}
