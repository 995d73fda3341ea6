// What is wrong with the value: each with its place as a JSON pointer (RFC 6901), a sentence and the keyword.

import { MAX_DEPTH } from "../../lib/check";
import { Value, decode, decodedAt, decodedSize } from "../../lib/json";
import { put, putAscii, putEscaped, putKey, putText, separate } from "../../lib/output";
import { Text } from "../../lib/text";

export const MOST = 100;
const LONGEST = 1_000_000;

/** The way to the value that is looked at: names (addresses, above every index) or -1 - index. */
const steps = memory.data((MAX_DEPTH + 2) << 2);
let depth = 0;
let size = 0;

/** How many there were. */
export let failures = 0;
export let written = 0;
let silent = 0;

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

/** From now on failures are only counted. */
export function ask(): void {
  silent++;
}

export function answered(): void {
  silent--;
}

/** Takes back what was only asked about. */
export function forget(before: i32): void {
  failures = before;
}

/** Whether nobody wants to know more than that something is wrong. */
export function enough(): bool {
  return silent > 0 || written >= MOST || size > LONGEST;
}

/** Writes a failure to the output; always false. */
export function wrong(keyword: string, message: string): bool {
  failures++;
  if (enough()) return false;
  written++;
  separate();
  put(0x7b);
  putKey("path");
  put(0x22);
  for (let i = 0; i < depth; i++) putStep(load<i32>(steps + (<usize>i << 2)));
  put(0x22);
  putKey("message");
  putText(Text.of(message));
  putKey("keyword");
  putText(Text.of(keyword));
  put(0x7d);
  return false;
}

function putStep(step: i32): void {
  put(0x2f);
  if (step < 0) {
    putAscii((-1 - step).toString());
    return;
  }
  decode(step);
  size += decodedSize;
  let from = decodedAt;
  const end = decodedAt + decodedSize;
  for (let p = from; p < end; p++) {
    const c = load<u8>(p);
    if (c != 0x7e && c != 0x2f) continue;
    putEscaped(from, <i32>(p - from));
    put(0x7e);
    put(c == 0x7e ? 0x30 : 0x31);
    from = p + 1;
  }
  putEscaped(from, <i32>(end - from));
}
