/**
 * Steps that are kept in memory, so that an instance may live several times. It is killed at one of
 * them: `during`: its work began and nobody hears of it; `lost`: its work is done, and is not kept;
 * `after`: what it gave is kept.
 *
 * @typedef {'during' | 'lost' | 'after'} When
 *
 * @implements {Steps}
 * @typedef {import('../../src/durable/steps.js').Steps} Steps
 */
export class JournalSteps {
  #journal;
  #kill;
  #taken = 0;
  /** @type {() => void} */
  #die = () => {};
  /** Fulfilled when the instance is killed: nothing that it waits for ever comes. */
  killed = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      this.#die = resolve;
    })
  );

  /**
   * @param {string[]} journal what steps gave, in order
   * @param {{ at: number, when: When }} [kill]
   */
  constructor(journal, kill) {
    this.#journal = journal;
    this.#kill = kill;
    this.left = 1000;
  }

  /**
   * @param {string} _name
   * @param {import('../../src/durable/steps.js').Patience} _patience
   * @param {() => Promise<string>} work
   */
  async take(_name, _patience, work) {
    const n = this.#taken++;
    if (n < this.#journal.length) {
      return this.#journal[n];
    }
    const when = n === this.#kill?.at ? this.#kill.when : undefined;
    if (when === 'during') {
      void work();
      return this.#end();
    }
    const given = await work();
    if (when === 'lost') {
      return this.#end();
    }
    this.#journal.push(given);
    return when === 'after' ? this.#end() : given;
  }

  /** @returns {Promise<never>} */
  #end() {
    this.#die();
    return new Promise(() => {});
  }

  async wait() {
    await this.take('wait', 'call', async () => '');
  }
}
