// The formats that are checked: JSON Schema Validation 2020-12, section 7.3.

import { Text } from "../../lib/text";

/** Whether a text has the format; true for formats that aren't known. */
export function hasFormat(text: Text, format: string): bool {
  const scan = new Scan(text);
  if (format == "date-time") return scan.date() && (scan.take(0x54) || scan.take(0x74)) && scan.time() && scan.atEnd();
  if (format == "date") return scan.date() && scan.atEnd();
  if (format == "time") return scan.time() && scan.atEnd();
  if (format == "uuid") return scan.uuid() && scan.atEnd();
  if (format == "ipv4") return scan.ipv4() && scan.atEnd();
  if (format == "ipv6") return scan.ipv6() && scan.atEnd();
  if (format == "email") return scan.email();
  if (format == "uri") return scan.uri();
  if (format == "hostname") return text.size <= 253 && scan.hostname() && scan.atEnd();
  return true;
}

@final
class Scan {
  private p: usize;
  private end: usize;

  constructor(text: Text) {
    this.p = text.at;
    this.end = text.end;
  }

  atEnd(): bool {
    return this.p == this.end;
  }

  take(byte: u8): bool {
    if (this.peek() != byte) return false;
    this.p++;
    return true;
  }

  private peek(): i32 {
    return this.p < this.end ? <i32>load<u8>(this.p) : -1;
  }

  /** So many digits as a number, or -1. */
  private number(count: i32): i32 {
    let value = 0;
    for (; count > 0; count--) {
      const digit = this.peek() - 0x30;
      if (<u32>digit > 9) return -1;
      value = value * 10 + digit;
      this.p++;
    }
    return value;
  }

  /** RFC 3339, full-date. */
  date(): bool {
    const year = this.number(4);
    if (year < 0 || !this.take(0x2d)) return false;
    const month = this.number(2);
    if (month < 1 || month > 12 || !this.take(0x2d)) return false;
    const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const days = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    const day = this.number(2);
    return day >= 1 && day <= days;
  }

  /** RFC 3339, full-time; second 60 is the last of a day in UTC. */
  time(): bool {
    const hour = this.number(2);
    if (hour < 0 || hour > 23 || !this.take(0x3a)) return false;
    const minute = this.number(2);
    if (minute < 0 || minute > 59 || !this.take(0x3a)) return false;
    const second = this.number(2);
    if (second < 0 || second > 60) return false;
    if (this.take(0x2e)) {
      const from = this.p;
      while (<u32>(this.peek() - 0x30) < 10) this.p++;
      if (this.p == from) return false;
    }
    let away = 0;
    if (!this.take(0x5a) && !this.take(0x7a)) {
      const before = this.take(0x2d);
      if (!before && !this.take(0x2b)) return false;
      const hours = this.number(2);
      if (hours < 0 || hours > 23 || !this.take(0x3a)) return false;
      const minutes = this.number(2);
      if (minutes < 0 || minutes > 59) return false;
      away = (hours * 60 + minutes) * (before ? 1 : -1);
    }
    return second < 60 || (hour * 60 + minute + away + 1440) % 1440 == 1439;
  }

  uuid(): bool {
    for (let i = 0; i < 36; i++) {
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (!this.take(0x2d)) return false;
      } else if (!this.hex()) {
        return false;
      }
    }
    return true;
  }

  private hex(): bool {
    const c = this.peek();
    if (<u32>(c - 0x30) > 9 && <u32>((c | 0x20) - 0x61) > 5) return false;
    this.p++;
    return true;
  }

  ipv4(): bool {
    for (let i = 0; i < 4; i++) {
      if (i > 0 && !this.take(0x2e)) return false;
      const from = this.p;
      let value = 0;
      while (<u32>(this.peek() - 0x30) < 10 && this.p - from < 4) value = value * 10 + <i32>load<u8>(this.p++) - 0x30;
      const size = this.p - from;
      if (size == 0 || value > 255 || (size > 1 && load<u8>(from) == 0x30)) return false;
    }
    return true;
  }

  /** RFC 4291, section 2.2. */
  ipv6(): bool {
    let groups = 0;
    let gap = false;
    if (this.peek() == 0x3a) {
      this.p++;
      if (!this.take(0x3a)) return false;
      gap = true;
    }
    while (groups < 8) {
      const from = this.p;
      while (this.p - from < 4 && this.hex()) {}
      if (this.p == from) break;
      if (this.peek() == 0x2e) {
        this.p = from;
        if (!this.ipv4()) return false;
        groups += 2;
        return gap ? groups <= 7 : groups == 8;
      }
      groups++;
      if (this.peek() != 0x3a) return gap ? groups <= 7 : groups == 8;
      this.p++;
      if (this.take(0x3a)) {
        if (gap) return false;
        gap = true;
      } else if (this.atEnd()) {
        return false;
      }
    }
    return gap && groups <= 7;
  }

  /** RFC 5321, section 4.1.2: a local part and a host name or an address in brackets. */
  email(): bool {
    if (this.take(0x22)) {
      while (this.peek() != 0x22) {
        const c = this.peek();
        if (c < 0x20 || c == 0x7f) return false;
        this.p++;
        if (c == 0x5c && this.peek() < 0x20) return false;
        if (c == 0x5c) this.p++;
      }
      this.p++;
    } else {
      do if (!this.atext()) return false; while (this.take(0x2e));
    }
    if (!this.take(0x40)) return false;
    if (!this.take(0x5b)) return this.hostname() && this.atEnd();
    const tag = this.end - this.p > 5 && (load<u32>(this.p) | 0x20202020) == 0x36767069 && load<u8>(this.p, 4) == 0x3a;
    if (tag) this.p += 5;
    const end = this.end;
    if (end == this.p || load<u8>(end - 1) != 0x5d) return false;
    this.end--;
    return (tag ? this.ipv6() : this.ipv4()) && this.atEnd();
  }

  private atext(): bool {
    const from = this.p;
    while (this.peek() > 0x20) {
      const c = this.peek();
      const plain = <u32>((c | 0x20) - 0x61) < 26 || <u32>(c - 0x30) < 10;
      if (!plain && !isOneOf(c, "!#$%&'*+-/=?^_`{|}~")) break;
      this.p++;
    }
    return this.p > from;
  }

  /** RFC 1123: labels of letters, digits and hyphens. */
  hostname(): bool {
    do {
      const from = this.p;
      while (true) {
        const c = this.peek();
        if (<u32>((c | 0x20) - 0x61) > 25 && <u32>(c - 0x30) > 9 && c != 0x2d) break;
        this.p++;
      }
      const size = this.p - from;
      if (size == 0 || size > 63 || load<u8>(from) == 0x2d || load<u8>(this.p - 1) == 0x2d) return false;
    } while (this.take(0x2e));
    return true;
  }

  /** RFC 3986: a scheme, a colon, and only characters that a URI may have where they may be. */
  uri(): bool {
    const first = this.peek();
    if (first < 0 || <u32>((first | 0x20) - 0x61) > 25) return false;
    while (this.peek() != 0x3a) {
      const c = this.peek();
      if (c < 0) return false;
      if (<u32>((c | 0x20) - 0x61) > 25 && <u32>(c - 0x30) > 9 && c != 0x2b && c != 0x2d && c != 0x2e) return false;
      this.p++;
    }
    this.p++;
    if (this.end - this.p >= 2 && load<u16>(this.p) == 0x2f2f && !this.authority()) return false;
    let fragment = false;
    while (!this.atEnd()) {
      if (this.take(0x23)) {
        if (fragment) return false;
        fragment = true;
      } else if (!this.uriCharacter(":@/?")) {
        return false;
      }
    }
    return true;
  }

  private authority(): bool {
    this.p += 2;
    const from = this.p;
    let end = from;
    while (end < this.end && !isOneOf(load<u8>(end), "/?#")) end++;
    let host = from;
    for (let p = from; p < end; p++) if (load<u8>(p) == 0x40) host = p + 1;
    while (this.p + 1 < host) if (!this.uriCharacter(":")) return false;
    this.p = host;
    if (this.take(0x5b)) {
      if (!this.ipv6() || !this.take(0x5d)) return false;
    } else {
      while (this.p < end && this.peek() != 0x3a) if (!this.uriCharacter("")) return false;
    }
    if (this.p < end && !this.take(0x3a)) return false;
    while (this.p < end) if (this.number(1) < 0) return false;
    return true;
  }

  /** Unreserved, percent-encoded, a sub-delimiter or one of the others. */
  private uriCharacter(others: string): bool {
    if (this.take(0x25)) return this.hex() && this.hex();
    const c = this.peek();
    const plain = <u32>((c | 0x20) - 0x61) < 26 || <u32>(c - 0x30) < 10;
    if (!plain && !isOneOf(c, "-._~!$&'()*+,;=") && !isOneOf(c, others)) return false;
    this.p++;
    return true;
  }
}

function isOneOf(c: i32, set: string): bool {
  for (let i = 0; i < set.length; i++) if (set.charCodeAt(i) == c) return true;
  return false;
}
