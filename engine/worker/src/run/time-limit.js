/** The error code of a run that took longer than it may. */
export const TIME_LIMIT = 'RUN_TIME_LIMIT';

/**
 * How a run ends that took longer than it may.
 *
 * @param {number} longestRunMs
 */
export function tooLong(longestRunMs) {
  return {
    status: /** @type {const} */ ('failed'),
    error: `The run took longer than ${Math.floor(longestRunMs / 1000)} s and was ended. Split it, or deploy it as a durable recipe.`,
    errorCode: TIME_LIMIT,
  };
}
