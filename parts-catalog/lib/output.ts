// The text a part writes: JSON in pieces, kept until the part knows that it succeeds.

import { reserve } from "./memory";
import { Text, widthAt } from "./text";
import { writeOutput } from "./wasi";

const ROOM: usize = 0x10000;
const HEADER: usize = 8; // next chunk, bytes used

const first: usize = memory.data(0x1000);
let room: usize = 0x1000 - HEADER;
let chunk: usize = first;
let used: usize = 0;
let lastByte: u8 = 0;

export function put(byte: u8): void {
  if (used == room) nextChunk();
  store<u8>(chunk + HEADER + used, byte);
  used++;
  lastByte = byte;
}

export function putBytes(from: usize, size: usize): void {
  if (size == 0) return;
  lastByte = load<u8>(from + size - 1);
  while (size > 0) {
    if (used == room) nextChunk();
    const part = min(size, room - used);
    memory.copy(chunk + HEADER + used, from, part);
    used += part;
    from += part;
    size -= part;
  }
}

/** Characters below 128, as they are. */
export function putAscii(source: string): void {
  for (let i = 0; i < source.length; i++) put(<u8>source.charCodeAt(i));
}

/** A comma, unless an object or list has just begun. */
export function separate(): void {
  if (lastByte != 0x7b && lastByte != 0x5b) put(0x2c);
}

/** A member's name and colon. */
export function putKey(name: string): void {
  separate();
  putText(Text.of(name));
  put(0x3a);
}

/** A JSON string. */
export function putText(text: Text): void {
  putString(text.at, text.size);
}

/** A JSON string of these bytes (UTF-8). */
export function putString(at: usize, size: i32): void {
  put(0x22);
  putEscaped(at, size);
  put(0x22);
}

/** Part of a JSON string; the caller writes the quotes. */
export function putPiece(text: Text): void {
  putEscaped(text.at, text.size);
}

/** Part of a JSON string from these bytes (UTF-8). */
export function putEscaped(at: usize, size: i32): void {
  let plain = at;
  let p = at;
  const end = at + size;
  while (p < end) {
    const byte = load<u8>(p);
    if (byte >= 0x20 && byte != 0x22 && byte != 0x5c && byte != 0xed) {
      p++;
      continue;
    }
    const lone = byte == 0xed && load<u8>(p, 1) >= 0xa0;
    if (byte == 0xed && !lone) {
      p += 3;
      continue;
    }
    putBytes(plain, p - plain);
    if (lone) {
      putEscape(0xd000 | ((<i32>load<u8>(p, 1) & 0x3f) << 6) | (<i32>load<u8>(p, 2) & 0x3f));
    } else {
      putControl(byte);
    }
    p += widthAt(p);
    plain = p;
  }
  putBytes(plain, end - plain);
}

function putControl(byte: u8): void {
  if (byte == 0x22 || byte == 0x5c) {
    put(0x5c);
    put(byte);
    return;
  }
  const letter: u8 =
    byte == 0x0a ? 0x6e : byte == 0x0d ? 0x72 : byte == 0x09 ? 0x74 : byte == 0x08 ? 0x62 : byte == 0x0c ? 0x66 : 0;
  if (letter == 0) {
    putEscape(byte);
    return;
  }
  put(0x5c);
  put(letter);
}

function putEscape(unit: i32): void {
  put(0x5c);
  put(0x75);
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (unit >> shift) & 15;
    put(<u8>(digit < 10 ? 0x30 + digit : 0x57 + digit));
  }
}

/** Forgets everything written. */
export function clear(): void {
  chunk = first;
  room = 0x1000 - HEADER;
  used = 0;
  lastByte = 0;
}

/** Everything written, in one piece; the output is empty after it. */
export function take(): Text {
  let size: usize = used;
  for (let c = first; c != chunk; c = load<usize>(c)) size += load<usize>(c, 4);
  const whole = reserve(size);
  let to = whole;
  for (let c = first; ; c = load<usize>(c)) {
    const part = c == chunk ? used : load<usize>(c, 4);
    memory.copy(to, c + HEADER, part);
    to += part;
    if (c == chunk) break;
  }
  clear();
  return new Text(whole, <i32>size);
}

/** Sends everything written to standard output. */
export function flush(): void {
  for (let c = first; c != chunk; c = load<usize>(c)) {
    writeOutput(c + HEADER, load<usize>(c, 4));
  }
  writeOutput(chunk + HEADER, used);
}

function nextChunk(): void {
  const next = reserve(ROOM);
  store<usize>(chunk, next);
  store<usize>(chunk, used, 4);
  chunk = next;
  room = ROOM - HEADER;
  used = 0;
}
