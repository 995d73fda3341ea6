import { asResult, PART_FAILED } from './result-rules.js';

/**
 * What a `call_recipe` gives its node once the other recipe's run has come to its end.
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./outcome.js').Outcome} Outcome
 */

/**
 * `{success: true, data, run_id}` with the run's result as data, or `{success: false, error,
 * error_code, failed_node?, run_id}`.
 *
 * @param {string} recipe
 * @param {string} runId
 * @param {Pick<Outcome, 'status' | 'data' | 'error' | 'errorCode' | 'failedNode'>} outcome
 * @returns {JsonObject}
 */
export function subRecipeResult(recipe, runId, outcome) {
  switch (outcome.status) {
    case 'succeeded':
      return { success: true, data: outcome.data ?? null, run_id: runId };
    case 'failed':
      return { ...failed(recipe, outcome), run_id: runId };
    case 'cancelled': {
      const error = `Recipe \`${recipe}\` was cancelled.`;
      return { ...asResult({ error, code: 'CANCELLED' }), run_id: runId };
    }
  }
}

/**
 * For a run that is not waited for: `{success: true, data: {run_id}}`.
 *
 * @param {string} runId
 * @returns {JsonObject}
 */
export function subRecipeStarted(runId) {
  return { success: true, data: { run_id: runId } };
}

/**
 * @param {string} recipe
 * @param {Pick<Outcome, 'error' | 'errorCode' | 'failedNode'>} outcome
 */
function failed(recipe, { error, errorCode, failedNode }) {
  const where = failedNode === undefined ? '' : ` at node \`${failedNode}\``;
  const result = asResult({
    error: `Recipe \`${recipe}\` failed${where}: ${error ?? null}`,
    code: errorCode ?? PART_FAILED,
  });
  return failedNode === undefined ? result : { ...result, failed_node: failedNode };
}
