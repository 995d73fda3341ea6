import { runRecordJson } from './run-record-json.js';
import { called, TEST } from './run-request.js';

/**
 * @typedef {import('./run-record.js').RunRecord} RunRecord
 * @typedef {import('./run-request.js').RunRequest} RunRequest
 * @typedef {import('./runner.js').Runner} Runner
 */

/** `triggeredBy` of such a run. */
export const TRIGGER = 'on_failure';

/**
 * Starts the recipe that gets the record of a failed run (`on_failure`), where there is one. Its own
 * failure is only recorded, and a saved run that is run as a test tells nobody.
 *
 * @param {Runner} runner
 * @param {RunRequest} request of the failed run
 * @param {RunRecord} record
 */
export function runFailureRecipe(runner, request, record) {
  const name = request.recipe.onFailure;
  if (name !== undefined && isTold(request, record)) {
    runner.keepAlive(tell(runner, request, record, name));
  }
}

/**
 * Whether anybody is told of how a run ended.
 *
 * @param {RunRequest} request
 * @param {RunRecord} record
 */
export function isTold(request, record) {
  const { triggeredBy } = request;
  return record.status === 'failed' && triggeredBy !== TRIGGER && triggeredBy !== TEST;
}

/**
 * @param {Runner} runner
 * @param {RunRequest} request
 * @param {RunRecord} record
 * @param {string} name
 */
async function tell(runner, request, record, name) {
  const found = await runner.recipes.find(name);
  if (found) {
    await runner.start(called(request, found, runRecordJson(record), TRIGGER)).done;
  }
}
