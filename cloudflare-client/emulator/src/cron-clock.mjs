import { parseCron } from "./account/cron.mjs";

const MINUTE = 60_000;

/**
 * @typedef {{ script: string, cron: string }} Due
 */

/**
 * What is due in the minute of a time.
 *
 * @param {Iterable<import("./account/script.mjs").Script>} scripts
 * @param {Date} time
 * @returns {Due[]}
 */
export function due(scripts, time) {
  return [...scripts].flatMap((script) =>
    script.schedules.filter(({ cron }) => parseCron(cron)(time)).map(({ cron }) => ({ script: script.name, cron })),
  );
}

/** Calls at the start of every minute. Minutes that passed while the computer slept are not made up for. */
export class CronClock {
  #onMinute;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {(minute: Date) => void} onMinute */
  constructor(onMinute) {
    this.#onMinute = onMinute;
    this.#wait();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #wait() {
    const now = Date.now();
    const next = now - (now % MINUTE) + MINUTE;
    this.#timer = setTimeout(() => {
      if (Date.now() < next) return this.#wait();
      this.#onMinute(new Date(Date.now() - (Date.now() % MINUTE)));
      this.#wait();
    }, next - now);
    this.#timer.unref();
  }
}
