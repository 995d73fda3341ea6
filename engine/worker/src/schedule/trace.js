import { partName } from './part-name.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./node-state.js').NodeState} NodeState
 * @typedef {import('./result-rules.js').Failure} Failure
 * @typedef {import('./run-state.js').RunState} RunState
 * @typedef {import('./step.js').Step} Step
 * @typedef {import('./trace-entry.js').TraceEntry} TraceEntry
 */

/** The entries of a run: one for each attempt of each node. RECIPE.md, section 8. */
export class Trace {
  /** @type {{ step: Step, entry: TraceEntry }[]} */
  #ended = [];

  /**
   * Keeps the entry of the attempt a node has ended.
   *
   * @param {RunState} run
   * @param {NodeState} state
   * @param {TraceEntry['status']} status
   * @param {Json | undefined} output
   * @param {Failure | undefined} failure
   */
  end(run, state, status, output, failure) {
    const ended = entryOf(run, state, status, output, failure);
    this.#ended.push({ step: state.step, entry: ended });
    return ended;
  }

  /**
   * Keeps that a step was skipped, alone or with the whole loop around it.
   *
   * @param {RunState} run
   * @param {Step} step
   * @param {import('./call-key.js').CallKey} key
   */
  skip(run, step, key) {
    /** @type {TraceEntry} */
    const entry = {
      key,
      part: partName(run, step),
      status: 'skipped',
      attempt: 0,
      startedMs: run.nowMs - run.startedAtMs,
      durationMs: 0,
      input: undefined,
      output: undefined,
      error: undefined,
      errorCode: undefined,
      unresolved: [],
    };
    this.#ended.push({ step, entry });
    return entry;
  }

  /**
   * In topological order, then by iteration, then by attempt.
   *
   * @param {RunState} run
   * @param {Iterable<NodeState>} open nodes whose entry has no end yet
   */
  inOrder(run, open) {
    const begun = Array.from(open, (state) => ({ step: state.step, entry: begunEntry(run, state) }));
    return [...this.#ended, ...begun]
      .sort(
        (a, b) =>
          a.step.index - b.step.index ||
          compareIterations(a.entry.key.iteration, b.entry.key.iteration) ||
          a.entry.attempt - b.entry.attempt,
      )
      .map(({ entry }) => entry);
  }
}

/**
 * An entry of the attempt a node is at, which has no end yet.
 *
 * @param {RunState} run
 * @param {NodeState} state
 */
export function begunEntry(run, state) {
  const status = state.phase === 'parked' ? 'waiting' : 'running';
  return entryOf(run, state, status, undefined, undefined);
}

/**
 * The entry of a node that is parked with what it gave so far.
 *
 * @param {RunState} run
 * @param {NodeState} state
 * @param {Json} output
 */
export function parkedEntry(run, state, output) {
  return entryOf(run, state, 'waiting', output, undefined);
}

/**
 * @param {RunState} run
 * @param {NodeState} state
 * @param {TraceEntry['status']} status
 * @param {Json | undefined} output
 * @param {Failure | undefined} failure
 * @returns {TraceEntry}
 */
function entryOf(run, state, status, output, failure) {
  return {
    key: state.key,
    part: partName(run, state.step),
    status,
    attempt: state.attempt,
    startedMs: state.startedAtMs - run.startedAtMs,
    durationMs: run.nowMs - state.startedAtMs,
    input: state.input,
    output,
    error: failure?.error,
    errorCode: failure?.code,
    unresolved: state.unresolved,
  };
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function compareIterations(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) {
      return a[i] - b[i];
    }
  }
  return a.length - b.length;
}
