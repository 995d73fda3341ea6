// SHA-1 (FIPS 180-4). Collisions are known; not for security.

import { Digest } from "./digest";

const schedule = memory.data(80 * 4, 8);

@final
export class Sha1 extends Digest {
  private a: u32 = 0x67452301;
  private b: u32 = 0xefcdab89;
  private c: u32 = 0x98badcfe;
  private d: u32 = 0x10325476;
  private e: u32 = 0xc3d2e1f0;

  constructor() {
    super(64, 20, true);
  }

  protected compress(block: usize): void {
    for (let i: usize = 0; i < 16; i++) store<u32>(schedule + (i << 2), bswap(load<u32>(block + (i << 2))));
    for (let i: usize = 16; i < 80; i++) {
      const p = schedule + (i << 2);
      store<u32>(p, rotl<u32>(load<u32>(p - 12) ^ load<u32>(p - 32) ^ load<u32>(p - 56) ^ load<u32>(p - 64), 1));
    }
    let a = this.a;
    let b = this.b;
    let c = this.c;
    let d = this.d;
    let e = this.e;
    for (let i: usize = 0; i < 80; i++) {
      const f = i < 20 ? (b & c) | (~b & d) : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const k: u32 = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
      const t = rotl<u32>(a, 5) + f + e + k + load<u32>(schedule + (i << 2));
      e = d;
      d = c;
      c = rotl<u32>(b, 30);
      b = a;
      a = t;
    }
    this.a += a;
    this.b += b;
    this.c += c;
    this.d += d;
    this.e += e;
  }

  protected finish(to: usize): void {
    store<u32>(to, bswap(this.a));
    store<u32>(to, bswap(this.b), 4);
    store<u32>(to, bswap(this.c), 8);
    store<u32>(to, bswap(this.d), 12);
    store<u32>(to, bswap(this.e), 16);
  }
}
