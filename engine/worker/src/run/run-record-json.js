import { put } from '../value/json.js';

/**
 * Run records as both hosts write them. RECIPE.md, section 8.
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./run-record.js').RunRecord} RunRecord
 */

/** The whole record with its trace. @param {RunRecord} record @returns {JsonObject} */
export function runRecordJson(record) {
  return {
    ...runSummaryJson(record),
    input: record.input,
    ...present({
      data: record.data,
      error: record.error,
      error_code: record.errorCode,
      failed_node: record.failedNode,
      failed_items: record.failedItems || undefined,
    }),
    trace: record.trace.map(traceEntryJson),
  };
}

/** Identity, status and times. @param {RunRecord} record @returns {JsonObject} */
export function runSummaryJson(record) {
  return {
    run_id: record.runId,
    recipe: record.recipe,
    status: record.status,
    started_at: new Date(record.startedAtMs).toISOString(),
    duration_ms: record.durationMs,
  };
}

/**
 * One entry of the trace.
 *
 * @param {import('../schedule/trace-entry.js').TraceEntry} entry
 * @returns {JsonObject}
 */
export function traceEntryJson(entry) {
  const { iteration, node } = entry.key;
  return {
    node,
    part: entry.part,
    status: entry.status,
    attempt: entry.attempt,
    ...present({ iteration: iteration.length > 0 ? iteration : undefined }),
    started_ms: entry.startedMs,
    duration_ms: entry.durationMs,
    ...present({
      input: entry.input,
      output: entry.output,
      error: entry.error,
      error_code: entry.errorCode,
      unresolved: entry.unresolved.length > 0 ? entry.unresolved : undefined,
    }),
  };
}

/** The members that have a value. @param {Record<string, Json | undefined>} members */
function present(members) {
  /** @type {JsonObject} */
  const given = {};
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined) {
      put(given, name, value);
    }
  }
  return given;
}
