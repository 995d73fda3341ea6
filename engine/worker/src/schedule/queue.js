/**
 * First in, first out, in constant time each.
 *
 * @template T
 */
export class Queue {
  /** @type {T[]} */
  #items = [];
  #head = 0;

  get isEmpty() {
    return this.#head === this.#items.length;
  }

  /** @param {T} item */
  add(item) {
    this.#items.push(item);
  }

  /** The oldest, which stays. */
  peek() {
    return this.#items[this.#head];
  }

  /** The oldest, which leaves. */
  remove() {
    const item = this.#items[this.#head++];
    if (this.#head > 1000 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
