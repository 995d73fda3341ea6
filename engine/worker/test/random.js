/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed;
  }

  /** From 0 to below 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From 0 to below a number. @param {number} below */
  integer(below) {
    return Math.floor(this.next() * below);
  }

  /**
   * @template T
   * @param {ArrayLike<T>} from
   */
  pick(from) {
    return from[this.integer(from.length)];
  }

  /**
   * Texts picked at random, fewer than a number.
   *
   * @param {ArrayLike<string>} from
   * @param {number} below
   */
  words(from, below) {
    return Array.from({ length: this.integer(below) }, () => this.pick(from)).join('');
  }
}
