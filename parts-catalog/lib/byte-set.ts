// Different strings of bytes, numbered from 0 as they come, found in constant time.

import { reserve } from "./memory";

const ENTRY: usize = 8; // address, size

@final
export class ByteSet {
  count: i32 = 0;
  private room: i32 = 16;
  private mask: u32 = 31;
  private entries: usize = reserve(16 * ENTRY);
  private slots: usize = cleared(32);

  /** The number of these bytes, or -1. */
  indexOf(at: usize, size: i32): i32 {
    return load<i32>(this.slotOf(at, size)) - 1;
  }

  /** The number of these bytes, which are added when they are new; `copy` where they don't stay. */
  add(at: usize, size: i32, copy: bool): i32 {
    const slot = this.slotOf(at, size);
    const index = load<i32>(slot) - 1;
    if (index >= 0) return index;
    if (copy) {
      const kept = reserve(size);
      memory.copy(kept, at, size);
      at = kept;
    }
    store<usize>(this.entry(this.count), at);
    store<i32>(this.entry(this.count), size, 4);
    store<i32>(slot, ++this.count);
    if (this.count == this.room) this.grow();
    return this.count - 1;
  }

  atOf(index: i32): usize {
    return load<usize>(this.entry(index));
  }

  sizeOf(index: i32): i32 {
    return load<i32>(this.entry(index), 4);
  }

  private entry(index: i32): usize {
    return this.entries + <usize>index * ENTRY;
  }

  private slotOf(at: usize, size: i32): usize {
    let slot = hash(at, size) & this.mask;
    while (true) {
      const place = this.slots + (<usize>slot << 2);
      const index = load<i32>(place);
      if (index == 0) return place;
      const entry = this.entry(index - 1);
      if (load<i32>(entry, 4) == size && memory.compare(load<usize>(entry), at, size) == 0) return place;
      slot = (slot + 1) & this.mask;
    }
  }

  private grow(): void {
    const more = reserve(<usize>this.room * 2 * ENTRY);
    memory.copy(more, this.entries, <usize>this.room * ENTRY);
    this.entries = more;
    this.room *= 2;
    this.mask = this.mask * 2 + 1;
    this.slots = cleared(this.mask + 1);
    for (let i = 0; i < this.count; i++) store<i32>(this.slotOf(this.atOf(i), this.sizeOf(i)), i + 1);
  }
}

function cleared(slots: u32): usize {
  const made = reserve(<usize>slots << 2);
  memory.fill(made, 0, <usize>slots << 2);
  return made;
}

/** FNV-1a, its high bits folded in. */
function hash(at: usize, size: i32): u32 {
  let h: u32 = 0x811c9dc5;
  for (let p = at; p < at + size; p++) h = (h ^ load<u8>(p)) * 0x01000193;
  return h ^ (h >> 15);
}
