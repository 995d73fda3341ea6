// The place of a node as a normalized path: RFC 9535, section 2.7.

import { MAX_DEPTH } from "../../lib/check";
import { Value, decode, decodedAt, decodedSize } from "../../lib/json";
import { put, putAscii, putEscaped } from "../../lib/output";

/** Names (addresses) or -1 - index, from the root inwards. */
const steps = memory.data((MAX_DEPTH + 2) << 2);
let depth = 0;
let size = 0;

export function enterMember(name: Value): void {
  store<i32>(steps + (<usize>depth << 2), <i32>name);
  depth++;
}

export function enterItem(index: i32): void {
  store<i32>(steps + (<usize>depth << 2), -1 - index);
  depth++;
}

export function leave(): void {
  depth--;
}

/** Writes the place as a JSON string; gives about how many bytes that took. */
export function putPlace(): i32 {
  size = 3;
  put(0x22);
  put(0x24);
  for (let i = 0; i < depth; i++) {
    const step = load<i32>(steps + (<usize>i << 2));
    put(0x5b);
    if (step < 0) {
      putAscii((-1 - step).toString());
      size += 4;
    } else {
      putName(step);
    }
    put(0x5d);
  }
  put(0x22);
  return size;
}

function putName(name: Value): void {
  decode(name);
  size += decodedSize + 4;
  let from = decodedAt;
  const end = decodedAt + decodedSize;
  put(0x27);
  for (let p = from; p < end; p++) {
    const c = load<u8>(p);
    if (c >= 0x20 && c != 0x27 && c != 0x5c) continue;
    putEscaped(from, <i32>(p - from));
    put(0x5c);
    put(0x5c);
    putEscape(c);
    from = p + 1;
  }
  putEscaped(from, <i32>(end - from));
  put(0x27);
}

function putEscape(c: u8): void {
  if (c == 0x5c) putAscii("\\\\");
  else if (c == 0x27) put(c);
  else if (c == 0x08) put(0x62);
  else if (c == 0x09) put(0x74);
  else if (c == 0x0a) put(0x6e);
  else if (c == 0x0c) put(0x66);
  else if (c == 0x0d) put(0x72);
  else {
    putAscii(c < 0x10 ? "u000" : "u001");
    put((c & 15) < 10 ? 0x30 + (c & 15) : 0x57 + (c & 15));
  }
}
