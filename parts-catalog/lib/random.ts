// Random bytes from the host, fit for secrets. PART.md, binary interface.

import { fail } from "./failure";

// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "random_get")
declare function random_get(to: usize, size: usize): i32;

/** Fills the room with random bytes. */
export function fillRandom(to: usize, size: i32): void {
  if (random_get(to, size) != 0) fail("HOST_ERROR", "The host gave no random bytes.");
}
