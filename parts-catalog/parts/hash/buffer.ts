// Bytes that an operation works on or gives.

import { reserve } from "../../lib/memory";
import { Text } from "../../lib/text";

@final
export class Bytes {
  constructor(
    public at: usize,
    public size: i32,
  ) {}

  static room(size: i32): Bytes {
    return new Bytes(reserve(size), size);
  }

  static of(text: Text): Bytes {
    return new Bytes(text.at, text.size);
  }

  get end(): usize {
    return this.at + this.size;
  }

  /** Whether both are the same; how long that takes tells nothing about where they differ. */
  same(other: Bytes): bool {
    if (this.size != other.size) return false;
    let difference: u8 = 0;
    for (let i = 0; i < this.size; i++) difference |= load<u8>(this.at + i) ^ load<u8>(other.at + i);
    return difference == 0;
  }
}
