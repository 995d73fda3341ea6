/**
 * A failure for the user: what happened, and what to do about it.
 *
 * @typedef {object} CallFailure
 * @property {import('./failure-code.js').FailureCode} code
 * @property {string} error one sentence or two, without secrets
 * @property {string} [hint] what to do
 */

/**
 * The failure as a part's result.
 *
 * @param {CallFailure} failure
 * @returns {import('../value/json.js').JsonObject}
 */
export function asResult({ code, error, hint }) {
  const result = { success: false, error, error_code: code };
  return hint === undefined ? result : { ...result, hint };
}
