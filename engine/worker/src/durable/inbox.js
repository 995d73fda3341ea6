/** @typedef {import('../run/message.js').Message} Message */

/** What calls of a run told, until it is safe. */
export class Inbox {
  /** @type {Message[]} */
  #messages = [];
  /** @type {() => void} */
  #wake = () => {};

  /** @param {Message} message */
  add(message) {
    this.#messages.push(message);
    this.#wake();
  }

  /** All that is here; it stays until it is {@link drop}ped. */
  get all() {
    return [...this.#messages];
  }

  /**
   * Fulfilled once there is another message or the time is over.
   *
   * @param {number} longestMs infinite: as long as it takes
   */
  async next(longestMs) {
    /** @type {Promise<void>} */
    const message = new Promise((resolve) => {
      this.#wake = resolve;
    });
    if (longestMs === Infinity) {
      await message;
    } else {
      const timer = setTimeout(this.#wake, Math.max(0, longestMs));
      await message;
      clearTimeout(timer);
    }
  }

  /** Forgets the oldest. @param {number} count */
  drop(count) {
    this.#messages.splice(0, count);
  }
}
