import { eventJson } from './event-json.js';
import * as run from './run-statements.js';

/**
 * @typedef {import('../run/run-recorder.js').RunRecorder} RunRecorder
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('./history.js').Keeping} Keeping
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./run-statements.js').Begun} Begun
 */

/**
 * Keeps runs in D1: one write at the start, one at the end. What can't be written breaks no run:
 * {@link stored} says so.
 *
 * @implements {RunRecorder}
 */
export class D1Recorder {
  #database;
  #clock;
  #keeping;
  /** @type {Map<string, Begun & { events: Event[] }>} */
  #runs = new Map();
  /** Whether all that should be kept is. */
  stored = true;

  /**
   * @param {import('./database.js').Database} database
   * @param {() => number} clock
   * @param {Keeping} keeping
   */
  constructor(database, clock, keeping) {
    this.#database = database;
    this.#clock = clock;
    this.#keeping = keeping;
  }

  /**
   * @param {import('../schedule/run-context.js').RunContext} context
   * @param {import('../run/run-request.js').RunRequest} request
   * @param {number} startedAtMs
   */
  async began(context, request, startedAtMs) {
    const begun = { context, request, startedAtMs, events: [] };
    this.#runs.set(context.runId, begun);
    const { byWorkflow, longestMs } = this.#keeping;
    if (this.#keeps(begun)) {
      const process = byWorkflow ? run.BY_WORKFLOW : run.until(this.#clock() + longestMs);
      await this.#write(() => run.beginning(this.#database, this.#clean(begun), process));
    }
  }

  /**
   * A run that began elsewhere, and what happened to it so far.
   *
   * @param {Begun} begun
   * @param {Event[]} events
   */
  goesOn(begun, events) {
    this.#runs.set(begun.context.runId, { ...begun, events: [...events] });
  }

  /**
   * @param {string} runId
   * @param {Event} event
   */
  happened(runId, event) {
    this.#runs.get(runId)?.events.push(event);
  }

  reported() {}

  /** @param {import('../run/run-record.js').RunRecord} record */
  async ended(record) {
    const begun = this.#runs.get(record.runId);
    if (!begun) {
      throw new Error(`a run ended that never began: ${record.runId}`);
    }
    await this.#write(async () => this.#statements(begun, record));
    if (record.status !== 'waiting') {
      this.#runs.delete(record.runId);
    }
  }

  /**
   * What happened to a run so far.
   *
   * @param {string} runId
   */
  past(runId) {
    return this.#runs.get(runId)?.events ?? [];
  }

  /**
   * @param {Begun & { events: Event[] }} begun
   * @param {import('../run/run-record.js').RunRecord} record
   */
  async #statements(begun, record) {
    const database = this.#database;
    const { byWorkflow, retentionMs } = this.#keeping;
    const over = record.status !== 'waiting';
    const counted = over ? run.counting(database, record) : [];
    if (!this.#keeps(begun)) {
      return over ? [run.onlyCounting(database, record), ...counted] : [];
    }
    return [
      ...(await run.standing(database, this.#clean(begun), record)),
      ...(over && byWorkflow ? run.happening(database, record.runId, this.#events(begun)) : []),
      ...counted,
      ...(over && retentionMs !== undefined
        ? [run.forgetting(database, this.#clock() - retentionMs)]
        : []),
    ];
  }

  /** More than counts: neither this run nor who called it may be kept. @param {Begun} begun */
  #keeps({ request }) {
    return this.#keeping.record && request.record !== false;
  }

  /** @param {Begun} begun @returns {Begun} */
  #clean(begun) {
    const input = this.#keeping.clean(begun.context.input);
    return { ...begun, context: { ...begun.context, input } };
  }

  /** @param {{ events: Event[] }} begun */
  #events({ events }) {
    const { clean } = this.#keeping;
    return events.map((event) => /** @type {JsonObject} */ (clean(eventJson(event))));
  }

  /** @param {() => Promise<D1PreparedStatement[]>} statements */
  async #write(statements) {
    if (!this.#database.isBound) {
      this.stored = false;
      return;
    }
    try {
      const all = await statements();
      if (all.length > 0) {
        await this.#database.batch(all);
      }
    } catch (e) {
      this.stored = false;
      console.error('The run history could not be written:', e instanceof Error ? e.message : e);
    }
  }
}
