// SHA-256, SHA-384 and SHA-512 (FIPS 180-4, https://doi.org/10.6028/NIST.FIPS.180-4).

import { Digest } from "./digest";
import { cubes, squares } from "./sha2-constants";

const schedule = memory.data(80 * 8, 8);

@final
export class Sha256 extends Digest {
  private state: usize = heap.alloc(32);

  constructor() {
    super(64, 32, true);
    for (let i: usize = 0; i < 8; i++) store<u32>(this.state + (i << 2), <u32>(load<u64>(squares + (i << 3)) >> 32));
  }

  protected compress(block: usize): void {
    for (let i: usize = 0; i < 16; i++) store<u32>(schedule + (i << 2), bswap(load<u32>(block + (i << 2))));
    for (let i: usize = 16; i < 64; i++) {
      const p = schedule + (i << 2);
      const x = load<u32>(p - 60);
      const y = load<u32>(p - 8);
      const s0 = rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ (x >> 3);
      const s1 = rotr<u32>(y, 17) ^ rotr<u32>(y, 19) ^ (y >> 10);
      store<u32>(p, load<u32>(p - 64) + s0 + load<u32>(p - 28) + s1);
    }
    const state = this.state;
    let a = load<u32>(state);
    let b = load<u32>(state, 4);
    let c = load<u32>(state, 8);
    let d = load<u32>(state, 12);
    let e = load<u32>(state, 16);
    let f = load<u32>(state, 20);
    let g = load<u32>(state, 24);
    let h = load<u32>(state, 28);
    for (let i: usize = 0; i < 64; i++) {
      const s1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
      const t1 = h + s1 + ((e & f) ^ (~e & g)) + load<u32>(cubes + (i << 3), 4) + load<u32>(schedule + (i << 2));
      const s0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    store<u32>(state, load<u32>(state) + a);
    store<u32>(state, load<u32>(state, 4) + b, 4);
    store<u32>(state, load<u32>(state, 8) + c, 8);
    store<u32>(state, load<u32>(state, 12) + d, 12);
    store<u32>(state, load<u32>(state, 16) + e, 16);
    store<u32>(state, load<u32>(state, 20) + f, 20);
    store<u32>(state, load<u32>(state, 24) + g, 24);
    store<u32>(state, load<u32>(state, 28) + h, 28);
  }

  protected finish(to: usize): void {
    for (let i: usize = 0; i < 32; i += 4) store<u32>(to + i, bswap(load<u32>(this.state + i)));
  }
}

/** SHA-512, or SHA-384: another start, a shorter result. */
@final
export class Sha512 extends Digest {
  private state: usize = heap.alloc(64);

  constructor(size: i32) {
    super(128, size, true);
    const from = size == 48 ? squares + 64 : squares;
    memory.copy(this.state, from, 64);
  }

  protected compress(block: usize): void {
    for (let i: usize = 0; i < 16; i++) store<u64>(schedule + (i << 3), bswap(load<u64>(block + (i << 3))));
    for (let i: usize = 16; i < 80; i++) {
      const p = schedule + (i << 3);
      const x = load<u64>(p - 120);
      const y = load<u64>(p - 16);
      const s0 = rotr<u64>(x, 1) ^ rotr<u64>(x, 8) ^ (x >> 7);
      const s1 = rotr<u64>(y, 19) ^ rotr<u64>(y, 61) ^ (y >> 6);
      store<u64>(p, load<u64>(p - 128) + s0 + load<u64>(p - 56) + s1);
    }
    const state = this.state;
    let a = load<u64>(state);
    let b = load<u64>(state, 8);
    let c = load<u64>(state, 16);
    let d = load<u64>(state, 24);
    let e = load<u64>(state, 32);
    let f = load<u64>(state, 40);
    let g = load<u64>(state, 48);
    let h = load<u64>(state, 56);
    for (let i: usize = 0; i < 80; i++) {
      const s1 = rotr<u64>(e, 14) ^ rotr<u64>(e, 18) ^ rotr<u64>(e, 41);
      const t1 = h + s1 + ((e & f) ^ (~e & g)) + load<u64>(cubes + (i << 3)) + load<u64>(schedule + (i << 3));
      const s0 = rotr<u64>(a, 28) ^ rotr<u64>(a, 34) ^ rotr<u64>(a, 39);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    store<u64>(state, load<u64>(state) + a);
    store<u64>(state, load<u64>(state, 8) + b, 8);
    store<u64>(state, load<u64>(state, 16) + c, 16);
    store<u64>(state, load<u64>(state, 24) + d, 24);
    store<u64>(state, load<u64>(state, 32) + e, 32);
    store<u64>(state, load<u64>(state, 40) + f, 40);
    store<u64>(state, load<u64>(state, 48) + g, 48);
    store<u64>(state, load<u64>(state, 56) + h, 56);
  }

  protected finish(to: usize): void {
    for (let i: usize = 0; i < <usize>this.size; i += 8) store<u64>(to + i, bswap(load<u64>(this.state + i)));
  }
}
