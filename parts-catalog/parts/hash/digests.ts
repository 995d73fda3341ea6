// Hash functions by name, keyed hashing (RFC 2104) and the CRC of RFC 1952.

import { Bytes } from "./buffer";
import { Digest } from "./digest";
import { Md5 } from "./md5";
import { Sha1 } from "./sha1";
import { Sha256, Sha512 } from "./sha2";

const table = memory.data(256 * 4, 4);

/** Null where there is no such function. */
export function digestNamed(name: string): Digest | null {
  if (name == "sha256") return new Sha256();
  if (name == "sha384") return new Sha512(48);
  if (name == "sha512") return new Sha512(64);
  if (name == "sha1") return new Sha1();
  return name == "md5" ? new Md5() : null;
}

/** HMAC; `name` is one of the functions. */
export function hmac(name: string, key: Bytes, message: Bytes): Bytes {
  const inner = digestNamed(name)!;
  const outer = digestNamed(name)!;
  const short = key.size > inner.blockSize ? digestNamed(name)!.add(key).result() : key;
  const pad = Bytes.room(inner.blockSize);
  mix(pad, short, 0x36);
  const first = inner.add(pad).add(message).result();
  mix(pad, short, 0x5c);
  return outer.add(pad).add(first).result();
}

function mix(pad: Bytes, key: Bytes, byte: u8): void {
  for (let i = 0; i < pad.size; i++) {
    const own: u8 = i < key.size ? load<u8>(key.at + i) : 0;
    store<u8>(pad.at + i, own ^ byte);
  }
}

/** RFC 1952, section 8. */
export function crc32(bytes: Bytes): u32 {
  for (let n: u32 = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = (c & 1) != 0 ? 0xedb88320 ^ (c >> 1) : c >> 1;
    store<u32>(table + (<usize>n << 2), c);
  }
  let crc: u32 = 0xffffffff;
  for (let p = bytes.at; p < bytes.end; p++) {
    crc = load<u32>(table + (<usize>((crc ^ load<u8>(p)) & 0xff) << 2)) ^ (crc >> 8);
  }
  return ~crc;
}
