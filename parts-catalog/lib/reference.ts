// A reference in an expression, such as `data.items[0]["any key"]` or `@index`, and the value it names.

import { check } from "./check";
import { Value, textOf } from "./json";
import { Scope } from "./scope";
import { step } from "./steps";
import { Text } from "./text";
import { endOfName } from "./tokens";

@final
export class Path {
  name: Text;
  /** NONE where there is no such value. */
  value: Value;
  hasSteps: bool = false;

  /** Reads the longest path that starts at `end`, which then is where it ends. */
  constructor(
    public end: usize,
    private limit: usize,
    scope: Scope,
  ) {
    const special: usize = load<u8>(end) == 0x40 ? 1 : 0;
    this.name = new Text(end, <i32>(endOfName(end + special, limit) - end));
    this.end = this.name.end;
    this.value = scope.find(this.name);
    while (this.end < this.limit && this.step()) this.hasSteps = true;
  }

  private step(): bool {
    const c = load<u8>(this.end);
    if (c == 0x2e) {
      const key = this.word(this.end + 1);
      if (key.size == 0) return false;
      this.follow(key, key.end);
      return true;
    }
    return c == 0x5b && this.bracketed(this.end + 1);
  }

  private bracketed(p: usize): bool {
    if (p >= this.limit) return false;
    const quoted = load<u8>(p) == 0x22;
    const end = quoted ? this.endOfString(p) : this.endOfDigits(p);
    if (end == p || end >= this.limit || load<u8>(end) != 0x5d) return false;
    if (quoted && check(p, end - p, 0).length > 0) return false;
    this.follow(quoted ? textOf(p) : new Text(p, <i32>(end - p)), end + 1);
    return true;
  }

  private follow(key: Text, end: usize): void {
    this.value = step(this.value, key);
    this.end = end;
  }

  private word(p: usize): Text {
    return new Text(p, <i32>(endOfName(p, this.limit) - p));
  }

  private endOfDigits(start: usize): usize {
    let p = start;
    while (p < this.limit && <u8>(load<u8>(p) - 0x30) < 10) p++;
    return p - start > 1 && load<u8>(start) == 0x30 ? start : p;
  }

  private endOfString(start: usize): usize {
    for (let p = start + 1; p < this.limit; p++) {
      const c = load<u8>(p);
      if (c == 0x5c) p++;
      else if (c == 0x22) return p + 1;
      else if (c < 0x20) return start;
    }
    return start;
  }
}
