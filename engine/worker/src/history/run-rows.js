/**
 * Rows of runs as JSON for callers. RECIPE.md, section 8.
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const GOING_ON = ['running', 'waiting'];

/** What is said of a run whose request is gone. */
export const LOST = Object.freeze({
  error:
    'The Worker was stopped before the run came to its end: it took too long or too much. Run it again, or set `durable: true`.',
  errorCode: 'LOST',
});

/**
 * @param {any} row of `runs`
 * @param {number} nowMs
 * @returns {JsonObject}
 */
export function summaryJson(row, nowMs) {
  const lost = row.status === 'lost';
  const error = row.error ?? (lost ? LOST.error : null);
  const errorCode = row.error_code ?? (lost ? LOST.errorCode : null);
  return {
    run_id: row.run_id,
    recipe: row.recipe,
    status: row.status,
    triggered_by: row.triggered_by,
    ...(row.scheduled_at === null ? {} : { scheduled_at: row.scheduled_at }),
    started_at: timeOf(row.started_at),
    duration_ms: GOING_ON.includes(row.status)
      ? Math.max(0, nowMs - row.started_at)
      : (row.duration_ms ?? 0),
    ...(error === null ? {} : { error }),
    ...(errorCode === null ? {} : { error_code: errorCode }),
    ...(row.failed_node === null ? {} : { failed_node: row.failed_node }),
    ...(row.failed_items === 0 ? {} : { failed_items: row.failed_items }),
  };
}

/**
 * @param {any} row of `runs`
 * @param {number} nowMs
 * @param {string | undefined} trace
 * @param {{ task_id: string, node: string }[]} tasks
 * @returns {JsonObject}
 */
export function runJson(row, nowMs, trace, tasks) {
  const { entries = [], ...cut } = Object(trace === undefined ? {} : valueOf(trace));
  return {
    ...summaryJson(row, nowMs),
    input: valueOf(row.input),
    ...(row.data === null ? {} : { data: valueOf(row.data) }),
    ...(tasks.length === 0 || !GOING_ON.includes(row.status) ? {} : { tasks }),
    trace: entries,
    ...cut,
  };
}

/** Null where the row was damaged: what is left of it is still told. @param {number} ms */
function timeOf(ms) {
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Null where the row was damaged. @param {string} text */
function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
