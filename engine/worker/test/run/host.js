import { NOTHING } from '../../src/run/call-report.js';
import { Runner } from '../../src/run/runner.js';

/**
 * @typedef {import('../../src/run/part-caller.js').PartCaller['call']} Call
 * @typedef {import('../../src/value/json.js').Json} Json
 */

/** A host whose parts are functions, and what it saw. */
export class Host {
  /** @type {string[]} */
  called = [];
  /** @type {import('../../src/run/run-event.js').RunEvent[]} */
  events = [];
  /** @type {import('../../src/schedule/event.js').Event[]} */
  recorded = [];
  /** @type {import('../../src/run/run-record.js').RunRecord[]} */
  ended = [];
  /** @type {Promise<unknown>[]} */
  kept = [];
  /** @type {import('../../src/schedule/run-context.js').RunContext | undefined} */
  context;
  startedAtMs = 0;

  /**
   * @param {Call} call
   * @param {Partial<import('../../src/run/runner.js').RunnerSettings>} [more]
   */
  constructor(call, more = {}) {
    this.runner = new Runner({
      components: { resolve: (name) => ({ kind: 'part', id: name, contract: undefined }) },
      caller: {
        call: (caller, command, signal) => {
          this.called.push(command.key.node);
          return call(caller, command, signal);
        },
      },
      recorder: {
        began: (context, _request, atMs) => {
          this.context ??= context;
          this.startedAtMs ||= atMs;
        },
        happened: (_runId, event) => void this.recorded.push(event),
        reported() {},
        ended: (record) => void this.ended.push(record),
      },
      keepAlive: (work) => void this.kept.push(work),
      ...more,
    });
    this.listener = (/** @type {import('../../src/run/run-event.js').RunEvent} */ event) =>
      void this.events.push(event);
  }

  /**
   * @param {import('../../src/recipe/recipe.js').Recipe} recipe
   * @param {Partial<import('../../src/run/run-request.js').RunRequest>} [more]
   */
  start(recipe, more = {}) {
    return this.runner.start(
      { recipe, source: '', input: {}, triggeredBy: 'manual', ...more },
      this.listener,
    );
  }
}

/** Answers with what it is given. @type {Call} */
export const ECHO = async (_caller, command) => answer({ success: true, data: command.input });

/** @param {Json} result */
export function answer(result) {
  return { result, report: NOTHING };
}

/** Waits until it is aborted. @type {Call} */
export const NEVER = (_caller, _command, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
