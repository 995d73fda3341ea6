// From a value inwards, a step at a time.

import { Kind, NONE, Value, item, kindOf, member } from "./json";
import { Text } from "./text";

/** The own member or item of a value, or NONE. */
export function step(value: Value, key: Text): Value {
  if (value == NONE) return NONE;
  const kind = kindOf(value);
  if (kind == Kind.Object) return member(value, key);
  const index = kind == Kind.List ? position(key) : -1;
  return index < 0 ? NONE : item(value, index);
}

function position(key: Text): i32 {
  if (key.size == 0 || key.size > 9 || (key.size > 1 && load<u8>(key.at) == 0x30)) return -1;
  let index = 0;
  for (let p = key.at; p < key.end; p++) {
    const digit = load<u8>(p) - 0x30;
    if (digit > 9) return -1;
    index = index * 10 + digit;
  }
  return index;
}
