// The result around the data. Requests to the host are put together in the output too, so it begins
// when the last of them is done.

import { put, putAscii, putKey } from "../../lib/output";

export function begin(): void {
  putAscii('{"success":true,"data":{');
}

export function end(): void {
  put(0x7d);
  put(0x7d);
}

export function putBool(name: string, value: bool): void {
  putKey(name);
  putAscii(value ? "true" : "false");
}
