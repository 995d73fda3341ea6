// One form for all texts of the same JSON value, to compare values by their bytes: members by name,
// numbers as ECMAScript writes them, escapes undone. The form is for comparing, not for reading.

import { numberText } from "./digits";
import { Kind, NONE, Value, decode, decodedAt, decodedSize, endOf, firstIn, kindOf, nextAfter, numberOf, valueOf } from "./json";
import { mark, release, reserve } from "./memory";

const EXACT_DIGITS: usize = 15;
const ENTRY: usize = 12; // name's address, name's size, value

/** Where the form that `canonical` last made is; it stays until the next one. */
export let canonicalAt: usize = 0;
export let canonicalSize: i32 = 0;
/** Whether the bytes are in the input, and so stay for good. */
export let canonicalStays: bool = false;

let buffer: usize = 0;
let room: usize = 0;
let used: usize = 0;
let stack: usize = 0;
let stackRoom: i32 = 0;
let depth: i32 = 0;

/** Makes the form of a value; NONE has that of null. */
export function canonical(value: Value): void {
  canonicalStays = value != NONE && isPlain(value);
  if (canonicalStays) {
    canonicalAt = value;
    canonicalSize = <i32>(endOf(value) - value);
    return;
  }
  used = 0;
  if (value == NONE) {
    append(changetype<usize>(NULL), NULL.length);
  } else {
    write(value);
  }
  canonicalAt = buffer;
  canonicalSize = <i32>used;
}

const NULL: StaticArray<u8> = [0x6e, 0x75, 0x6c, 0x6c];

/** Whether a value is written in its one form already. */
function isPlain(value: Value): bool {
  const kind = kindOf(value);
  if (kind == Kind.List || kind == Kind.Object) return false;
  if (kind == Kind.Number) return isPlainNumber(value);
  if (kind != Kind.Text) return true;
  const end = endOf(value);
  for (let p = value; p < end; p++) if (load<u8>(p) == 0x5c) return false;
  return true;
}

function isPlainNumber(value: Value): bool {
  const end = endOf(value);
  if (end - value > EXACT_DIGITS || load<u8>(value) == 0x2d) return false;
  for (let p = value; p < end; p++) if (<u8>(load<u8>(p) - 0x30) > 9) return false;
  return true;
}

function write(value: Value): void {
  const kind = kindOf(value);
  if (kind == Kind.Object) {
    writeObject(value);
  } else if (kind == Kind.List) {
    appendByte(0x5b);
    for (let each = firstIn(value); each != NONE; each = nextAfter(each)) {
      write(each);
      appendByte(0x2c);
    }
    appendByte(0x5d);
  } else if (isPlain(value)) {
    append(value, endOf(value) - value);
  } else if (kind == Kind.Number) {
    const start = mark();
    const text = numberText(numberOf(value));
    const at = text.at;
    const size = text.size;
    release(start);
    append(at, size);
  } else {
    decode(value);
    writeText(decodedAt, decodedSize);
  }
}

function writeText(at: usize, size: i32): void {
  appendByte(0x22);
  for (let p = at; p < at + size; p++) {
    const byte = load<u8>(p);
    if (byte == 0x22 || byte == 0x5c) appendByte(0x5c);
    appendByte(byte);
  }
  appendByte(0x22);
}

function writeObject(object: Value): void {
  const base = depth;
  for (let key = firstIn(object); key != NONE; ) {
    const value = valueOf(key);
    decode(key);
    push(decodedAt, decodedSize, value);
    key = nextAfter(value);
  }
  const end = depth;
  sort(base, end - base);
  appendByte(0x7b);
  for (let i = base; i < end; i++) {
    const entry = stack + <usize>i * ENTRY;
    const size = load<i32>(entry, 4);
    const last = i + 1 == end || compareNames(entry, entry + ENTRY) != 0;
    if (!last) continue;
    writeText(load<usize>(entry), size);
    write(load<usize>(stack + <usize>i * ENTRY, 8));
  }
  appendByte(0x7d);
  depth = base;
}

function push(at: usize, size: i32, value: Value): void {
  if (depth == stackRoom) {
    const more = reserve(<usize>(stackRoom * 2 + 64) * ENTRY);
    memory.copy(more, stack, <usize>stackRoom * ENTRY);
    stack = more;
    stackRoom = stackRoom * 2 + 64;
  }
  const entry = stack + <usize>depth * ENTRY;
  depth++;
  store<usize>(entry, at);
  store<i32>(entry, size, 4);
  store<usize>(entry, value, 8);
}

/** Heap sort by name; of members of one name the later comes later. */
function sort(base: i32, count: i32): void {
  const first = stack + <usize>base * ENTRY;
  for (let i = count / 2 - 1; i >= 0; i--) sift(first, i, count);
  for (let end = count - 1; end > 0; end--) {
    swap(first, first + <usize>end * ENTRY);
    sift(first, 0, end);
  }
}

function sift(first: usize, parent: i32, count: i32): void {
  while (true) {
    let child = 2 * parent + 1;
    if (child >= count) return;
    if (child + 1 < count && before(first + <usize>child * ENTRY, first + <usize>(child + 1) * ENTRY)) child++;
    const a = first + <usize>parent * ENTRY;
    const b = first + <usize>child * ENTRY;
    if (!before(a, b)) return;
    swap(a, b);
    parent = child;
  }
}

function before(a: usize, b: usize): bool {
  const names = compareNames(a, b);
  return names != 0 ? names < 0 : load<usize>(a, 8) < load<usize>(b, 8);
}

function compareNames(a: usize, b: usize): i32 {
  const sizes = load<i32>(a, 4) - load<i32>(b, 4);
  return sizes != 0 ? sizes : memory.compare(load<usize>(a), load<usize>(b), load<i32>(a, 4));
}

function swap(a: usize, b: usize): void {
  for (let i: usize = 0; i < ENTRY; i += 4) {
    const kept = load<u32>(a + i);
    store<u32>(a + i, load<u32>(b + i));
    store<u32>(b + i, kept);
  }
}

function appendByte(byte: u8): void {
  if (used == room) enlarge(1);
  store<u8>(buffer + used++, byte);
}

function append(from: usize, size: usize): void {
  if (used + size > room) enlarge(size);
  memory.copy(buffer + used, from, size);
  used += size;
}

function enlarge(size: usize): void {
  room = max(1024, max(room * 2, used + size));
  const more = reserve(room);
  memory.copy(more, buffer, used);
  buffer = more;
}
