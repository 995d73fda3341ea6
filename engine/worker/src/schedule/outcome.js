/**
 * How a run ended.
 *
 * @typedef {object} Outcome
 * @property {'succeeded' | 'failed' | 'cancelled'} status
 * @property {import('../value/json.js').Json | undefined} data the run result, undefined unless it
 *   succeeded
 * @property {string | undefined} error
 * @property {string | undefined} errorCode
 * @property {string | undefined} failedNode
 * @property {number} failedItems how many items of loops ended with a failure that nothing handled
 * @property {import('./trace-entry.js').TraceEntry[]} trace in topological order, iterations
 *   ascending
 */
export {};
