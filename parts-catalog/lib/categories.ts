// Unicode's general category of a code point.

import { RUNS, RUN_COUNT } from "./category-runs";
import { reserve } from "./memory";

const NAMES = "CnCcCfCoCsLlLmLoLtLuMcMeMnNdNlNoPcPdPePfPiPoPsScSkSmSoZlZpZs";
const MAJOR = "LMNPZSC";

/** [\p{L}\p{M}\p{Nd}]: what names consist of, besides _ and -. */
const NAME_BITS = bitsOf("L") | bitsOf("M") | bitsOf("Nd");

// First code points of the runs in ascending order, each with its category in the low five bits.
let index: usize = 0;

/** The bits of a category such as `Lu`, or of all that begin with `L`; 0 where there is none. `Cs` alone has no name. */
export function bitsOf(name: string): u32 {
  if (name == "Cs") return 0;
  const major = name.length == 1 && MAJOR.includes(name);
  if (!major && name.length != 2) return 0;
  let bits: u32 = 0;
  for (let i = 0; i < NAMES.length; i += 2) {
    const same = NAMES.charCodeAt(i) == name.charCodeAt(0);
    if (same && (major || NAMES.charCodeAt(i + 1) == name.charCodeAt(1))) bits |= 1 << (i >> 1);
  }
  return bits;
}

/** Builds the index, if it isn't there: before a loop that gives memory back. */
export function prepare(): void {
  if (index == 0) expand();
}

/** The bit of the category that a code point is in. */
export function categoryBit(point: i32): u32 {
  prepare();
  let low = 0;
  let high = RUN_COUNT - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (<i32>(load<u32>(index + (<usize>middle << 2)) >> 5) <= point) low = middle;
    else high = middle - 1;
  }
  return 1 << (load<u32>(index + (<usize>low << 2)) & 31);
}

/** Letters and digits of any script, `_` and `-`. */
export function inName(point: i32): bool {
  if (point < 0x80) {
    return <u32>((point | 0x20) - 0x61) < 26 || <u32>(point - 0x30) < 10 || point == 0x5f || point == 0x2d;
  }
  return (categoryBit(point) & NAME_BITS) != 0;
}

function expand(): void {
  index = reserve(RUN_COUNT << 2);
  let p = RUNS;
  let first: u32 = 0;
  for (let i = 0; i < RUN_COUNT; i++) {
    const head = load<u8>(p++);
    store<u32>(index + (<usize>i << 2), (first << 5) | (head & 31));
    let length: u32 = (head >> 5) + 1;
    if (length == 8) {
      let shift = 0;
      let byte: u32;
      do {
        byte = load<u8>(p++);
        length += (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
    }
    first += length;
  }
}
