// Linear memory of one call. A call has its own instance, so nothing need be given back; loops over
// an input's items do it all the same, so that what an item needs isn't needed for each of them.

import { fail } from "./failure";

const PAGE: usize = 0x10000;

/**
 * Room for `size` bytes, not cleared. Where the host allows no more memory the part ends with the
 * failure MEMORY_LIMIT; a page is kept back so that the failure can still be written.
 */
export function reserve(size: usize): usize {
  if (size < 4096) return heap.alloc(size);
  ensure(top() + size + PAGE);
  return heap.alloc(size);
}

/** More room for the block that was reserved last; its bytes stay where they are. */
export function extend(block: usize, newSize: usize): void {
  ensure(block + newSize + PAGE);
  heap.realloc(block, newSize);
}

/** A place to `release` to. */
export function mark(): usize {
  return heap.alloc(1);
}

/**
 * Gives back everything reserved since the mark. Nothing made since may be used any more, so
 * nothing may have been written to the output and nothing kept.
 */
export function release(mark: usize): void {
  const last = heap.alloc(1);
  // The runtime keeps a block's size in the four bytes before it, and can free the last block:
  // with this size, the mark reaches to the end and is the last.
  const end = last + load<u32>(last - 4);
  store<u32>(mark - 4, <u32>(end - mark));
  heap.free(mark);
}

function top(): usize {
  const probe = heap.alloc(1);
  heap.free(probe);
  return probe;
}

function ensure(end: usize): void {
  const have = <usize>memory.size() * PAGE;
  if (end <= have) return;
  const pages = <i32>((end - have + PAGE - 1) / PAGE);
  if (memory.grow(pages) < 0) {
    fail("MEMORY_LIMIT", "The part needs more memory than it may have. Send it less data at once.");
  }
}
