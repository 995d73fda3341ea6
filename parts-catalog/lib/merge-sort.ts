// Sorts numbers from 0 by what they stand for: stable, in n log n steps.

import { reserve } from "./memory";

/** Address of the numbers 0 to `count` - 1 (i32) in the order that `compare` says (negative: before). */
export function sortedIndices(count: i32, compare: (a: i32, b: i32) => i32): usize {
  let from = reserve((<usize>count << 2) + 4);
  let to = reserve((<usize>count << 2) + 4);
  for (let i = 0; i < count; i++) store<i32>(from + (<usize>i << 2), i);
  for (let width = 1; width < count && width > 0; width <<= 1) {
    for (let left = 0; left < count; left += 2 * width) {
      merge(from, to, left, min(left + width, count), min(left + 2 * width, count), compare);
    }
    const sorted = to;
    to = from;
    from = sorted;
  }
  return from;
}

function merge(from: usize, to: usize, left: i32, middle: i32, end: i32, compare: (a: i32, b: i32) => i32): void {
  let i = left;
  let j = middle;
  for (let k = left; k < end; k++) {
    const takesLeft = i < middle && (j >= end || compare(at(from, i), at(from, j)) <= 0);
    store<i32>(to + (<usize>k << 2), takesLeft ? at(from, i++) : at(from, j++));
  }
}

// @ts-ignore: decorator
@inline
function at(list: usize, index: i32): i32 {
  return load<i32>(list + (<usize>index << 2));
}
