/**
 * What to run.
 *
 * @typedef {object} RunRequest
 * @property {import('../recipe/recipe.js').Recipe} recipe
 * @property {string} source the recipe's text, kept with the record so that the run can be replayed
 *   after the recipe changed
 * @property {import('../value/json.js').Json} input
 * @property {string} triggeredBy `manual`, `api`, `cron`, `webhook`, `subflow`, `on_failure` or
 *   `test`
 * @property {string} [scheduledAt] ISO 8601 time of the schedule that asked for it
 * @property {string[]} [allowedHosts] hosts this run may reach besides those that every run may
 * @property {boolean} [record] false: nothing is kept of it but counts
 * @property {number} [longestWaitMs] a run in which nothing goes on for longer than that ends here,
 *   with a record whose status is `waiting`; `Runner.restore` goes on with it. Else it stays
 * @property {AbortSignal} [signal] cancels the run
 */

/** `triggeredBy` of a saved run that is run as a test. */
export const TEST = 'test';

/**
 * Another recipe that a run asks for: it may do what that one may, and what it may itself.
 *
 * @param {RunRequest} request
 * @param {import('./recipe-source.js').Found} found
 * @param {import('../value/json.js').Json} input
 * @param {string} triggeredBy
 * @returns {RunRequest}
 */
export function called(request, found, input, triggeredBy) {
  return {
    recipe: found.recipe,
    source: found.source,
    input,
    triggeredBy,
    allowedHosts: [...(request.allowedHosts ?? []), ...(found.allowedHosts ?? [])],
    record: found.record !== false,
  };
}
