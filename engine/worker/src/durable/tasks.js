import { compact } from '../value/json-writer.js';
import { randomHex } from '../value/digest.js';
import { Payloads } from './payloads.js';
import { isTaskId } from './task-ids.js';

/**
 * What waiting runs wait for.
 *
 * @typedef {import('../value/json.js').Json} Json
 *
 * @typedef {object} Task
 * @property {string} taskId
 * @property {string} node node and iteration, for people
 */

/**
 * What became of a result for a task.
 *
 * - `settled`: its run goes on with it
 * - `over`: it has a result already, or its run is over
 * - `unknown`: there is no such task
 *
 * @typedef {{ kind: 'settled' | 'over', runId: string } | { kind: 'unknown' }} Settlement
 */

export class Tasks {
  #database;
  #payloads;

  /** @param {import('../history/database.js').Database} database */
  constructor(database) {
    this.#database = database;
    this.#payloads = new Payloads(database);
  }

  /**
   * Statements that make tasks known. One that is known stays as it is.
   *
   * @param {string} runId
   * @param {Task[]} tasks
   * @param {number} atMs
   */
  asking(runId, tasks, atMs) {
    return tasks.map(({ taskId, node }) =>
      this.#database.statement(
        'INSERT OR IGNORE INTO tasks (task_id, run_id, node, asked_at) VALUES (?, ?, ?, ?)',
        taskId,
        runId,
        node,
        atMs,
      ),
    );
  }

  /**
   * Gives a task its result, once.
   *
   * @param {string} taskId
   * @param {Json} result
   * @param {number} atMs
   * @returns {Promise<Settlement>}
   */
  async settle(taskId, result, atMs) {
    const [task] = isTaskId(taskId)
      ? await this.#database.rows('SELECT run_id, settled_at FROM tasks WHERE task_id = ?', taskId)
      : [];
    if (!task) {
      return { kind: 'unknown' };
    }
    const runId = task.run_id;
    if (task.settled_at !== null) {
      return { kind: 'over', runId };
    }
    const payloadId = `task:${taskId}:${randomHex(8)}`;
    const results = await this.#database.batch([
      ...this.#payloads.keeping(payloadId, runId, compact(result)),
      this.#database.statement(
        'UPDATE tasks SET settled_at = ?, payload_id = ? WHERE task_id = ? AND settled_at IS NULL',
        atMs,
        payloadId,
        taskId,
      ),
      this.#database.statement(
        "UPDATE runs SET status = 'running' WHERE run_id = ? AND status = 'waiting'",
        runId,
      ),
    ]);
    if (results[results.length - 2].meta.changes === 0) {
      await this.#payloads.forget(payloadId);
      return { kind: 'over', runId };
    }
    return { kind: 'settled', runId };
  }

  /**
   * The results that were given to a run's tasks.
   *
   * @param {string} runId
   * @returns {Promise<{ taskId: string, payloadId: string }[]>} in the order given
   */
  async settled(runId) {
    const rows = await this.#database.rows(
      `SELECT task_id, payload_id FROM tasks WHERE run_id = ? AND payload_id IS NOT NULL
        ORDER BY settled_at, task_id`,
      runId,
    );
    return rows.map(({ task_id, payload_id }) => ({ taskId: task_id, payloadId: payload_id }));
  }

  /**
   * The statement that settles what is left when a run ends.
   *
   * @param {string} runId
   * @param {number} atMs
   */
  closing(runId, atMs) {
    return this.#database.statement(
      'UPDATE tasks SET settled_at = ? WHERE run_id = ? AND settled_at IS NULL',
      atMs,
      runId,
    );
  }
}
