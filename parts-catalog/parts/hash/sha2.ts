// SHA-256, SHA-384 and SHA-512 (FIPS 180-4, https://doi.org/10.6028/NIST.FIPS.180-4). Their constants are computed as
// the standard defines them: fractional bits of roots of the first primes.

import { Digest } from "./digest";

const PRIMES = 80;
/** First 64 bits of the fractions of the cube roots of the first primes. */
const cubes = memory.data(PRIMES * 8, 8);
/** The same of square roots, of the first sixteen. */
const squares = memory.data(16 * 8, 8);
const schedule = memory.data(80 * 8, 8);
let ready = false;

function prepare(): void {
  if (ready) return;
  ready = true;
  let count = 0;
  for (let n: u32 = 2; count < PRIMES; n++) {
    let prime = true;
    for (let d: u32 = 2; d * d <= n && prime; d++) prime = n % d != 0;
    if (!prime) continue;
    store<u64>(cubes + (<usize>count << 3), rootFraction(n, 3));
    if (count < 16) store<u64>(squares + (<usize>count << 3), rootFraction(n, 2));
    count++;
  }
}

/** Bits of a natural number, 32 a limb, the lowest first. */
const root = memory.data(5 * 4, 8);
const power = memory.data(16 * 4, 8);
const product = memory.data(16 * 4, 8);

/** The first 64 bits of the fraction of a root: bits are set from the highest while the power doesn't exceed the number. */
function rootFraction(number: u32, degree: i32): u64 {
  memory.fill(root, 0, 20);
  for (let bit = 64 + 5; bit >= 0; bit--) {
    const limb = root + ((<usize>bit >> 5) << 2);
    const mask: u32 = 1 << (bit & 31);
    store<u32>(limb, load<u32>(limb) | mask);
    if (exceeds(number, degree)) store<u32>(limb, load<u32>(limb) & ~mask);
  }
  return load<u64>(root);
}

/** Whether the root to its degree is greater than the number, as fractions of 64 bits each. */
function exceeds(number: u32, degree: i32): bool {
  memory.fill(power, 0, 64);
  memory.copy(power, root, 20);
  for (let i = 1; i < degree; i++) multiply();
  const whole = degree * 2;
  for (let i = 15; i > whole; i--) if (load<u32>(power + (<usize>i << 2)) != 0) return true;
  const integer = load<u32>(power + (<usize>whole << 2));
  if (integer != number) return integer > number;
  for (let i = 0; i < whole; i++) if (load<u32>(power + (<usize>i << 2)) != 0) return true;
  return false;
}

function multiply(): void {
  memory.fill(product, 0, 64);
  for (let i: usize = 0; i < 5; i++) {
    let carry: u64 = 0;
    const factor = <u64>load<u32>(root + (i << 2));
    for (let j: usize = 0; i + j < 16; j++) {
      const at = product + ((i + j) << 2);
      carry += <u64>load<u32>(at) + factor * load<u32>(power + (j << 2));
      store<u32>(at, <u32>carry);
      carry >>= 32;
    }
  }
  memory.copy(power, product, 64);
}

@final
export class Sha256 extends Digest {
  private state: usize = heap.alloc(32);

  constructor() {
    super(64, 32, true);
    prepare();
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
    prepare();
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
