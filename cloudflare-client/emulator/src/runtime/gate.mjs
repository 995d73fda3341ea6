/**
 * Lets many use the runtime at once and one change it alone. A change waits for those inside, but not longer than its
 * patience; newcomers wait for the change.
 */
export class Gate {
  #inside = 0;
  /** @type {Promise<void> | undefined} */
  #closed;
  /** @type {(() => void) | undefined} */
  #emptied;

  /** @template T @param {() => Promise<T>} use @returns {Promise<T>} */
  async shared(use) {
    while (this.#closed) await this.#closed;
    this.#inside++;
    try {
      return await use();
    } finally {
      if (--this.#inside === 0) this.#emptied?.();
    }
  }

  /**
   * @template T
   * @param {() => Promise<T>} change
   * @param {number} patience milliseconds
   * @returns {Promise<T>}
   */
  async alone(change, patience) {
    while (this.#closed) await this.#closed;
    /** @type {() => void} */
    let open = () => {};
    this.#closed = new Promise((resolve) => (open = resolve));
    try {
      if (this.#inside > 0) await this.#empty(patience);
      return await change();
    } finally {
      this.#closed = undefined;
      open();
    }
  }

  /** @param {number} patience */
  #empty(patience) {
    return /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.#emptied = () => {
          clearTimeout(timer);
          resolve();
        };
      })
    );
  }
}
