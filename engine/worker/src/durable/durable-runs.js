import { eventJson } from '../history/event-json.js';
import { Runner } from '../run/runner.js';
import { randomHex } from '../value/digest.js';
import { createInstance, isRunId } from './durable-start.js';
import { isOver } from './is-over.js';
import { Tasks } from './tasks.js';
import { withOwnTaskIds } from './task-ids.js';
import { WaitingTasks } from './waiting-tasks.js';
import { wake } from './wake.js';

/**
 * Starts runs so that they outlive the request that asked for them where they have to.
 *
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../run/run-request.js').RunRequest} RunRequest
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./durable-start.js').DurableStart} DurableStart
 * @typedef {import('./run-host.js').RunHost} RunHost
 */

/**
 * What became of a run within the request that asked for it. `stored` is false when the history
 * could not be written.
 *
 * - `ended`: it is over, or it should go on by itself and could not
 * - `waiting`: it met a wait of more than ten seconds, and goes on without the request
 * - `started`: it is durable, and goes on without the request
 *
 * @typedef {{ kind: 'ended', record: RunRecord, stored: boolean }
 *   | { kind: 'waiting', record: RunRecord, tasks: import('./tasks.js').Task[], stored: boolean }
 *   | { kind: 'started', runId: string, stored: boolean }} Started
 *
 * @typedef {object} More
 * @property {boolean} [record] false: only counts are kept
 * @property {number} [minute] the scheduled minute that the run holds, see room `cron`
 */

/** A run waits no longer than this within a request. RECIPE.md, section 9. */
const LONGEST_WAIT_MS = 10_000;

export class DurableRuns {
  #host;

  /** @param {RunHost} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * Runs a recipe: here, or where it is durable, on its own.
   *
   * @param {RunRequest} request
   * @param {More} [more]
   * @returns {Promise<Started>} rejected by a bug of the host
   */
  async run(request, more = {}) {
    if (request.recipe.durable) {
      return this.start(request, more);
    }
    const host = this.#host;
    const recorder = host.history.recorder({ record: more.record ?? true });
    const runner = new Runner({
      components: host.components,
      caller: withOwnTaskIds(host.caller),
      recipes: recallingFirst(host, request),
      recorder,
      keepAlive: host.keepAlive,
      clock: host.clock,
    });
    const waiting = new WaitingTasks();
    const run = runner.start({ ...request, longestWaitMs: LONGEST_WAIT_MS }, (event) => {
      if (event.kind === 'node_changed') {
        waiting.note(event.entry);
      }
    });
    const record = await run.done;
    if (record.status !== 'waiting') {
      return { kind: 'ended', record, stored: recorder.stored };
    }
    const events = recorder.past(run.id).map(eventJson);
    const tasks = waiting.all;
    const depth = 0;
    const { startedAtMs } = record;
    const start = this.#startOf(request, more, { runId: run.id, depth, startedAtMs, events });
    try {
      const known = await this.#handOver(start, tasks);
      return { kind: 'waiting', record, tasks, stored: recorder.stored && known };
    } catch (e) {
      const failed = failedToStart(record, e);
      await recorder.ended(failed);
      return { kind: 'ended', record: failed, stored: recorder.stored };
    }
  }

  /**
   * Starts a run that goes on without the request.
   *
   * @param {RunRequest} request
   * @param {More} [more]
   * @returns {Promise<Started>}
   */
  async start(request, more = {}) {
    const host = this.#host;
    const startedAtMs = host.clock();
    const stamp = new Date(startedAtMs).toISOString().replace(/[-:.Z]/g, '');
    const runId = `${stamp}-${randomHex(4)}`;
    const recorder = host.history.recorder({ record: more.record ?? true, byWorkflow: true });
    const { input, triggeredBy, scheduledAt } = request;
    const context = { runId, input, triggeredBy, scheduledAt, nonce: '', depth: 0 };
    await recorder.began(context, request, startedAtMs);
    const start = this.#startOf(request, more, { runId, depth: 0, startedAtMs, events: [] });
    try {
      await createInstance(host, start);
      return { kind: 'started', runId, stored: recorder.stored };
    } catch (e) {
      const record = failedToStart(emptyRecord(context, request, startedAtMs), e);
      await recorder.ended(record);
      return { kind: 'ended', record, stored: recorder.stored };
    }
  }

  /**
   * Gives a task its result, once, and lets its run go on.
   *
   * @param {string} taskId
   * @param {Json} result
   * @returns {Promise<import('./tasks.js').Settlement>} rejected when D1 is out of reach
   */
  async resume(taskId, result) {
    const settlement = await new Tasks(this.#host.database).settle(
      taskId,
      result,
      this.#host.clock(),
    );
    if (settlement.kind === 'settled') {
      await wake(this.#host, settlement.runId);
    }
    return settlement;
  }

  /**
   * Asks a durable run to end as cancelled. One that waits does at once; one at work when it looks
   * for such wishes, at the latest after as long again as it has worked, once its calls at work have
   * ended. One that ends before stays as it ended.
   *
   * @param {string} runId
   * @returns {Promise<boolean>} false where it is over, or no durable run
   */
  async cancel(runId) {
    if (!isRunId(runId) || (await isOver(this.#host, runId))) {
      return false;
    }
    await this.#host.database.change(
      `INSERT INTO durable_runs (run_id, cancelled_at) VALUES (?1, ?2)
        ON CONFLICT (run_id) DO UPDATE SET cancelled_at = ?2`,
      runId,
      this.#host.clock(),
    );
    await wake(this.#host, runId);
    return true;
  }

  /**
   * @param {DurableStart} start
   * @param {import('./tasks.js').Task[]} tasks
   * @returns {Promise<boolean>} whether its tasks are known already
   */
  async #handOver(start, tasks) {
    let known = true;
    try {
      if (tasks.length > 0) {
        const asking = new Tasks(this.#host.database);
        await this.#host.database.batch(asking.asking(start.runId, tasks, this.#host.clock()));
      }
    } catch (e) {
      // The instance does it again.
      known = false;
      console.error('Tasks could not be written:', e instanceof Error ? e.message : e);
    }
    await createInstance(this.#host, start);
    return known;
  }

  /**
   * @param {RunRequest} request
   * @param {More} more
   * @param {Pick<DurableStart, 'runId' | 'depth' | 'startedAtMs' | 'events'>} begun
   * @returns {DurableStart}
   */
  #startOf(request, { record = true, minute }, begun) {
    const { source, allowedHosts = [], input, triggeredBy, scheduledAt } = request;
    return {
      ...begun,
      instance: 1,
      source,
      allowedHosts,
      input,
      triggeredBy,
      ...(scheduledAt === undefined ? {} : { scheduledAt }),
      record,
      ...(minute === undefined ? {} : { minute }),
    };
  }
}

/**
 * Recipes that a run calls. What it hands them may show a credential that it asks for only later.
 *
 * @param {RunHost} host
 * @param {RunRequest} request
 * @returns {RunHost['recipes']}
 */
function recallingFirst(host, request) {
  return {
    async find(name) {
      await host.recall(request.source);
      const found = await host.recipes.find(name);
      if (found) {
        await host.recall(found.source);
      }
      return found;
    },
  };
}

/**
 * A run that has to go on by itself and can't.
 *
 * @param {RunRecord} record
 * @param {unknown} cause
 * @returns {RunRecord}
 */
function failedToStart(record, cause) {
  console.error('A durable run could not be started:', cause instanceof Error ? cause.message : cause);
  return {
    ...record,
    status: 'failed',
    error:
      'The run has to go on by itself, but Cloudflare Workflows did not take it. Try again in a minute; if it stays so, deploy again and check the limits of the account.',
    errorCode: 'DURABLE_UNAVAILABLE',
  };
}

/**
 * @param {import('../schedule/run-context.js').RunContext} context
 * @param {RunRequest} request
 * @param {number} startedAtMs
 * @returns {RunRecord}
 */
function emptyRecord({ runId, input }, request, startedAtMs) {
  return {
    runId,
    recipe: request.recipe.name,
    status: 'running',
    startedAtMs,
    durationMs: 0,
    input,
    data: undefined,
    error: undefined,
    errorCode: undefined,
    failedNode: undefined,
    failedItems: 0,
    trace: [],
  };
}
