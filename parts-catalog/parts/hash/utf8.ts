// Texts as bytes of UTF-8, and bytes that are such a text.

import { Text, widthAt } from "../../lib/text";
import { Bytes } from "./buffer";

/** The text's bytes. A surrogate without its partner has none; U+FFFD takes its place, as in ECMAScript. */
export function utf8(text: Text): Bytes {
  for (let p = text.at; p < text.end; p += widthAt(p)) {
    if (load<u8>(p) == 0xed && load<u8>(p, 1) >= 0xa0) {
      // Only an escape makes one, so these bytes are a copy and not the input.
      store<u8>(p, 0xef);
      store<u8>(p, 0xbf, 1);
      store<u8>(p, 0xbd, 2);
    }
  }
  return Bytes.of(text);
}

/** Whether the bytes are UTF-8 (RFC 3629). */
export function isUtf8(bytes: Bytes): bool {
  let p = bytes.at;
  while (p < bytes.end) {
    const first = load<u8>(p++);
    if (first < 0x80) continue;
    let more = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
    if (more == 0 || p + more > bytes.end) return false;
    const second = load<u8>(p);
    if (first == 0xe0 && second < 0xa0) return false;
    if (first == 0xed && second > 0x9f) return false;
    if (first == 0xf0 && second < 0x90) return false;
    if (first == 0xf4 && second > 0x8f) return false;
    while (more-- > 0) if ((load<u8>(p++) & 0xc0) != 0x80) return false;
  }
  return true;
}
