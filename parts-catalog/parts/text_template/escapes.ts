// Texts made safe for HTML, URLs, JSON and CSV.

import { putPiece, take } from "../../lib/output";
import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

export const enum Escape {
  None,
  Html,
  Json,
  Csv,
}

export function escaped(text: Text, how: Escape): Text {
  if (how == Escape.Html) return escapedHtml(text);
  if (how == Escape.Csv) return field(text);
  if (how == Escape.None) return text;
  putPiece(text);
  return take();
}

/** The five characters that mean something in HTML, in attributes too. */
export function escapedHtml(text: Text): Text {
  let size = text.size;
  for (let p = text.at; p < text.end; p++) size += entity(load<u8>(p)).length;
  if (size == text.size) return text;
  const copy = reserve(size);
  let to = copy;
  for (let p = text.at; p < text.end; p++) {
    const name = entity(load<u8>(p));
    if (name.length == 0) store<u8>(to++, load<u8>(p));
    for (let i = 0; i < name.length; i++) store<u8>(to++, <u8>name.charCodeAt(i));
  }
  return new Text(copy, <i32>(to - copy));
}

function entity(c: u8): string {
  if (c == 0x26) return "&amp;";
  if (c == 0x3c) return "&lt;";
  if (c == 0x3e) return "&gt;";
  if (c == 0x22) return "&quot;";
  return c == 0x27 ? "&#39;" : "";
}

/** All but letters, digits and `-._~` as `%XX` (RFC 3986, section 2.3). */
export function percentEncoded(text: Text): Text {
  const copy = reserve(<usize>text.size * 3);
  let to = copy;
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    const plain = <u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10 || c == 0x2d || c == 0x2e || c == 0x5f || c == 0x7e;
    if (plain) {
      store<u8>(to++, c);
      continue;
    }
    store<u8>(to, 0x25);
    store<u8>(to, digit(c >> 4), 1);
    store<u8>(to, digit(c & 15), 2);
    to += 3;
  }
  return new Text(copy, <i32>(to - copy));
}

function digit(value: u8): u8 {
  return value < 10 ? 0x30 + value : 0x37 + value;
}

/** A field of CSV (RFC 4180), in quotes where it needs them. */
function field(text: Text): Text {
  let quotes = 0;
  let needed = false;
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    if (c == 0x22) quotes++;
    needed = needed || c == 0x22 || c == 0x2c || c == 0x3b || c == 0x09 || c == 0x0a || c == 0x0d;
  }
  if (!needed) return text;
  const copy = reserve(text.size + quotes + 2);
  let to = copy;
  store<u8>(to++, 0x22);
  for (let p = text.at; p < text.end; p++) {
    const c = load<u8>(p);
    store<u8>(to++, c);
    if (c == 0x22) store<u8>(to++, c);
  }
  store<u8>(to++, 0x22);
  return new Text(copy, <i32>(to - copy));
}
