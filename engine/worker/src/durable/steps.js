import { WORKFLOWS } from '../platform/limits.js';

/**
 * The steps of one instance. What a step gives is kept by the platform: after a restart it gives the
 * same again and nothing is done twice.
 *
 * @typedef {object} Steps
 * @property {number} left how many more this instance may take
 * @property {(name: string, patience: Patience, work: () => Promise<string>) => Promise<string>} take
 *   does the work, once unless it throws or the platform stops
 * @property {(name: string, longestMs: number) => Promise<void>} wait until somebody sends the
 *   instance a message or the time is over
 */

/**
 * How long a step is tried.
 *
 * - `call`: what happens in a run. No failure of a part is one of the step: only what the platform
 *   cut off, or took too long for it, is gone on with
 * - `write`: something that may be out of reach for a while
 *
 * @typedef {'call' | 'write'} Patience
 */

/** The type of the events that wake an instance. */
export const MESSAGE = 'message';

const NAME_LENGTH = 100;
const SHORTEST_WAIT_MS = 1000;

/** @type {Record<Patience, import('cloudflare:workers').WorkflowStepConfig>} */
const CONFIGS = {
  call: { retries: { limit: 100, delay: 5000, backoff: 'constant' }, timeout: '10 minutes' },
  write: { retries: { limit: 8, delay: 5000, backoff: 'exponential' }, timeout: '5 minutes' },
};

/** Steps of Cloudflare Workflows. @implements {Steps} */
export class WorkflowSteps {
  #step;
  #taken = 0;

  /** @param {import('cloudflare:workers').WorkflowStep} step */
  constructor(step) {
    this.#step = step;
  }

  get left() {
    return WORKFLOWS.steps - this.#taken;
  }

  /**
   * @param {string} name
   * @param {Patience} patience
   * @param {() => Promise<string>} work
   */
  take(name, patience, work) {
    return this.#step.do(this.#named(name), CONFIGS[patience], work);
  }

  /**
   * @param {string} name
   * @param {number} longestMs
   */
  async wait(name, longestMs) {
    const timeout = Math.min(Math.max(longestMs, SHORTEST_WAIT_MS), WORKFLOWS.longestWaitMs);
    try {
      await this.#step.waitForEvent(this.#named(name), { type: MESSAGE, timeout });
    } catch (e) {
      if (!(e instanceof Error && /timed? ?out/i.test(e.message))) {
        throw e;
      }
    }
  }

  /** Names are numbered: no two are the same, whatever nodes are called. @param {string} name */
  #named(name) {
    this.#taken++;
    return `${this.#taken} ${name}`.slice(0, NAME_LENGTH).toWellFormed();
  }
}
