// UUIDs of versions 4, 5 and 7 (RFC 9562, https://www.rfc-editor.org/rfc/rfc9562).

import { unixNanoseconds } from "../../lib/clock";
import { fail, quoted } from "../../lib/failure";
import { fillRandom } from "../../lib/random";
import { Text } from "../../lib/text";
import { Bytes } from "./buffer";
import { fromHex, toHex } from "./encodings";
import { Sha1 } from "./sha1";

const SIZE = 16;

export function uuidV4(): Bytes {
  const bytes = Bytes.room(SIZE);
  fillRandom(bytes.at, SIZE);
  return marked(bytes, 4);
}

/** Milliseconds since 1970 in the first 48 bits. */
export function uuidV7(): Bytes {
  const bytes = uuidV4();
  const time = unixNanoseconds() / 1_000_000;
  store<u32>(bytes.at, bswap<u32>(<u32>(time >> 16)));
  store<u16>(bytes.at, bswap<u16>(<u16>time), 4);
  return marked(bytes, 7);
}

export function uuidV5(namespace: Text, name: Bytes): Bytes {
  const hash = new Sha1().add(namespaceOf(namespace)).add(name).result();
  hash.size = SIZE;
  return marked(hash, 5);
}

function marked(bytes: Bytes, version: u8): Bytes {
  store<u8>(bytes.at, (load<u8>(bytes.at, 6) & 0x0f) | (version << 4), 6);
  store<u8>(bytes.at, (load<u8>(bytes.at, 8) & 0x3f) | 0x80, 8);
  return bytes;
}

/** RFC 9562, section 6.6: names of namespaces; else a UUID. */
function namespaceOf(text: Text): Bytes {
  const known = text.is("dns") ? 0 : text.is("url") ? 1 : text.is("oid") ? 2 : text.is("x500") ? 4 : -1;
  if (known >= 0) return read(Text.of("6ba7b81" + known.toString() + "-9dad-11d1-80b4-00c04fd430c8"))!;
  const given = read(text);
  if (given === null) {
    fail("INVALID_VALUE", "`namespace` is " + quoted(text) + ". Give dns, url, oid, x500 or a UUID.");
  }
  return given!;
}

function read(text: Text): Bytes | null {
  if (text.size != 36) return null;
  const digits = Bytes.room(32);
  let count = 0;
  for (let i = 0; i < 36; i++) {
    const c = load<u8>(text.at + i);
    const hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const letter = c | 0x20;
    if (hyphen ? c != 0x2d : <u8>(c - 0x30) > 9 && <u8>(letter - 0x61) > 5) return null;
    if (!hyphen) store<u8>(digits.at + count++, c);
  }
  return fromHex(digits, "namespace");
}

/** As people write it: 8-4-4-4-12 digits. */
export function uuidText(bytes: Bytes): Bytes {
  const digits = toHex(bytes);
  const text = Bytes.room(36);
  let from = digits.at;
  for (let i = 0; i < 36; i++) {
    const hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    store<u8>(text.at + i, hyphen ? 0x2d : load<u8>(from++));
  }
  return text;
}
