import { isObject } from '../value/json.js';
import { MAX_DEPTH, readJson } from '../value/json-reader.js';
import { readEvent } from './event-json.js';
import { HistoryException } from './history-exception.js';
import { isCutValue } from './stored-size.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * All that a run follows from.
 *
 * @typedef {object} StoredRun
 * @property {string} source the recipe's text as it was
 * @property {Omit<import('../schedule/run-context.js').RunContext, 'nonce'>} context whoever restores
 *   the run draws a new nonce
 * @property {import('../run/run-loop.js').Past} past
 *
 * @typedef {Record<string, string | number | null>} Row
 */

/** Records hold results as deep as results may be, some levels down. */
const STORED_DEPTH = MAX_DEPTH + 20;

const NEWEST = `SELECT run_id, recipe, status, started_at, duration_ms FROM runs
  WHERE (?1 IS NULL OR recipe = ?1) AND (?2 IS NULL OR status = ?2)
    AND (?3 IS NULL OR (started_at, run_id) < (?3, ?4))
  ORDER BY started_at DESC, run_id DESC LIMIT ?5`;

/** Reads the history. */
export class HistoryReader {
  #database;

  /** @param {D1Database} database with the tables of `engine/schema/history.sql` */
  constructor(database) {
    this.#database = database;
  }

  /**
   * The newest runs, newest first, `{run_id, recipe, status, started_at, duration_ms}` each.
   *
   * @param {number} count
   * @param {{ recipe?: string, status?: string, cursor?: string }} [which] `cursor` goes on where an
   *   answer ended
   * @returns {Promise<{ runs: JsonObject[], cursor: string | undefined }>}
   * @throws {HistoryException} when the cursor is none
   */
  async newest(count, { recipe, status, cursor } = {}) {
    const [, startedAt, runId] = /^(\d{1,16})~(.+)$/.exec(cursor ?? '') ?? [];
    if (cursor !== undefined && runId === undefined) {
      throw new HistoryException('The cursor is not one that this list gave.');
    }
    const at = startedAt === undefined ? null : Number(startedAt);
    const rows = await this.#all(NEWEST, recipe ?? null, status ?? null, at, runId ?? null, count);
    const last = rows.length === count ? rows.at(-1) : undefined;
    return { runs: rows.map(summary), cursor: last && `${last.started_at}~${last.run_id}` };
  }

  /**
   * The whole record with its trace as RECIPE.md, 8 has it, or undefined where there is no such run.
   *
   * @param {string} runId
   * @returns {Promise<JsonObject | undefined>}
   */
  async find(runId) {
    const [row] = await this.#all('SELECT * FROM runs WHERE run_id = ?', runId);
    if (!row) {
      return undefined;
    }
    const entries = await this.#all('SELECT entry FROM trace WHERE run_id = ? ORDER BY seq', runId);
    return {
      ...summary(row),
      input: value(row.input),
      ...(row.data === null ? {} : { data: value(row.data) }),
      ...given(row, ['error', 'error_code', 'failed_node']),
      ...(row.failed_items ? { failed_items: row.failed_items } : {}),
      trace: entries.map(({ entry }) => value(entry)),
    };
  }

  /**
   * What a waiting run is restored from, or undefined where there is no such run.
   *
   * @param {string} runId
   * @returns {Promise<StoredRun | undefined>}
   * @throws {HistoryException} when its input was too long to be kept
   */
  async stored(runId) {
    const [row] = await this.#all(
      'SELECT * FROM runs JOIN sources ON sha256 = source_sha256 WHERE run_id = ?',
      runId,
    );
    if (!row) {
      return undefined;
    }
    const input = value(row.input);
    if (isCutValue(input)) {
      throw new HistoryException(`The input of run ${runId} was too long to be kept.`);
    }
    const events = await this.#all('SELECT event FROM events WHERE run_id = ? ORDER BY seq', runId);
    return {
      source: String(row.source),
      context: {
        runId,
        input,
        triggeredBy: String(row.triggered_by),
        scheduledAt: row.scheduled_at === null ? undefined : String(row.scheduled_at),
        depth: Number(row.depth),
      },
      past: {
        startedAtMs: Number(row.started_at),
        events: events.map(({ event }) => readEvent(object(event))),
      },
    };
  }

  /**
   * What the run's calls logged and asked of the host, `{call, attempt, …}` each.
   *
   * @param {string} runId
   * @returns {Promise<JsonObject[]>}
   */
  async reports(runId) {
    const rows = await this.#all(
      'SELECT call_key, attempt, report FROM reports WHERE run_id = ? ORDER BY call_key, attempt',
      runId,
    );
    return rows.map(({ call_key: call, attempt, report }) => ({
      call,
      attempt,
      ...object(report),
    }));
  }

  /**
   * @param {string} sql
   * @param {...(string | number | null)} values
   * @returns {Promise<Row[]>}
   */
  async #all(sql, ...values) {
    const { results } = await this.#database.prepare(sql).bind(...values).all();
    return /** @type {Row[]} */ (results);
  }
}

/** @param {Row} row @returns {JsonObject} */
function summary(row) {
  return {
    run_id: row.run_id,
    recipe: row.recipe,
    status: row.status,
    started_at: new Date(Number(row.started_at)).toISOString(),
    duration_ms: row.duration_ms,
  };
}

/** The columns that hold something. @param {Row} row @param {string[]} names */
function given(row, names) {
  return Object.fromEntries(
    names.filter((name) => row[name] !== null).map((name) => [name, row[name]]),
  );
}

/** @param {string | number | null} column */
function value(column) {
  return readJson(String(column), STORED_DEPTH);
}

/** @param {string | number | null} column */
function object(column) {
  const read = value(column);
  if (!isObject(read)) {
    throw new HistoryException('The history holds no object where one belongs.');
  }
  return read;
}
