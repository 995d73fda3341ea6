import { RunLoop } from './run-loop.js';
import { NONE as NO_RECIPES } from './recipe-source.js';
import { NONE as NO_RECORDER } from './run-recorder.js';

/**
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../schedule/run-context.js').RunContext} RunContext
 * @typedef {import('./run.js').Run} Run
 * @typedef {import('./run-event.js').RunEvent} RunEvent
 * @typedef {import('./run-request.js').RunRequest} RunRequest
 */

/**
 * What runs need.
 *
 * @typedef {object} RunnerSettings
 * @property {import('../part/components.js').Components} components
 * @property {import('./part-caller.js').PartCaller} caller
 * @property {import('./recipe-source.js').RecipeSource} [recipes] those that recipes may call
 * @property {import('./run-recorder.js').RunRecorder} [recorder]
 * @property {(work: Promise<unknown>) => void} [keepAlive] told of work that goes on after the run
 *   that asked for it: `ctx.waitUntil`. Without one, whoever made the work is not waited for and its
 *   bug is an unhandled rejection
 * @property {number} [longestRunMs] a run that takes longer fails; none: the platform's limit
 * @property {() => number} [clock] milliseconds since 1970 UTC
 */

/** Starts runs. One Runner serves many runs at once. */
export class Runner {
  /** @param {RunnerSettings} settings */
  constructor({
    components,
    caller,
    recipes = NO_RECIPES,
    recorder = NO_RECORDER,
    keepAlive = () => {},
    longestRunMs,
    clock = Date.now,
  }) {
    this.components = components;
    this.caller = caller;
    this.recipes = recipes;
    this.recorder = recorder;
    this.keepAlive = keepAlive;
    this.longestRunMs = longestRunMs;
    this.clock = clock;
  }

  /**
   * Starts a run; the listener is told what happens, in order.
   *
   * @param {RunRequest} request
   * @param {(event: RunEvent) => void} [listener]
   * @returns {Run}
   */
  start(request, listener) {
    return this.startAt(request, 0, listener);
  }

  /**
   * Starts a run that is so deep in recipes that call recipes.
   *
   * @param {RunRequest} request
   * @param {number} depth
   * @param {(event: RunEvent) => void} [listener]
   * @returns {Run}
   */
  startAt(request, depth, listener = () => {}) {
    const stamp = new Date(this.clock()).toISOString().replace(/[-:.Z]/g, '');
    const context = {
      runId: `${stamp}-${hex(4)}`,
      input: request.input,
      triggeredBy: request.triggeredBy,
      scheduledAt: request.scheduledAt,
      nonce: hex(16),
      depth,
    };
    return new RunLoop(this, request, context, listener);
  }

  /**
   * Goes on with a run from its events alone. Calls that were cut off are made again with the same
   * call id, timers wait for what is left of their time.
   *
   * @param {RunRequest} request with the input it was started with
   * @param {RunContext} context as it was, with a new nonce where the old one is lost
   * @param {import('./run-loop.js').Past} past
   * @param {(event: RunEvent) => void} [listener]
   * @returns {Run}
   */
  restore(request, context, past, listener = () => {}) {
    return new RunLoop(this, request, context, listener, past);
  }
}

/** Random bytes in hexadecimal. @param {number} bytes */
function hex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
