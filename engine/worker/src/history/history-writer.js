import { traceEntryJson } from '../run/run-record-json.js';
import { keyText } from '../schedule/call-key.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
import { callReportJson } from './call-report-json.js';
import { eventJson } from './event-json.js';
import { storedTrace, storedValue } from './stored-size.js';

/**
 * Writes the history: one batch when a run begins, one when it ends or is left waiting. Rows of a
 * kind are one statement, so that a run of any length stays within the queries a request may make.
 * A run's events are kept while it waits: it is restored from them.
 *
 * @implements {RunRecorder}
 *
 * @typedef {import('../run/run-recorder.js').RunRecorder} RunRecorder
 */
export class HistoryWriter {
  #database;
  /** What happened since it was last written, by run. @type {Map<string, Unwritten>} */
  #unwritten = new Map();

  /** @param {D1Database} database with the tables of `engine/schema/history.sql` */
  constructor(database) {
    this.#database = database;
  }

  /** @type {RunRecorder['began']} */
  async began(context, { recipe, source }, atMs) {
    const digest = await sha256(source);
    await this.#database.batch([
      this.#statement('INSERT OR IGNORE INTO sources VALUES (?, ?)', digest, source),
      this.#statement(
        `INSERT INTO runs (run_id, recipe, source_sha256, status, triggered_by, scheduled_at, depth,
           started_at, input) VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?)`,
        context.runId,
        recipe.name,
        digest,
        context.triggeredBy,
        context.scheduledAt ?? null,
        context.depth,
        atMs,
        storedValue(context.input),
      ),
    ]);
  }

  /** @type {RunRecorder['happened']} */
  happened(runId, event) {
    this.#of(runId).events.push(compact(eventJson(event)));
  }

  /** @type {RunRecorder['reported']} */
  reported(runId, key, attempt, report) {
    const text = compact(callReportJson(report));
    this.#of(runId).reports.push([keyText(key), attempt, text]);
  }

  /** @type {RunRecorder['ended']} */
  async ended(record) {
    const { events, reports } = this.#of(record.runId);
    this.#unwritten.delete(record.runId);
    const id = record.runId;
    await this.#database.batch([
      this.#statement(
        `UPDATE runs SET status = ?, duration_ms = ?, data = ?, error = ?, error_code = ?,
           failed_node = ?, failed_items = ? WHERE run_id = ?`,
        record.status,
        record.durationMs,
        record.data === undefined ? null : storedValue(record.data),
        record.error ?? null,
        record.errorCode ?? null,
        record.failedNode ?? null,
        record.failedItems,
        id,
      ),
      this.#statement('DELETE FROM trace WHERE run_id = ?', id),
      this.#statement(
        'INSERT INTO trace SELECT ?, key, value FROM json_each(?)',
        id,
        compact(storedTrace(record.trace.map(traceEntryJson))),
      ),
      this.#statement(
        `INSERT OR REPLACE INTO reports
           SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
        id,
        compact(reports),
      ),
      record.status === 'waiting'
        ? this.#statement(
            `INSERT INTO events SELECT ?1, key + (SELECT count(*) FROM events WHERE run_id = ?1),
               value FROM json_each(?2)`,
            id,
            compact(events),
          )
        : this.#statement('DELETE FROM events WHERE run_id = ?', id),
    ]);
  }

  /**
   * @typedef {object} Unwritten
   * @property {string[]} events as JSON texts
   * @property {[call: string, attempt: number, report: string][]} reports
   */

  /** @param {string} runId @returns {Unwritten} */
  #of(runId) {
    const known = this.#unwritten.get(runId) ?? { events: [], reports: [] };
    this.#unwritten.set(runId, known);
    return known;
  }

  /**
   * @param {string} sql
   * @param {...(string | number | null)} values
   */
  #statement(sql, ...values) {
    return this.#database.prepare(sql).bind(...values);
  }
}

/** In hexadecimal. @param {string} text */
async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
