// Members of an object that is being put together, found by name in constant time and written in
// ECMAScript's order: integer-like names ascending, then the others as they came.

import { NONE, Value, decode, decodedAt, decodedSize, endOf, firstIn, nextAfter, valueOf } from "./json";
import { reserve } from "./memory";
import { put, putBytes, putString, separate } from "./output";
import { Text } from "./text";

const ENTRY: usize = 16; // name's address, name's size, value, index + 1 where integer-like

@final
export class Members {
  private entries: usize;
  private slots: usize;
  private room: i32;
  private mask: u32;
  count: i32 = 0;

  /** For at most `room` members. */
  constructor(room: i32) {
    let slots = 8;
    while (slots < room + (room >> 1)) slots <<= 1;
    this.room = room;
    this.mask = slots - 1;
    this.entries = reserve(<usize>room * ENTRY + 1);
    this.slots = reserve(<usize>slots << 2);
    memory.fill(this.slots, 0, <usize>slots << 2);
  }

  /** Adds a member, or gives an earlier one its new value in its old place. */
  set(name: Text, value: Value): void {
    store<usize>(this.entryOf(name.at, name.size), value, 8);
  }

  setAll(object: Value): void {
    for (let key = firstIn(object); key != NONE; ) {
      const value = valueOf(key);
      store<usize>(this.named(key), value, 8);
      key = nextAfter(value);
    }
  }

  /** Address of the place for the value of the member that a name in an object stands for. */
  placeOf(key: Value): usize {
    return this.named(key) + 8;
  }

  /** The same for a name given as its bytes. */
  placeNamed(at: usize, size: i32): usize {
    return this.entryOf(at, size) + 8;
  }

  private named(key: Value): usize {
    decode(key);
    return this.entryOf(decodedAt, decodedSize);
  }

  /** The entry of that name, made when there is none. */
  private entryOf(at: usize, size: i32): usize {
    let slot = hash(at, size) & this.mask;
    while (true) {
      const place = this.slots + (<usize>slot << 2);
      const index = load<i32>(place);
      if (index == 0) {
        store<i32>(place, ++this.count);
        return this.add(at, size);
      }
      const entry = this.entry(index - 1);
      if (load<i32>(entry, 4) == size && memory.compare(load<usize>(entry), at, size) == 0) return entry;
      slot = (slot + 1) & this.mask;
    }
  }

  private add(at: usize, size: i32): usize {
    const entry = this.entry(this.count - 1);
    store<usize>(entry, at);
    store<i32>(entry, size, 4);
    store<usize>(entry, NONE, 8);
    store<u32>(entry, indexOf(at, size), 12);
    return entry;
  }

  private entry(index: i32): usize {
    return this.entries + <usize>index * ENTRY;
  }

  /** Writes the object; `writeValue` writes what was set as a value. */
  write(writeValue: (value: Value) => void): void {
    put(0x7b);
    const integers = this.integers();
    for (let i = 0; i < integers.length; i++) this.writeMember(integers[i], writeValue);
    for (let i = 0; i < this.count; i++) {
      const entry = this.entry(i);
      if (load<u32>(entry, 12) == 0) this.writeMember(entry, writeValue);
    }
    put(0x7d);
  }

  /** All members as `writeMember` takes them, in the order in which they are written. */
  inOrder(): StaticArray<usize> {
    const ordered = new StaticArray<usize>(this.count);
    const integers = this.integers();
    for (let i = 0; i < integers.length; i++) ordered[i] = integers[i];
    let filled = integers.length;
    for (let i = 0; i < this.count; i++) {
      const entry = this.entry(i);
      if (load<u32>(entry, 12) == 0) ordered[filled++] = entry;
    }
    return ordered;
  }

  writeMember(entry: usize, writeValue: (value: Value) => void): void {
    separate();
    putString(load<usize>(entry), load<i32>(entry, 4));
    put(0x3a);
    writeValue(load<usize>(entry, 8));
  }

  private integers(): StaticArray<usize> {
    let count = 0;
    for (let i = 0; i < this.count; i++) if (load<u32>(this.entry(i), 12) != 0) count++;
    const found = new StaticArray<usize>(count);
    for (let i = this.count - 1; i >= 0; i--) {
      if (load<u32>(this.entry(i), 12) != 0) found[--count] = this.entry(i);
    }
    found.sort((a, b) => (load<u32>(a, 12) < load<u32>(b, 12) ? -1 : 1));
    return found;
  }
}

/** Writes a value as it stands in the input. */
export function writeAsIs(value: Value): void {
  putBytes(value, endOf(value) - value);
}

function hash(at: usize, size: i32): u32 {
  let h: u32 = 0x811c9dc5;
  for (let p = at; p < at + size; p++) h = (h ^ load<u8>(p)) * 0x01000193;
  return h ^ (h >> 15);
}

/** One more than the number an integer-like name stands for (below 2^32 - 1); else 0. */
function indexOf(at: usize, size: i32): u32 {
  if (size == 0 || size > 10) return 0;
  if (size > 1 && load<u8>(at) == 0x30) return 0;
  let value: u64 = 0;
  for (let p = at; p < at + size; p++) {
    const digit = load<u8>(p) - 0x30;
    if (digit > 9) return 0;
    value = value * 10 + digit;
  }
  return value < 0xffffffff ? <u32>value + 1 : 0;
}
