// One of the five fields of a cron expression: `*`, values, ranges, steps, lists and names. The same
// grammar as the engine's. RECIPE.md, section 1.

import { Text } from "../../lib/text";

const LONGEST_NUMBER = 4;
const SUNDAY = 7;

@final
export class Field {
  constructor(
    public name: string,
    private least: i32,
    private most: i32,
    private names: string,
  ) {}

  /** Whether the text says which of the field's values are meant. */
  accepts(text: Text): bool {
    for (let from = 0; from <= text.size; ) {
      const comma = indexOf(text, 0x2c, from);
      if (!this.acceptsPart(text.slice(from, comma))) return false;
      from = comma + 1;
    }
    return true;
  }

  /** What may stand in the field, for a message. */
  describe(): string {
    const values = this.least.toString() + " to " + this.most.toString();
    return this.names.length == 0 ? values : values + " or a name such as " + this.names.slice(0, 3);
  }

  private acceptsPart(part: Text): bool {
    const slash = indexOf(part, 0x2f, 0);
    const range = part.slice(0, slash);
    if (slash < part.size && number(part.slice(slash + 1, part.size)) < 1) return false;
    if (range.is("*")) return true;
    const dash = indexOf(range, 0x2d, 0);
    const from = this.value(range.slice(0, dash));
    if (dash == range.size) return from >= 0;
    let to = this.value(range.slice(dash + 1, range.size));
    if (this.most == SUNDAY && to == 0) to = SUNDAY;
    return from >= 0 && from <= to;
  }

  /** A number or name within the field's limits, else -1. */
  private value(text: Text): i32 {
    const named = text.size == 3 ? this.names.indexOf(text.toString().toUpperCase()) : -1;
    const value = named >= 0 && named % 4 == 0 ? (named >> 2) + this.least : number(text);
    return value >= this.least && value <= this.most ? value : -1;
  }
}

/** Where the byte first stands at or after `from`; the size where it doesn't. */
function indexOf(text: Text, byte: u8, from: i32): i32 {
  let i = from;
  while (i < text.size && load<u8>(text.at + i) != byte) i++;
  return i;
}

function number(text: Text): i32 {
  if (text.size == 0 || text.size > LONGEST_NUMBER) return -1;
  let value = 0;
  for (let p = text.at; p < text.end; p++) {
    const digit = <i32>load<u8>(p) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
