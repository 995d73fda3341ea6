// Bytes as text and back: hexadecimal, Base64 (RFC 4648) and percent-encoding (RFC 3986, section 2).

import { fail } from "../../lib/failure";
import { isSpace } from "../../lib/letters";
import { Text } from "../../lib/text";
import { Bytes } from "./buffer";

const HEX = "0123456789abcdef";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export function toHex(bytes: Bytes): Bytes {
  const text = Bytes.room(bytes.size * 2);
  let to = text.at;
  for (let p = bytes.at; p < bytes.end; p++, to += 2) {
    const byte = load<u8>(p);
    store<u8>(to, digit(byte >> 4));
    store<u8>(to, digit(byte & 15), 1);
  }
  return text;
}

function digit(value: u8): u8 {
  return <u8>HEX.charCodeAt(value);
}

/** White space between the digits is passed over. */
export function fromHex(text: Bytes, name: string): Bytes {
  const bytes = Bytes.room(text.size / 2 + 1);
  let count = 0;
  let half = -1;
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    if (isSpace(c)) continue;
    const value = valueOfHex(c);
    if (value < 0) refuse(name, "hexadecimal", text, p);
    if (half < 0) {
      half = value;
      continue;
    }
    store<u8>(bytes.at + count++, <u8>((half << 4) | value));
    half = -1;
  }
  if (half >= 0) fail("INVALID_ENCODING", "`" + name + "` has an odd number of hexadecimal digits.");
  bytes.size = count;
  return bytes;
}

function valueOfHex(c: u8): i32 {
  if (<u8>(c - 0x30) < 10) return c - 0x30;
  const letter = c | 0x20;
  return <u8>(letter - 0x61) < 6 ? letter - 0x57 : -1;
}

/** With `url`, the alphabet of RFC 4648, section 5, without padding. */
export function toBase64(bytes: Bytes, url: bool): Bytes {
  const text = Bytes.room(((bytes.size + 2) / 3) * 4);
  let to = text.at;
  for (let i = 0; i < bytes.size; i += 3) {
    const left = bytes.size - i;
    let group: u32 = <u32>load<u8>(bytes.at + i) << 16;
    if (left > 1) group |= <u32>load<u8>(bytes.at + i + 1) << 8;
    if (left > 2) group |= load<u8>(bytes.at + i + 2);
    const letters = min(left, 3) + 1;
    for (let k = 0; k < 4; k++) {
      if (k < letters) store<u8>(to++, letter((group >> (18 - 6 * k)) & 63, url));
      else if (!url) store<u8>(to++, 0x3d);
    }
  }
  text.size = <i32>(to - text.at);
  return text;
}

function letter(value: u32, url: bool): u8 {
  if (value < 62) return <u8>ALPHABET.charCodeAt(value);
  return value == 62 ? (url ? 0x2d : 0x2b) : url ? 0x5f : 0x2f;
}

/** Both alphabets, with or without padding; white space is passed over. */
export function fromBase64(text: Bytes, name: string): Bytes {
  const bytes = Bytes.room((text.size / 4) * 3 + 3);
  let count = 0;
  let group: u32 = 0;
  let letters = 0;
  let padding = 0;
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    if (isSpace(c)) continue;
    if (c == 0x3d) {
      padding++;
      continue;
    }
    const value = valueOfLetter(c);
    if (value < 0 || padding > 0) refuse(name, "Base64", text, p);
    group = (group << 6) | value;
    if (++letters % 4 == 0) {
      store<u8>(bytes.at + count, <u8>(group >> 16));
      store<u8>(bytes.at + count + 1, <u8>(group >> 8));
      store<u8>(bytes.at + count + 2, <u8>group);
      count += 3;
      group = 0;
    }
  }
  const rest = letters % 4;
  if (rest == 1 || (padding > 0 && rest + padding != 4)) {
    fail("INVALID_ENCODING", "`" + name + "` is not Base64: it ends in the middle of a byte.");
  }
  if (rest == 2) store<u8>(bytes.at + count++, <u8>(group >> 4));
  if (rest == 3) {
    store<u8>(bytes.at + count, <u8>(group >> 10));
    store<u8>(bytes.at + count + 1, <u8>(group >> 2));
    count += 2;
  }
  bytes.size = count;
  return bytes;
}

function valueOfLetter(c: u8): i32 {
  if (<u8>(c - 0x41) < 26) return c - 0x41;
  if (<u8>(c - 0x61) < 26) return c - 0x61 + 26;
  if (<u8>(c - 0x30) < 10) return c - 0x30 + 52;
  if (c == 0x2b || c == 0x2d) return 62;
  return c == 0x2f || c == 0x5f ? 63 : -1;
}

/** All but letters, digits and `-._~` as `%XX`. */
export function toPercent(bytes: Bytes): Bytes {
  const text = Bytes.room(bytes.size * 3);
  let to = text.at;
  for (let p = bytes.at; p < bytes.end; p++) {
    const c = load<u8>(p);
    const plain = <u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10 || c == 0x2d || c == 0x2e || c == 0x5f || c == 0x7e;
    if (plain) {
      store<u8>(to++, c);
      continue;
    }
    store<u8>(to, 0x25);
    store<u8>(to, upper(c >> 4), 1);
    store<u8>(to, upper(c & 15), 2);
    to += 3;
  }
  text.size = <i32>(to - text.at);
  return text;
}

function upper(value: u8): u8 {
  return value < 10 ? 0x30 + value : 0x37 + value;
}

/** With `plus`, a plus sign is a space, as in forms. */
export function fromPercent(text: Bytes, plus: bool, name: string): Bytes {
  const bytes = Bytes.room(text.size);
  let to = bytes.at;
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    if (c != 0x25) {
      store<u8>(to++, plus && c == 0x2b ? 0x20 : c);
      continue;
    }
    const high = p + 2 < text.end ? valueOfHex(load<u8>(p + 1)) : -1;
    const low = p + 2 < text.end ? valueOfHex(load<u8>(p + 2)) : -1;
    if (high < 0 || low < 0) refuse(name, "percent-encoded", text, p);
    store<u8>(to++, <u8>((high << 4) | low));
    p += 2;
  }
  bytes.size = <i32>(to - bytes.at);
  return bytes;
}

function refuse(name: string, what: string, text: Bytes, at: usize): void {
  const place = new Text(text.at, <i32>(at - text.at)).length() + 1;
  fail("INVALID_ENCODING", "`" + name + "` is not " + what + " at character " + place.toString() + ".");
}
