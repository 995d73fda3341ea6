import { sha256Hex } from '../value/digest.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
import { partCounts } from './part-counts.js';
import { storedTrace, TRACE_BYTES } from './stored-trace.js';
import { CODE_BYTES, stored, storedText } from './stored-value.js';

/**
 * What is written of a run. Nothing here looks at the clock or waits for the database.
 *
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../run/run-request.js').RunRequest} RunRequest
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('../schedule/run-context.js').RunContext} RunContext
 * @typedef {import('./database.js').Database} Database
 */

/**
 * What is known of a run from its start on.
 *
 * @typedef {object} Begun
 * @property {RunContext} context
 * @property {RunRequest} request
 * @property {number} startedAtMs
 */

/** `process` of a run that a Workflows instance carries. */
export const BY_WORKFLOW = 'workflow';

/**
 * `process` of a run that a request carries, lost when it has no end by then.
 *
 * @param {number} ms
 */
export function until(ms) {
  return `until:${ms}`;
}

/**
 * @param {Database} database
 * @param {Begun} begun
 * @param {string} process
 */
export async function beginning(database, begun, process) {
  const { context, request, startedAtMs } = begun;
  const digest = await sha256Hex(request.source);
  return [
    database.statement('INSERT OR IGNORE INTO sources VALUES (?, ?)', digest, request.source),
    database.statement(
      `INSERT OR IGNORE INTO runs (run_id, recipe, source_sha256, status, triggered_by, scheduled_at,
        depth, process, started_at, input) VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?)`,
      context.runId,
      request.recipe.name,
      digest,
      context.triggeredBy,
      context.scheduledAt ?? null,
      context.depth,
      process,
      startedAtMs,
      compact(stored(context.input).value),
    ),
  ];
}

/**
 * The row of a run that has ended or waits, also where its beginning could not be written.
 *
 * @param {Database} database
 * @param {Begun} begun
 * @param {RunRecord} record
 */
export async function standing(database, begun, record) {
  const trace = storedTrace(record.trace);
  const process = record.status === 'waiting' ? BY_WORKFLOW : null;
  return [
    ...(await beginning(database, begun, BY_WORKFLOW)),
    database.statement(
      `UPDATE runs SET status = ?, duration_ms = ?, input = ?, data = ?, error = ?,
        error_code = ?, failed_node = ?, failed_items = ?, process = ? WHERE run_id = ?`,
      record.status,
      record.durationMs,
      compact(stored(record.input).value),
      record.data === undefined ? null : compact(stored(record.data).value),
      record.error === undefined ? null : storedText(record.error),
      record.errorCode === undefined ? null : storedText(record.errorCode, CODE_BYTES),
      record.failedNode ?? null,
      record.failedItems,
      process,
      record.runId,
    ),
    database.statement(
      'INSERT OR REPLACE INTO trace VALUES (?, 0, ?)',
      record.runId,
      compact({
        entries: trace.entries,
        ...(trace.truncated ? { truncated: true, omitted: trace.omitted } : {}),
      }),
    ),
  ];
}

/**
 * The events of a run, in one row. None where they are too many: half of them replay nothing.
 *
 * @param {Database} database
 * @param {string} runId
 * @param {JsonObject[]} events as they are stored
 */
export function happening(database, runId, events) {
  const text = compact(events);
  return text.length > TRACE_BYTES || encodeUtf8(text).length > TRACE_BYTES
    ? []
    : [database.statement('INSERT OR REPLACE INTO events VALUES (?, 0, ?)', runId, text)];
}

/**
 * @param {Database} database
 * @param {RunRecord} record
 */
export function counting(database, record) {
  const counts = partCounts(record.trace);
  return Object.keys(counts).length === 0
    ? []
    : [
        database.statement(
          `INSERT INTO part_statistics
            SELECT key, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
            ON CONFLICT (part) DO UPDATE SET runs = runs + excluded.runs,
              failures = failures + excluded.failures,
              duration_ms = duration_ms + excluded.duration_ms`,
          compact(counts),
        ),
      ];
}

/**
 * A run of which nothing else is kept.
 *
 * @param {Database} database
 * @param {RunRecord} record
 */
export function onlyCounting(database, record) {
  return database.statement(
    `INSERT INTO run_counts VALUES (?, ?, 1, ?) ON CONFLICT (recipe, status)
      DO UPDATE SET runs = runs + 1, duration_ms = duration_ms + excluded.duration_ms`,
    record.recipe,
    record.status,
    record.durationMs,
  );
}

/**
 * Forgets a few runs that are older than they are kept. Each run that ends takes some with it, so
 * that none has to take many.
 *
 * @param {Database} database
 * @param {number} beforeMs
 */
export function forgetting(database, beforeMs) {
  return database.statement(
    `DELETE FROM runs WHERE run_id IN (SELECT run_id FROM runs WHERE started_at < ?
      AND (process IS NULL OR process <> ?) ORDER BY started_at LIMIT 5)`,
    beforeMs,
    BY_WORKFLOW,
  );
}
