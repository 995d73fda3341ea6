import { keyText } from '../schedule/call-key.js';

/** The error code of a run that took longer than it may. */
export const TIME_LIMIT = 'RUN_TIME_LIMIT';

/**
 * @typedef {object} TooLong
 * @property {'failed'} status
 * @property {string} error
 * @property {string} errorCode
 */

/**
 * How a run ends that took longer than it may.
 *
 * @param {number} longestRunMs
 * @returns {TooLong}
 */
export function tooLong(longestRunMs) {
  return {
    status: 'failed',
    error: `The run took longer than ${Math.floor(longestRunMs / 1000)} s and was ended. Split it, or deploy it as a durable recipe.`,
    errorCode: TIME_LIMIT,
  };
}

/**
 * How a run ends in which a node waits longer than the run may take.
 *
 * @param {import('../schedule/call-key.js').CallKey} key
 * @param {number} delayMs
 * @param {number} longestRunMs
 * @returns {TooLong}
 */
export function waitsTooLong(key, delayMs, longestRunMs) {
  return {
    status: 'failed',
    error: `\`${keyText(key)}\` waits ${Math.floor(delayMs / 1000)} s, but a run here lasts ${Math.floor(longestRunMs / 1000)} s at most. Deploy the recipe with \`durable: true\`.`,
    errorCode: TIME_LIMIT,
  };
}
