import { NONE } from '../run/run-recorder.js';

/**
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../run/run-recorder.js').RunRecorder} RunRecorder
 * @typedef {import('./durable-runs.js').LeftRun} LeftRun
 */

/**
 * Passes on what happens in runs to those who keep it, without credentials, and remembers what is
 * needed to hand over a run that waits.
 *
 * @implements {RunRecorder}
 */
export class WatchedRecorder {
  #inner;
  #used;
  /** @type {Map<string, LeftRun>} */
  #runs = new Map();

  /**
   * @param {RunRecorder | undefined} inner
   * @param {import('../credentials/used-credentials.js').UsedCredentials} used
   */
  constructor(inner, used) {
    this.#inner = inner ?? NONE;
    this.#used = used;
  }

  /**
   * @param {import('../schedule/run-context.js').RunContext} context
   * @param {import('../run/run-request.js').RunRequest} request
   * @param {number} startedAtMs
   */
  began(context, request, startedAtMs) {
    this.#runs.set(context.runId, { context, request, past: { startedAtMs, events: [] } });
    return this.#inner.began(context, request, startedAtMs);
  }

  /**
   * @param {string} runId
   * @param {import('../schedule/event.js').Event} event
   */
  happened(runId, event) {
    this.#runs.get(runId)?.past.events.push(event);
    this.#inner.happened(runId, event);
  }

  /**
   * @param {string} runId
   * @param {import('../schedule/call-key.js').CallKey} key
   * @param {number} attempt
   * @param {import('../run/call-report.js').CallReport} report
   */
  reported(runId, key, attempt, report) {
    this.#inner.reported(runId, key, attempt, report);
  }

  /** @param {RunRecord} record */
  ended(record) {
    return this.#inner.ended(redacted(record, this.#used));
  }

  /** What a run was so far; undefined where it never began. @param {string} runId */
  left(runId) {
    return this.#runs.get(runId);
  }
}

/**
 * A record without the credentials that came up while it was made: a call may have shown one that
 * only a later call asked for.
 *
 * @param {RunRecord} record
 * @param {import('../credentials/used-credentials.js').UsedCredentials} used
 * @returns {RunRecord}
 */
export function redacted(record, used) {
  const { data, error } = record;
  return {
    ...record,
    input: used.json(record.input),
    data: data === undefined ? undefined : used.json(data),
    error: error === undefined ? undefined : used.text(error),
    trace: record.trace.map((entry) => ({
      ...entry,
      input: entry.input === undefined ? undefined : used.json(entry.input),
      output: entry.output === undefined ? undefined : used.json(entry.output),
      error: entry.error === undefined ? undefined : used.text(entry.error),
    })),
  };
}
