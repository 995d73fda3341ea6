import { DEPTH_LIMIT } from './failures.js';

/** @typedef {import('../recipe/node-run.js').Retry} Retry */

/** No wait is longer: a day. */
const LONGEST_DELAY_MS = 86_400_000;

/**
 * When a failed call is made again. RECIPE.md, section 5. A recipe that calls itself would be tried
 * again on every level, and no try could end otherwise.
 *
 * @param {Retry} retry
 * @param {number} attempt
 * @param {import('./result-rules.js').Failure} failure
 */
export function isTriedAgain(retry, attempt, failure) {
  const { attempts, on } = retry;
  return (
    attempt < attempts &&
    failure.code !== DEPTH_LIMIT &&
    (on.length === 0 || on.includes(failure.code))
  );
}

/**
 * The wait before the call after `attempt`, in milliseconds: `delay_ms`, then each time `factor`
 * longer, multiplied step by step so that both hosts round alike.
 *
 * @param {Retry} retry
 * @param {number} attempt
 */
export function retryDelayMs(retry, attempt) {
  let delay = Math.max(0, retry.delayMs);
  for (let i = 1; i < attempt && delay < LONGEST_DELAY_MS; i++) {
    delay *= retry.factor;
  }
  return Math.trunc(Math.max(0, Math.min(delay, LONGEST_DELAY_MS)));
}
