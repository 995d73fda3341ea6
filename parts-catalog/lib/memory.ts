// Linear memory of one call. A call has its own instance, so nothing is ever given back.

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
