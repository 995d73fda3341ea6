/**
 * A failure result that the host itself gives. RECIPE.md, section 5.
 *
 * @param {string} code
 * @param {string} error
 * @param {string} hint
 * @returns {import('../value/json.js').JsonObject}
 */
export function failureResult(code, error, hint) {
  return { success: false, error, error_code: code, hint };
}
