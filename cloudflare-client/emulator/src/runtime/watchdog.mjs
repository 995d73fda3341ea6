/**
 * Finds a workerd that is blocked: local workerd has no CPU limit, and one endless loop stops all Workers. Time is
 * counted in own ticks, so that a computer that slept isn't taken for a loop.
 */
export class Watchdog {
  #ping;
  #onBlocked;
  #limit;
  #timer;
  #waiting = 0;
  #pending = false;

  /**
   * @param {object} options
   * @param {() => Promise<unknown>} options.ping settles when workerd answers, or can't
   * @param {() => void} options.onBlocked
   * @param {number} [options.interval] milliseconds between ticks
   * @param {number} [options.limit] ticks without an answer
   */
  constructor({ ping, onBlocked, interval = 1000, limit = 10 }) {
    this.#ping = ping;
    this.#onBlocked = onBlocked;
    this.#limit = limit;
    this.#timer = setInterval(() => this.#tick(), interval);
    this.#timer.unref();
  }

  stop() {
    clearInterval(this.#timer);
  }

  #tick() {
    if (this.#pending) {
      if (++this.#waiting < this.#limit) return;
      this.#waiting = 0;
      this.#onBlocked();
      return;
    }
    this.#waiting = 0;
    this.#pending = true;
    const done = () => void (this.#pending = false);
    this.#ping().then(done, done);
  }
}
