// The text that is being rendered, in one piece, apart from all other memory: what a value needs on its way here
// can be given back.

import { fail } from "../../lib/failure";
import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

const LIMIT: usize = 4 * 1024 * 1024;

let start: usize = 0;
let size: usize = 0;

export function open(): void {
  start = reserve(LIMIT);
}

export function write(at: usize, count: usize): void {
  if (size + count > LIMIT) {
    fail("OUTPUT_LIMIT", "The rendered text would be longer than 4 MiB. Render less at once.");
  }
  memory.copy(start + size, at, count);
  size += count;
}

export function rendered(): Text {
  return new Text(start, <i32>size);
}
