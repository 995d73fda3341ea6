// MD5 (RFC 1321, https://www.rfc-editor.org/rfc/rfc1321). Broken; not for security.

import { Digest } from "./digest";

const SHIFTS: StaticArray<u8> = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const constants = memory.data(64 * 4, 4);

@final
export class Md5 extends Digest {
  private a: u32 = 0x67452301;
  private b: u32 = 0xefcdab89;
  private c: u32 = 0x98badcfe;
  private d: u32 = 0x10325476;

  constructor() {
    super(64, 16, false);
    // RFC 1321, section 3.4: the integer part of 2^32 times |sin(i)|.
    for (let i = 0; i < 64; i++) {
      store<u32>(constants + (<usize>i << 2), <u32>(<u64>(4_294_967_296.0 * Math.abs(Math.sin(i + 1)))));
    }
  }

  protected compress(block: usize): void {
    let a = this.a;
    let b = this.b;
    let c = this.c;
    let d = this.d;
    for (let i: u32 = 0; i < 64; i++) {
      const round = i >> 4;
      const f = round == 0 ? (b & c) | (~b & d) : round == 1 ? (b & d) | (c & ~d) : round == 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = round == 0 ? i : round == 1 ? 5 * i + 1 : round == 2 ? 3 * i + 5 : 7 * i;
      const sum = a + f + load<u32>(constants + (<usize>i << 2)) + load<u32>(block + (<usize>(word & 15) << 2));
      a = d;
      d = c;
      c = b;
      b += rotl<u32>(sum, SHIFTS[(round << 2) | (i & 3)]);
    }
    this.a += a;
    this.b += b;
    this.c += c;
    this.d += d;
  }

  protected finish(to: usize): void {
    store<u32>(to, this.a);
    store<u32>(to, this.b, 4);
    store<u32>(to, this.c, 8);
    store<u32>(to, this.d, 12);
  }
}
