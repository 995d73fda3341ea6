// A field of a list's items, named as recipes do: `price`, `customer.name`, `lines.0`; a single dot is
// the item itself.

import { Kind, NONE, Value, kindOf, member } from "./json";
import { mark, release } from "./memory";
import { step } from "./steps";
import { Text } from "./text";

@final
export class Field {
  private steps: Text[] = [];
  private itself: bool;

  constructor(public path: Text) {
    this.itself = path.is(".");
    for (let from = 0; from <= path.size; ) {
      let to = from;
      while (to < path.size && load<u8>(path.at + to) != 0x2e) to++;
      this.steps.push(path.slice(from, to));
      from = to + 1;
    }
  }

  /** The field's value, or NONE; a member of that very name comes before the path its dots describe. */
  of(item: Value): Value {
    if (this.itself) return item;
    const start = mark();
    const value = this.find(item);
    release(start);
    return value;
  }

  private find(item: Value): Value {
    if (kindOf(item) == Kind.Object) {
      const own = member(item, this.path);
      if (own != NONE) return own;
    }
    if (this.steps.length == 1 && kindOf(item) == Kind.Object) return NONE;
    let value = item;
    for (let i = 0; i < this.steps.length && value != NONE; i++) value = step(value, this.steps[i]);
    return value;
  }
}
