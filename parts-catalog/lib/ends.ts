// Where the larger lists and objects of a JSON text end, found in one pass: a walk that enters them
// and then goes on behind them reads no byte again for every level it stands in.

import { MAX_DEPTH } from "./check";
import { Kind, NONE, Value, endOf, kindOf } from "./json";
import { extend, reserve } from "./memory";

const LARGE: usize = 64;
const ENTRY: usize = 8; // first byte, byte after the last
const STEP: usize = 0x8000;

const open = memory.data((MAX_DEPTH + 1) << 2);
let entries: usize = 0;
let count = 0;

/** Finds the ends within a value; those of an earlier one are forgotten. */
export function indexEnds(root: Value): void {
  count = 0;
  if (kindOf(root) < Kind.List) return;
  let room = STEP;
  entries = reserve(room);
  let depth = 0;
  let p = root;
  do {
    const c = load<u8>(p++);
    if (c == 0x22) {
      p = afterText(p);
    } else if (c == 0x7b || c == 0x5b) {
      if (<usize>(count + 1) * ENTRY > room) {
        room += STEP;
        extend(entries, room);
      }
      store<i32>(open + (<usize>depth << 2), count);
      store<usize>(entries + <usize>count * ENTRY, p - 1);
      depth++;
      count++;
    } else if (c == 0x7d || c == 0x5d) {
      depth--;
      const index = load<i32>(open + (<usize>depth << 2));
      const entry = entries + <usize>index * ENTRY;
      // What is inside a small one was small too and is forgotten already: it is the last.
      if (p - load<usize>(entry) < LARGE) count = index;
      else store<usize>(entry, p, 4);
    }
  } while (depth > 0);
}

function afterText(p: usize): usize {
  while (true) {
    const c = load<u8>(p);
    if (c == 0x22) return p + 1;
    p += c == 0x5c ? 2 : 1;
  }
}

/** Address after the value's last byte. */
export function quickEnd(value: Value): usize {
  const c = load<u8>(value);
  if (c != 0x7b && c != 0x5b) return endOf(value);
  let depth = 0;
  let quote = false;
  for (let p = value; p < value + LARGE; p++) {
    const b = load<u8>(p);
    if (quote) {
      if (b == 0x5c) p++;
      else if (b == 0x22) quote = false;
    } else if (b == 0x22) {
      quote = true;
    } else if (b == 0x7b || b == 0x5b) {
      depth++;
    } else if ((b == 0x7d || b == 0x5d) && --depth == 0) {
      return p + 1;
    }
  }
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<usize>(entries + <usize>middle * ENTRY) < value) low = middle + 1;
    else high = middle;
  }
  const entry = entries + <usize>low * ENTRY;
  return low < count && load<usize>(entry) == value ? load<usize>(entry, 4) : endOf(value);
}

/** What follows an item or a member's value: the next item or name, or NONE. */
export function quickNext(value: Value): Value {
  const p = afterSpace(quickEnd(value));
  return load<u8>(p) == 0x2c ? afterSpace(p + 1) : NONE;
}

function afterSpace(p: usize): usize {
  while (true) {
    const c = load<u8>(p);
    if (c != 0x20 && c != 0x0a && c != 0x0d && c != 0x09) return p;
    p++;
  }
}
