import { WORKERS } from '../platform/limits.js';
import { cursorText } from './cursor.js';
import { D1Recorder } from './d1-recorder.js';
import { HistoryException } from './history-exception.js';
import { LOST, runJson, summaryJson } from './run-rows.js';
import { BY_WORKFLOW } from './run-statements.js';

/**
 * The runs of this account in D1. Nothing in it is secret: results come here without credentials,
 * and placeholders without what makes them work. RECIPE.md, section 7.
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./cursor.js').Cursor} Cursor
 */

/**
 * What is kept of runs.
 *
 * @typedef {object} Keeping
 * @property {boolean} record false: nothing but counts
 * @property {boolean} byWorkflow a Workflows instance carries them, so none is lost; their events
 *   are kept too
 * @property {number} longestMs a run carried by a request that has no end so long after its start is
 *   lost
 * @property {number} [retentionMs] how long runs are kept; none: for ever
 * @property {(value: JsonObject[string]) => JsonObject[string]} clean takes out what must not be kept
 */

/**
 * @typedef {object} Query
 * @property {string} [recipe]
 * @property {string} [status]
 * @property {Cursor} [after]
 * @property {number} [limit]
 */

const MOST = 100;

/** How long it is remembered that something is over. */
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000;

/** The status as it is now: a run whose request is gone is lost. The time is the first value. */
const ROWS = `SELECT run_id, recipe, triggered_by, scheduled_at, started_at, duration_ms, input, data,
  error, error_code, failed_node, failed_items,
  CASE WHEN status = 'running' AND process LIKE 'until:%' AND CAST(substr(process, 7) AS INTEGER) < ?1
    THEN 'lost' ELSE status END AS status FROM runs`;

export class History {
  #database;
  #clock;

  /**
   * @param {import('./database.js').Database} database
   * @param {{ clock?: () => number, retentionMs?: number }} [settings]
   */
  constructor(database, { clock = Date.now, retentionMs } = {}) {
    this.#database = database;
    this.#clock = clock;
    this.retentionMs = retentionMs;
  }

  /**
   * Keeps runs, their sub-recipes' too. One for each run that is started.
   *
   * @param {Partial<Keeping>} [keeping]
   */
  recorder(keeping) {
    return new D1Recorder(this.#database, this.#clock, {
      record: true,
      byWorkflow: false,
      longestMs: WORKERS.scheduledMs,
      retentionMs: this.retentionMs,
      clean: (value) => value,
      ...keeping,
    });
  }

  /**
   * The newest runs, newest first, without traces.
   *
   * @param {Query} query
   * @returns {Promise<{ runs: JsonObject[], cursor?: string }>} with a cursor where there are more
   * @throws {HistoryException}
   */
  async list({ recipe, status, after, limit = 20 }) {
    const count = Math.min(Math.max(1, limit), MOST);
    const where = [
      ...(recipe === undefined ? [] : [{ sql: 'recipe = ?', values: [recipe] }]),
      ...(status === undefined ? [] : [{ sql: 'status = ?', values: [status] }]),
      ...(after ? [{ sql: '(started_at, run_id) < (?, ?)', values: [after.startedAtMs, after.runId] }] : []),
    ];
    const rows = await this.#rows(
      `SELECT * FROM (${ROWS}) ${where.length > 0 ? 'WHERE' : ''}
        ${where.map(({ sql }) => sql).join(' AND ')}
        ORDER BY started_at DESC, run_id DESC LIMIT ?`,
      this.#clock(),
      ...where.flatMap(({ values }) => values),
      count + 1,
    );
    const runs = rows.slice(0, count);
    const last = runs.at(-1);
    const given = runs.map((row) => summaryJson(row, this.#clock()));
    return rows.length > count
      ? { runs: given, cursor: cursorText({ startedAtMs: last.started_at, runId: last.run_id }) }
      : { runs: given };
  }

  /**
   * One run with its trace and what it waits for; undefined where there is none.
   *
   * @param {string} runId
   * @returns {Promise<JsonObject | undefined>}
   * @throws {HistoryException}
   */
  async find(runId) {
    const [[row], [trace], tasks] = await this.#batch([
      this.#database.statement(`SELECT * FROM (${ROWS}) WHERE run_id = ?2`, this.#clock(), runId),
      this.#database.statement('SELECT entry FROM trace WHERE run_id = ? ORDER BY seq', runId),
      this.#database.statement(
        'SELECT task_id, node FROM tasks WHERE run_id = ? AND settled_at IS NULL ORDER BY asked_at, node',
        runId,
      ),
    ]);
    return row && runJson(row, this.#clock(), trace?.entry, tasks);
  }

  /**
   * Each part that was called, as `{total_runs, success_rate, avg_duration_ms}` by its name.
   *
   * @returns {Promise<Map<string, JsonObject>>}
   * @throws {HistoryException}
   */
  async partStatistics() {
    const rows = await this.#rows('SELECT * FROM part_statistics ORDER BY part');
    return new Map(
      rows.map(({ part, runs, failures, duration_ms }) => [
        part,
        {
          total_runs: runs,
          success_rate: (runs - failures) / runs,
          avg_duration_ms: Math.round(duration_ms / runs),
        },
      ]),
    );
  }

  /**
   * What no run takes with it at its end: marks runs as lost, forgets runs that are too old and what
   * belongs to none. For the schedule, about once an hour.
   *
   * @throws {HistoryException}
   */
  async sweep() {
    const now = this.#clock();
    const oldest = this.retentionMs === undefined ? 0 : now - this.retentionMs;
    await this.#batch([
      this.#database.statement(
        `UPDATE runs SET status = 'lost', process = NULL, error_code = ?, error = ?
          WHERE status = 'running' AND process LIKE 'until:%'
          AND CAST(substr(process, 7) AS INTEGER) < ?`,
        LOST.errorCode,
        LOST.error,
        now,
      ),
      this.#database.statement(
        'DELETE FROM runs WHERE started_at < ? AND (process IS NULL OR process <> ?)',
        oldest,
        BY_WORKFLOW,
      ),
      this.#database.statement(
        'DELETE FROM sources WHERE sha256 NOT IN (SELECT source_sha256 FROM runs)',
      ),
      this.#database.statement('DELETE FROM tasks WHERE settled_at < ?', now - REMEMBERED_MS),
      this.#database.statement('DELETE FROM durable_runs WHERE ended_at < ?', now - REMEMBERED_MS),
      this.#database.statement('DELETE FROM scheduled WHERE minute < ?', now - REMEMBERED_MS),
    ]);
  }

  /**
   * @param {string} sql
   * @param {unknown[]} values
   */
  async #rows(sql, ...values) {
    const [rows] = await this.#batch([this.#database.statement(sql, ...values)]);
    return rows;
  }

  /**
   * @param {D1PreparedStatement[]} statements
   * @returns {Promise<any[][]>}
   */
  async #batch(statements) {
    try {
      return (await this.#database.batch(statements)).map((result) => result.results);
    } catch (e) {
      throw new HistoryException(e);
    }
  }
}

