/**
 * Where one execution of a step stands.
 *
 * - `blocked`: some incoming edge is not settled
 * - `ready`: may start as soon as a call is free
 * - `called`: a part or another recipe is at work
 * - `delayed`: until the next attempt
 * - `parked`: until somebody resumes it
 * - `looping`: its own result is there, its loops go on
 * - `concluded`: came to its end, or was skipped
 *
 * @typedef {'blocked' | 'ready' | 'called' | 'delayed' | 'parked' | 'looping' | 'concluded'} Phase
 * @typedef {import('../value/json.js').Json} Json
 */

/** One execution of a step. */
export class NodeState {
  /** @type {Phase} */
  phase = 'blocked';
  /** Edges into it that were taken. @type {import('./route.js').Route[]} */
  arrivals = [];
  attempt = 1;
  startedAtMs = 0;
  /**
   * What the host was asked for, once it was.
   *
   * @type {import('./command.js').CallPart | import('./command.js').CallRecipe | undefined}
   */
  call;
  /** @type {Json | undefined} */
  input;
  /** @type {Json | undefined} */
  result;
  /** @type {import('./result-rules.js').Failure | undefined} */
  failure;
  /** @type {string[]} */
  unresolved = [];
  /** Loops of this node that began, in flow order. @type {import('./loop.js').Loop[]} */
  loops = [];
  /** Whether an edge other than FOREACH to a step of the same block was taken. */
  leads = false;

  /**
   * @param {import('./step.js').Step} step
   * @param {import('./frame.js').Frame} frame
   */
  constructor(step, frame) {
    this.step = step;
    this.frame = frame;
    this.key = { node: step.name, iteration: frame.iteration };
    /** Incoming edges that are not settled. */
    this.unsettled = step.incoming.length;
  }
}
