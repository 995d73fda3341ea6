import { eventJson } from '../history/event-json.js';
import { readJson } from '../value/json-reader.js';
import { Payloads } from './payloads.js';
import { Tasks } from './tasks.js';

/**
 * What came to a durable run from outside: its clock, D1, and runs it waits for.
 *
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('./durable-state.js').DurableState} DurableState
 * @typedef {import('./run-host.js').RunHost} RunHost
 */

export class News {
  #host;
  #runId;
  #subRuns;
  #tasks;
  #payloads;

  /**
   * @param {RunHost} host
   * @param {string} runId
   * @param {import('./sub-runs.js').SubRuns} subRuns
   */
  constructor(host, runId, subRuns) {
    this.#host = host;
    this.#runId = runId;
    this.#subRuns = subRuns;
    this.#tasks = new Tasks(host.database);
    this.#payloads = new Payloads(host.database);
  }

  /**
   * Timers that are due. Asks nobody.
   *
   * @param {DurableState} state
   * @returns {Event[]}
   */
  due(state) {
    const atMs = this.#host.clock();
    return state.timers
      .filter(({ dueMs }) => dueMs <= atMs)
      .map(({ timer: { key, attempt } }) => ({ kind: 'timer_fired', atMs, key, attempt }));
  }

  /**
   * Results given to tasks, ends of called recipes, the wish to stop.
   *
   * @param {DurableState} state
   * @returns {Promise<Event[]>}
   */
  async arrived(state) {
    return [...(await this.#resumed(state)), ...(await this.#returned(state)), ...(await this.#stop())];
  }

  /** @param {DurableState} state @returns {Promise<Event[]>} */
  async #resumed(state) {
    const awaited = new Set(state.tasks.map(({ taskId }) => taskId));
    const settled = awaited.size > 0 ? await this.#tasks.settled(this.#runId) : [];
    /** @type {Event[]} */
    const events = [];
    for (const { taskId, payloadId } of settled.filter(({ taskId }) => awaited.has(taskId))) {
      const text = await this.#payloads.read(payloadId);
      if (text !== undefined) {
        const result = readJson(text);
        events.push({ kind: 'resumed', atMs: this.#host.clock(), taskId, result });
      }
    }
    return events;
  }

  /** @param {DurableState} state @returns {Promise<Event[]>} */
  async #returned(state) {
    /** @type {Event[]} */
    const events = [];
    for (const { call, dueMs } of state.recipes) {
      const given = await this.#subRuns.result(call);
      const atMs = this.#host.clock();
      const result = given ?? (dueMs <= atMs ? this.#subRuns.tooLate(call) : undefined);
      if (result !== undefined) {
        events.push({
          kind: 'call_finished',
          atMs,
          key: call.key,
          attempt: call.attempt,
          result,
        });
      }
    }
    return events;
  }

  /** @returns {Promise<Event[]>} */
  async #stop() {
    const rows = await this.#host.database.rows(
      'SELECT cancelled_at FROM durable_runs WHERE run_id = ? AND cancelled_at IS NOT NULL',
      this.#runId,
    );
    return rows.map(() => ({ kind: 'cancelled', atMs: this.#host.clock() }));
  }
}

/** Events as the text that a step keeps. @param {Event[]} events */
export function eventsText(events) {
  return JSON.stringify(events.map(eventJson));
}
