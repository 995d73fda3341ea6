/**
 * What a run was. RECIPE.md, section 8.
 *
 * @typedef {object} RunRecord
 * @property {string} runId
 * @property {string} recipe the recipe's name
 * @property {'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled' | 'lost'} status lost: its
 *   host ended before the run did
 * @property {number} startedAtMs milliseconds since 1970 UTC
 * @property {number} durationMs from start to end, or to now while it goes on
 * @property {import('../value/json.js').Json} input
 * @property {import('../value/json.js').Json | undefined} data the run result; undefined unless it
 *   succeeded
 * @property {string | undefined} error
 * @property {string | undefined} errorCode
 * @property {string | undefined} failedNode
 * @property {number} failedItems how many items of loops ended with a failure that nothing handled
 * @property {import('../schedule/trace-entry.js').TraceEntry[]} trace
 */
export {};
