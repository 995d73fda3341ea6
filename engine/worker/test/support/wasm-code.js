/** Instructions of one function, written one after another. */
export class WasmCode {
  /** @type {number[]} */
  #bytes = [];

  /** @param {number} value */
  i32(value) {
    return this.op(0x41).signed(value);
  }

  /** @param {number} value */
  i64(value) {
    return this.op(0x42).signed(value);
  }

  /** @param {number} function_ */
  call(function_) {
    return this.op(0x10).unsigned(function_);
  }

  drop() {
    return this.op(0x1a);
  }

  /** Pops an address, pushes what is there. */
  load() {
    return this.op(0x28).unsigned(2).unsigned(0);
  }

  /** Pops a value and below it an address. */
  store() {
    return this.op(0x36).unsigned(2).unsigned(0);
  }

  grow() {
    return this.op(0x40).unsigned(0);
  }

  /** @param {number} level */
  jump(level) {
    return this.op(0x0c).unsigned(level);
  }

  /** Pops a condition. @param {number} level */
  jumpIf(level) {
    return this.op(0x0d).unsigned(level);
  }

  /** @param {(code: WasmCode) => unknown} body */
  loop(body) {
    this.op(0x03, 0x40);
    body(this);
    return this.end();
  }

  /** Pops a condition. @param {(code: WasmCode) => unknown} body */
  when(body) {
    this.op(0x04, 0x40);
    body(this);
    return this.end();
  }

  /** Goes on after it whatever the body throws. @param {(code: WasmCode) => unknown} body */
  catchingAll(body) {
    this.op(0x06, 0x40);
    body(this);
    return this.op(0x19).end();
  }

  unreachable() {
    return this.op(0x00);
  }

  end() {
    return this.op(0x0b);
  }

  /** Any bytes: an opcode without immediates, or ones written by hand. @param {...number} bytes */
  op(...bytes) {
    this.#bytes.push(...bytes);
    return this;
  }

  /** LEB128. @param {number} value */
  unsigned(value) {
    let rest = value;
    do {
      const low = rest % 128;
      rest = Math.floor(rest / 128);
      this.#bytes.push(rest === 0 ? low : low | 0x80);
    } while (rest !== 0);
    return this;
  }

  /** Signed LEB128. @param {number} value */
  signed(value) {
    let rest = BigInt(value);
    while (true) {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      const done = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
      this.#bytes.push(done ? low : low | 0x80);
      if (done) {
        return this;
      }
    }
  }

  /** @param {Iterable<number>} more */
  raw(more) {
    for (const byte of more) {
      this.#bytes.push(byte);
    }
    return this;
  }

  toBytes() {
    return Uint8Array.from(this.#bytes);
  }
}
