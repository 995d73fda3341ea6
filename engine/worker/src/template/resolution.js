/**
 * Parameters with their references replaced.
 *
 * @typedef {object} Resolution
 * @property {import('../value/json.js').JsonObject} value the parameters; what could not be
 *   resolved is left out
 * @property {string[]} unresolved references that were left out, each once, in order
 * @property {import('./unresolved.js').Unresolved | undefined} failure the first thing that makes
 *   the parameters unusable
 */
export {};
