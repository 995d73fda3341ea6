// The frame of every part: read the input, do the work, write the result.

import { MAX_DEPTH, check } from "./check";
import { fail } from "./failure";
import { Kind, Value, kindOf } from "./json";
import { extend, reserve } from "./memory";
import { flush, put, putAscii } from "./output";
import { readInput } from "./wasi";

/** Runs a part whose work writes one JSON value: the result's `data`. */
export function run(work: (input: Value) => void): void {
  const input = readObject();
  putAscii('{"success":true,"data":');
  work(input);
  put(0x7d);
  flush();
}

/** Runs a part whose work writes its whole result, success or failure, itself. */
export function runWhole(work: (input: Value) => void): void {
  const input = readObject();
  work(input);
  flush();
}

function readObject(): Value {
  let room: usize = 0x10000;
  let size: usize = 0;
  const start = reserve(room);
  while (true) {
    const count = readInput(start + size, room - size);
    if (count == 0) break;
    size += count;
    if (room - size < 0x1000) {
      room *= 2;
      extend(start, room);
    }
  }
  store<u8>(start + size, 0);
  const wrong = check(start, size, MAX_DEPTH);
  if (wrong.length > 0) fail("INVALID_JSON", "The input is not JSON: " + wrong + ".");
  let first = start;
  while (load<u8>(first) <= 0x20) first++;
  if (kindOf(first) != Kind.Object) {
    fail("INVALID_INPUT", "The input must be a JSON object, such as {\"name\": \"value\"}.");
  }
  return first;
}
