import { NodeState } from './node-state.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./block.js').Block} Block
 * @typedef {import('./loop.js').Loop} Loop
 * @typedef {import('./step.js').Step} Step
 */

/** One pass through a block: the run outside loops, or one iteration. */
export class Frame {
  /** Of the nodes that failed unhandled, the first in topological order. @type {NodeState | undefined} */
  failed;
  /** @type {Map<Block, Loop>} */
  #loops = new Map();

  /**
   * @param {Block} block
   * @param {Frame | undefined} parent
   * @param {Loop | undefined} loop the loop this is an iteration of; undefined outside loops
   * @param {number[]} iteration indices of the loops around it, outermost first
   */
  constructor(block, parent, loop, iteration) {
    this.block = block;
    this.parent = parent;
    this.loop = loop;
    this.iteration = iteration;
    /** Steps that have not come to their end. */
    this.open = block.steps.length;
    /** By the steps' slots. */
    this.states = block.steps.map((step) => new NodeState(step, this));
  }

  /** @param {Block} block */
  static root(block) {
    return new Frame(block, undefined, undefined, []);
  }

  /**
   * @param {Loop} loop
   * @param {number} index
   */
  static iteration(loop, index) {
    const parent = loop.source.frame;
    return new Frame(loop.body, parent, loop, [...parent.iteration, index]);
  }

  /** Its position among the iterations of its loop. */
  get index() {
    return this.iteration[this.iteration.length - 1];
  }

  /** @param {Loop} started */
  add(started) {
    this.#loops.set(started.body, started);
  }

  /** The loop over that body which began here. @param {Block} body */
  loopOver(body) {
    return this.#loops.get(body);
  }

  /** @param {NodeState} state */
  noteFailure(state) {
    if (!this.failed || state.step.index < this.failed.step.index) {
      this.failed = state;
    }
  }

  /** The state of a step of this very block. @param {Step} step */
  state(step) {
    return this.states[step.slot];
  }

  /**
   * What a step gave, seen from here: its result, or, where it ran in a loop that is over,
   * `{results: […]}` with what it gave in each iteration (null where it gave nothing).
   *
   * @param {Step} step
   */
  resultOf(step) {
    /** @type {Frame} */
    let frame = this;
    while (!step.block.isWithin(frame.block) && frame.parent) {
      frame = frame.parent;
    }
    return frame.within(step);
  }

  /** As {@link resultOf}, for a step of this block or one in it. @param {Step} step @returns {Json | undefined} */
  within(step) {
    if (step.block === this.block) {
      return this.state(step).result;
    }
    let body = step.block;
    while (body.parent && body.parent !== this.block) {
      body = body.parent;
    }
    return this.#loops.get(body)?.resultsOf(step);
  }
}
