/**
 * One execution of a node. RECIPE.md, section 8. `handled`: failed, and an edge was taken.
 *
 * @typedef {object} TraceEntry
 * @property {import('./call-key.js').CallKey} key
 * @property {string} part
 * @property {'running' | 'succeeded' | 'failed' | 'skipped' | 'handled' | 'waiting'} status
 * @property {number} attempt
 * @property {number} startedMs milliseconds since the run began
 * @property {number} durationMs
 * @property {import('../value/json.js').Json | undefined} input
 * @property {import('../value/json.js').Json | undefined} output the whole result, or undefined
 *   while it runs
 * @property {string | undefined} error
 * @property {string | undefined} errorCode
 * @property {string[]} unresolved references that were left out
 */
export {};
