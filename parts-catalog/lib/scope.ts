// Where the names of an expression or a path are looked up: names that were given, the last first, then an object's members.

import { fail } from "./failure";
import { NONE, Value } from "./json";
import { step } from "./steps";
import { Text } from "./text";

const MOST_GIVEN = 600;
const MOST_KEPT = 64;
const ENTRY: usize = 12; // name's address, name's size, value

const given = memory.data(600 * 12, 4);
/** Members that were looked up already: they are where they were. */
const kept = memory.data(64 * 12, 4);

/** There is one at a time. */
@final
export class Scope {
  private count: i32 = 0;
  private keptCount: i32 = 0;

  constructor(private root: Value) {}

  /** Gives a name, by its bytes, a value; the number it gets is for `change`. */
  enter(at: usize, size: i32, value: Value): i32 {
    if (this.count == MOST_GIVEN) fail("OUT_OF_RANGE", "Too many names are given values inside each other.");
    write(given, this.count, at, size, value);
    return this.count++;
  }

  /** Gives a name another value. */
  change(number: i32, value: Value): void {
    store<usize>(given + <usize>number * ENTRY, value, 8);
  }

  /** Forgets the last names. */
  leave(count: i32): void {
    this.count -= count;
  }

  find(name: Text): Value {
    const own = search(given, this.count, name);
    if (own >= 0) return load<usize>(given + <usize>own * ENTRY, 8);
    if (this.root == NONE) return NONE;
    const known = search(kept, this.keptCount, name);
    if (known >= 0) return load<usize>(kept + <usize>known * ENTRY, 8);
    const value = step(this.root, name);
    if (this.keptCount < MOST_KEPT) write(kept, this.keptCount++, name.at, name.size, value);
    return value;
  }
}

function write(table: usize, index: i32, at: usize, size: i32, value: Value): void {
  const entry = table + <usize>index * ENTRY;
  store<usize>(entry, at);
  store<i32>(entry, size, 4);
  store<usize>(entry, value, 8);
}

function search(table: usize, count: i32, name: Text): i32 {
  for (let i = count - 1; i >= 0; i--) {
    const entry = table + <usize>i * ENTRY;
    if (load<i32>(entry, 4) == name.size && memory.compare(load<usize>(entry), name.at, name.size) == 0) return i;
  }
  return -1;
}
