// Finds a text in another in linear time, whatever they hold (Knuth, Morris and Pratt).

import { reserve } from "./memory";
import { Text } from "./text";

@final
export class Search {
  private table: usize;

  constructor(private part: Text) {
    this.table = reserve(<usize>(part.size + 1) << 2);
    store<i32>(this.table, -1);
    let border = -1;
    for (let i = 0; i < part.size; i++) {
      border = this.shorter(border, load<u8>(part.at + i)) + 1;
      store<i32>(this.table + ((<usize>i + 1) << 2), border);
    }
  }

  /** Byte offset of the first occurrence at or after `from`, or -1. */
  next(text: Text, from: i32): i32 {
    if (this.part.size == 0) return from <= text.size ? from : -1;
    let matched = 0;
    for (let i = from; i < text.size; i++) {
      matched = this.shorter(matched, load<u8>(text.at + i)) + 1;
      if (matched == this.part.size) return i + 1 - matched;
    }
    return -1;
  }

  /** The longest border that the byte continues, or -1. */
  private shorter(border: i32, byte: u8): i32 {
    while (border >= 0 && load<u8>(this.part.at + border) != byte) {
      border = load<i32>(this.table + (<usize>border << 2));
    }
    return border;
  }
}
