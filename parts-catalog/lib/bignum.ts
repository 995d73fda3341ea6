// Natural numbers of up to 5,000 bits, for exact decimal conversion. Little-endian 32-bit limbs.

const LIMBS = 168;

@final
export class Natural {
  private limbs: StaticArray<u32> = new StaticArray<u32>(LIMBS);
  private count: i32 = 0;

  set(value: u64): void {
    this.count = 0;
    while (value != 0) {
      this.limbs[this.count++] = <u32>value;
      value >>= 32;
    }
  }

  isZero(): bool {
    return this.count == 0;
  }

  bits(): i32 {
    if (this.count == 0) return 0;
    return this.count * 32 - <i32>clz(this.limbs[this.count - 1]);
  }

  timesPlus(factor: u32, addend: u32): void {
    let carry: u64 = addend;
    for (let i = 0; i < this.count; i++) {
      carry += <u64>this.limbs[i] * factor;
      this.limbs[i] = <u32>carry;
      carry >>= 32;
    }
    if (carry != 0) this.limbs[this.count++] = <u32>carry;
  }

  timesPower(base: u32, exponent: i32): void {
    while (exponent-- > 0) this.timesPlus(base, 0);
  }

  shiftLeft(by: i32): void {
    const whole = by >> 5;
    const rest = by & 31;
    if (this.count == 0 || by == 0) return;
    this.limbs[this.count + whole] = 0;
    for (let i = this.count - 1; i >= 0; i--) {
      const limb = <u64>this.limbs[i] << rest;
      this.limbs[i + whole] = <u32>limb;
      this.limbs[i + whole + 1] |= <u32>(limb >> 32);
    }
    for (let i = 0; i < whole; i++) this.limbs[i] = 0;
    this.count += whole + 1;
    this.trim();
  }

  compareTo(other: Natural): i32 {
    if (this.count != other.count) return this.count - other.count;
    for (let i = this.count - 1; i >= 0; i--) {
      const a = this.limbs[i];
      const b = other.limbs[i];
      if (a != b) return a < b ? -1 : 1;
    }
    return 0;
  }

  /** Takes away a number that is not greater. */
  subtract(other: Natural): void {
    let borrow: i64 = 0;
    for (let i = 0; i < this.count; i++) {
      const limb = <i64>this.limbs[i] - (i < other.count ? <i64>other.limbs[i] : 0) + borrow;
      this.limbs[i] = <u32>limb;
      borrow = limb >> 32;
    }
    this.trim();
  }

  /** Divides by a small number; gives the remainder. */
  divide(by: u32): u32 {
    let rest: u64 = 0;
    for (let i = this.count - 1; i >= 0; i--) {
      const limb = (rest << 32) | this.limbs[i];
      this.limbs[i] = <u32>(limb / by);
      rest = limb % by;
    }
    this.trim();
    return <u32>rest;
  }

  private trim(): void {
    while (this.count > 0 && this.limbs[this.count - 1] == 0) this.count--;
  }
}
