// The text that is being rendered, in one piece, apart from all other memory: what a value needs on its way here
// can be given back.

import { fail } from "../../lib/failure";
import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

const LIMIT: usize = 4 * 1024 * 1024;
/** Enough for most texts: making room for the longest costs more than rendering a short one. */
const ROOM: usize = 256 * 1024;

let start: usize = 0;
let size: usize = 0;
let room: usize = 0;

export function open(): void {
  room = ROOM;
  start = reserve(room);
}

/** Whether the text was longer than its room: then there is room for it now, and it has to be written again. */
export function reopened(): bool {
  if (size <= room) return false;
  room = size;
  start = reserve(room);
  size = 0;
  return true;
}

export function write(at: usize, count: usize): void {
  if (size + count > LIMIT) {
    fail("OUTPUT_LIMIT", "The rendered text would be longer than 4 MiB. Render less at once.");
  }
  if (size + count <= room) memory.copy(start + size, at, count);
  size += count;
}

export function rendered(): Text {
  return new Text(start, <i32>size);
}
