/**
 * QuickJS asks for leave to go on at its first poll, and then after so many more
 * (JS_INTERRUPT_COUNTER_INIT). A poll is a tick.
 */
const TICKS_PER_QUESTION = 10_000;
const BADF = 8;

/**
 * What QuickJS asks of its host in one call: ticks, clock, randomness, and text for the log. There
 * are no files, modules or promises: those functions link and refuse.
 */
export class QuickJsImports {
  #maxTicks;
  #log;
  #isStarting = true;
  /** The first question comes before the first tick. */
  ticks = -TICKS_PER_QUESTION;
  /** What `log(...)` of the code does. @type {(...args: number[]) => number} */
  hostCall = () => 0;
  /** Known once an instance is made. @type {WebAssembly.Memory} */
  memory = new WebAssembly.Memory({ initial: 0, maximum: 0 });

  /**
   * @param {number} maxTicks
   * @param {(text: Uint8Array) => void} log receives what `log(...)` writes, in UTF-8
   */
  constructor(maxTicks, log) {
    this.#maxTicks = maxTicks;
    this.#log = log;
  }

  /** From here on the clock tells the time. */
  started() {
    this.#isStarting = false;
  }

  get isExhausted() {
    return this.ticks >= this.#maxTicks;
  }

  /** @param {Uint8Array} text */
  log(text) {
    this.#log(text);
  }

  /** @returns {WebAssembly.Imports} */
  values() {
    return {
      env: {
        host_interrupt: () => this.#interrupt(),
        host_call: (/** @type {number[]} */ ...args) => this.hostCall(...args),
        host_get_timezone_offset: () => 0,
        host_promise_rejection: () => {},
        host_module_normalize: () => 0,
        host_module_load: () => 0,
      },
      wasi_snapshot_preview1: {
        clock_time_get: (/** @type {number} */ _clock, /** @type {bigint} */ _precision, /** @type {number} */ out) =>
          this.#time(out),
        random_get: (/** @type {number} */ at, /** @type {number} */ length) => {
          crypto.getRandomValues(new Uint8Array(this.memory.buffer, at, length));
          return 0;
        },
        fd_write: (/** @type {number[]} */ ...args) => this.#write(args),
        fd_close: () => BADF,
        fd_seek: () => BADF,
        fd_fdstat_get: () => BADF,
      },
    };
  }

  #interrupt() {
    this.ticks += TICKS_PER_QUESTION;
    return this.isExhausted ? 1 : 0;
  }

  /**
   * QuickJS seeds `Math.random` from the clock when it starts. A random time makes the sequence
   * unpredictable.
   *
   * @param {number} out
   */
  #time(out) {
    const nanos = this.#isStarting
      ? crypto.getRandomValues(new BigUint64Array(1))[0] >> 1n
      : BigInt(Date.now()) * 1_000_000n;
    new DataView(this.memory.buffer).setBigUint64(out, nanos, true);
    return 0;
  }

  /** (fd, vectors, count, out written) @param {number[]} args */
  #write([, vectors, count, out]) {
    const view = new DataView(this.memory.buffer);
    let written = 0;
    for (let n = 0; n < count; n++) {
      const at = view.getUint32(vectors + 8 * n, true);
      const length = view.getUint32(vectors + 8 * n + 4, true);
      this.log(new Uint8Array(this.memory.buffer.slice(at, at + length)));
      written += length;
    }
    view.setUint32(out, written, true);
    return 0;
  }
}
