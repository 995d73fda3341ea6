import { Claims } from '../cron/claims.js';
import { called } from '../run/run-request.js';
import { runRecordJson } from '../run/run-record-json.js';
import { sha256Hex } from '../value/digest.js';
import { isTold, TRIGGER } from '../run/failure-recipe.js';
import { startRun } from './durable-start.js';
import { leavingOutcome } from './sub-runs.js';
import { Tasks } from './tasks.js';
import { wake } from './wake.js';

/**
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('./durable-start.js').DurableStart} DurableStart
 * @typedef {import('./run-host.js').RunHost} RunHost
 * @typedef {import('./steps.js').Steps} Steps
 */

/** What a durable run leaves: its record, and word to those who wait for it. */
export class DurableEnd {
  #host;
  #start;
  #begun;

  /**
   * @param {RunHost} host
   * @param {DurableStart} start
   * @param {import('../history/run-statements.js').Begun} begun
   */
  constructor(host, start, begun) {
    this.#host = host;
    this.#start = start;
    this.#begun = begun;
  }

  /**
   * Writes how the run stands, and what else goes with it.
   *
   * @param {Steps} steps
   * @param {string} name
   * @param {RunRecord} record
   * @param {Event[]} events
   * @param {D1PreparedStatement[]} statements
   */
  async write(steps, name, record, events, statements) {
    await this.#tried(steps, name, async () => {
      if (statements.length > 0) {
        await this.#host.database.batch(statements);
      }
      const recorder = this.#host.history.recorder({
        byWorkflow: true,
        record: this.#start.record,
      });
      recorder.goesOn(this.#begun, events);
      await recorder.ended(record);
      if (!recorder.stored) {
        throw new Error('the run history could not be written');
      }
    });
  }

  /**
   * @param {Steps} steps
   * @param {RunRecord} record
   * @param {Event[]} events
   */
  async take(steps, record, events) {
    const { runId, minute } = this.#start;
    const { database, clock } = this.#host;
    const tasks = new Tasks(database);
    await this.write(steps, 'record end', record, events, [
      tasks.closing(runId, clock()),
      ...leavingOutcome(this.#host, this.#start, record),
      ...(minute === undefined
        ? []
        : [new Claims(database).freeing(record.recipe, minute)]),
    ]);
    await this.#tried(steps, 'tell', () => this.#tell(record));
    await this.#tried(steps, 'forget', () => this.#forget());
  }

  /** Whether the end of the run left nothing of what it was made of. */
  async isForgotten() {
    const rows = await this.#host.database.rows(
      'SELECT 1 FROM durable_runs WHERE run_id = ? AND ended_at IS NOT NULL',
      this.#start.runId,
    );
    return rows.length > 0;
  }

  /** @param {RunRecord} record */
  async #tell(record) {
    if (this.#start.parent !== undefined) {
      await wake(this.#host, this.#start.parent);
    }
    const { request } = this.#begun;
    const name = request.recipe.onFailure;
    const found =
      name !== undefined && isTold(request, record)
        ? await this.#host.recipes.find(name)
        : undefined;
    if (found) {
      const told = called(request, found, runRecordJson(record), TRIGGER);
      const digest = await sha256Hex(`${record.runId}\n${TRIGGER}`);
      await startRun(this.#host, told, {
        runId: `${record.runId.slice(0, 18)}-${digest.slice(0, 16)}`,
        depth: 0,
        record: this.#start.record && told.record !== false,
      });
    }
  }

  async #forget() {
    const { runId } = this.#start;
    const { database, clock } = this.#host;
    const forgotten = await database.change('DELETE FROM payloads WHERE run_id = ?', runId);
    if (forgotten > 0) {
      await database.change(
        `INSERT INTO durable_runs (run_id, ended_at) VALUES (?1, ?2)
          ON CONFLICT (run_id) DO UPDATE SET ended_at = ?2`,
        runId,
        clock(),
      );
    }
  }

  /**
   * What can't be done after many tries is left: the run itself is over.
   *
   * @param {Steps} steps
   * @param {string} name
   * @param {() => Promise<void>} work
   */
  async #tried(steps, name, work) {
    try {
      await steps.take(name, 'write', async () => {
        await work();
        return '';
      });
    } catch (e) {
      console.error(`A durable run could not ${name}:`, e instanceof Error ? e.message : e);
    }
  }
}
