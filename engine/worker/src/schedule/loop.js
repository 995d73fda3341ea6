import { Frame } from './frame.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./route.js').Route} Route
 * @typedef {import('./step.js').Step} Step
 */

/** The iterations of one FOREACH edge after its source succeeded. RECIPE.md, section 6. */
export class Loop {
  #next = 0;
  #active = 0;
  done = 0;
  failed = 0;
  /** Its end has been dealt with. */
  isClosed = false;
  /** Edges out of the body that some iteration took. @type {Set<Route>} */
  taken = new Set();
  /** @type {Frame[]} */
  #frames = [];
  /** @type {Map<Step, Json>} */
  #seen = new Map();

  /**
   * @param {import('./node-state.js').NodeState} source
   * @param {Route} entry
   * @param {import('./block.js').Block} body
   * @param {Json[]} items
   */
  constructor(source, entry, body, items) {
    this.source = source;
    this.entry = entry;
    this.body = body;
    this.items = items;
    /** How many iterations go on at once. */
    this.concurrency = Math.max(1, entry.to.node.run.concurrency);
    /** Results of the items, failures in their place. @type {Json[]} */
    this.results = new Array(items.length).fill(null);
  }

  canStart() {
    return this.#next < this.items.length && this.#active < this.concurrency;
  }

  start() {
    const frame = Frame.iteration(this, this.#next);
    // Kept only where an edge leaves the body, for then someone may ask for what is in it.
    if (this.body.exits.length > 0) {
      this.#frames[this.#next] = frame;
    }
    this.#next++;
    this.#active++;
    return frame;
  }

  /**
   * @param {Frame} frame
   * @param {Json} result
   */
  finish(frame, result) {
    this.results[frame.index] = result;
    this.failed += frame.failed ? 1 : 0;
    this.#active--;
    this.done++;
  }

  get isOver() {
    return this.done === this.items.length;
  }

  get allFailed() {
    return this.done > 0 && this.failed === this.done;
  }

  /**
   * `{results: […]}` with what a step of the body gave in each iteration.
   *
   * @param {Step} step
   * @returns {Json}
   */
  resultsOf(step) {
    let all = this.#seen.get(step);
    if (all === undefined) {
      all = { results: this.#frames.map((frame) => frame.within(step) ?? null) };
      this.#seen.set(step, all);
    }
    return all;
  }
}
