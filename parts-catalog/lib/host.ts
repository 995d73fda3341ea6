// What a part may ask of its host: one JSON request, one JSON answer of any size. PART.md, module `arcrun`.

import { MAX_DEPTH, check } from "./check";
import { fail } from "./failure";
import { Value } from "./json";
import { reserve } from "./memory";
import { Text } from "./text";

// @ts-ignore: decorator
@external("arcrun", "call")
declare function hostCall(request: usize, size: i32): i32;
// @ts-ignore: decorator
@external("arcrun", "size")
declare function hostSize(handle: i32): i32;
// @ts-ignore: decorator
@external("arcrun", "read")
declare function hostRead(handle: i32, to: usize, room: i32): i32;
// @ts-ignore: decorator
@external("arcrun", "drop")
declare function hostDrop(handle: i32): void;

/** Sends a request and gives the host's answer, a JSON object. */
export function call(request: Text): Value {
  const handle = hostCall(request.at, request.size);
  const size = hostSize(handle);
  if (size <= 0) fail("HOST_ERROR", "The host gave no answer to the request.");
  const answer = reserve(size + 1);
  let done = 0;
  while (done < size) {
    const count = hostRead(handle, answer + done, size - done);
    if (count <= 0) break;
    done += count;
  }
  hostDrop(handle);
  store<u8>(answer + done, 0);
  const wrong = check(answer, done, MAX_DEPTH);
  if (wrong.length > 0 || load<u8>(answer) != 0x7b) {
    fail("HOST_ERROR", "The host's answer can't be read" + (wrong.length > 0 ? ": " + wrong : "") + ".");
  }
  return answer;
}
