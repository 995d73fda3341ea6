// A hash function that takes its message in pieces: blocks are worked off as they fill (FIPS 180-4, section 5; RFC 1321, section 3).

import { Bytes } from "./buffer";

export abstract class Digest {
  private block: usize;
  private filled: i32 = 0;
  private total: u64 = 0;

  constructor(
    /** In bytes. */
    public blockSize: i32,
    public size: i32,
    private bigEndian: bool,
  ) {
    this.block = heap.alloc(blockSize);
  }

  /** Works off the block at that address. */
  protected abstract compress(block: usize): void;

  /** Writes the state where the result goes. */
  protected abstract finish(to: usize): void;

  add(bytes: Bytes): Digest {
    let from = bytes.at;
    let left = bytes.size;
    this.total += left;
    while (left > 0) {
      if (this.filled == 0 && left >= this.blockSize) {
        this.compress(from);
        from += this.blockSize;
        left -= this.blockSize;
        continue;
      }
      const part = min(left, this.blockSize - this.filled);
      memory.copy(this.block + this.filled, from, part);
      this.filled += part;
      from += part;
      left -= part;
      if (this.filled == this.blockSize) {
        this.compress(this.block);
        this.filled = 0;
      }
    }
    return this;
  }

  /** The result; nothing can be added after it. */
  result(): Bytes {
    const bits = this.total << 3;
    store<u8>(this.block + this.filled++, 0x80);
    const lengthAt = this.blockSize - (this.blockSize >> 3);
    if (this.filled > lengthAt) {
      memory.fill(this.block + this.filled, 0, this.blockSize - this.filled);
      this.compress(this.block);
      this.filled = 0;
    }
    memory.fill(this.block + this.filled, 0, this.blockSize - this.filled);
    store<u64>(this.block + this.blockSize - 8, this.bigEndian ? bswap(bits) : bits);
    this.compress(this.block);
    const result = Bytes.room(this.size);
    this.finish(result.at);
    return result;
  }
}
