/** @typedef {import('./token.js').Token} Token */

/** Tokens that end with this isolate. */
export class TokensInMemory {
  /** @type {Map<string, Token>} */
  #tokens = new Map();

  /** @param {string} grant */
  async get(grant) {
    return this.#tokens.get(grant);
  }

  /**
   * @param {string} grant
   * @param {Token | undefined} expected
   * @param {Token} next
   */
  async compareAndSet(grant, expected, next) {
    const isStill = this.#tokens.get(grant) === expected;
    if (isStill) {
      this.#tokens.set(grant, next);
    }
    return isStill;
  }
}
