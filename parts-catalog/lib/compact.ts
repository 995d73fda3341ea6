// JSON without the white space between its values.

import { Kind, Value, endOf, kindOf } from "./json";
import { reserve } from "./memory";
import { putEscaped } from "./output";
import { Text } from "./text";

/** The value as it is written, but for white space outside texts. */
export function compact(value: Value): Text {
  const end = endOf(value);
  const kind = kindOf(value);
  if (kind != Kind.List && kind != Kind.Object) return new Text(value, <i32>(end - value));
  const copy = reserve(end - value);
  let to = copy;
  let inside = false;
  for (let p = value; p < end; p++) {
    const c = load<u8>(p);
    if (!inside && c <= 0x20) continue;
    store<u8>(to++, c);
    if (c == 0x22) inside = !inside;
    else if (c == 0x5c) store<u8>(to++, load<u8>(++p));
  }
  return new Text(copy, <i32>(to - copy));
}

/** The same as part of a JSON string, straight to the output. */
export function putCompact(value: Value): void {
  const end = endOf(value);
  let plain = value;
  let inside = false;
  for (let p = value; p < end; p++) {
    const c = load<u8>(p);
    if (c == 0x22) inside = !inside;
    else if (c == 0x5c) p++;
    if (inside || c > 0x20) continue;
    putEscaped(plain, <i32>(p - plain));
    plain = p + 1;
  }
  putEscaped(plain, <i32>(end - plain));
}
