// Names of columns in their order, each once, found in constant time.

import { fail } from "../../lib/failure";
import { Text } from "../../lib/text";

/** As many as a spreadsheet has: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const MOST_COLUMNS = 16_384;
const SLOTS = 32_768;

@final
export class Columns {
  names: Text[] = [];
  private slots: StaticArray<i32> = new StaticArray<i32>(SLOTS);

  get count(): i32 {
    return this.names.length;
  }

  /** The place of a name, or -1. */
  find(at: usize, size: i32): i32 {
    return this.slots[this.slot(at, size)] - 1;
  }

  /** Adds a name; false where it is there already. */
  add(name: Text): bool {
    const slot = this.slot(name.at, name.size);
    if (this.slots[slot] != 0) return false;
    if (this.count == MOST_COLUMNS) tooMany();
    this.names.push(name);
    this.slots[slot] = this.count;
    return true;
  }

  /** Adds a name from a header: an empty one gets the column's number, one that is there already too. */
  addHeader(name: Text): void {
    const number = (this.count + 1).toString();
    if (name.size > 0 && this.add(name)) return;
    let other = name.size == 0 ? "column_" + number : name.toString() + "_" + number;
    while (!this.add(Text.of(other))) other += "_";
  }

  /** Where the name is, or where it would be. */
  private slot(at: usize, size: i32): i32 {
    let hash: u32 = 0x811c9dc5;
    for (let p = at; p < at + size; p++) hash = (hash ^ load<u8>(p)) * 0x01000193;
    let slot = (hash ^ (hash >> 15)) & (SLOTS - 1);
    while (true) {
      const index = this.slots[slot];
      if (index == 0) return slot;
      const name = this.names[index - 1];
      if (name.size == size && memory.compare(name.at, at, size) == 0) return slot;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }
}

export function tooMany(): void {
  fail("OUT_OF_RANGE", "There are more than 16,384 columns. Choose the right `delimiter`.");
}
