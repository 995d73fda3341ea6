import { get, isObject } from '../value/json.js';
import { CodeFailure } from './code-failure.js';
import { HARD_CAP } from './limits.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 */

/**
 * What one call of the part `code` may use, from its parameter `limits`.
 *
 * @typedef {object} CodeLimits
 * @property {number} ticks how far the interpreter may go; a tick is about a turn of a loop or a
 *   call, and is the same on every host
 * @property {number} memoryMiB memory for JavaScript values
 * @property {number} outputBytes length of the result as JSON
 */

export const USUAL_TICKS = 20_000_000;

/** About 5 s of computing in V8, half a minute on the desktop. */
export const MOST_TICKS = 200_000_000;

/**
 * A value above the most that is allowed counts as the most.
 *
 * @param {Json | undefined} limits
 * @param {import('./limits.js').Limits} usual for what is not given
 * @returns {CodeLimits}
 * @throws {CodeFailure} when it is not an object of positive numbers
 */
export function codeLimits(limits, usual) {
  const given = limits ?? {};
  if (!isObject(given)) {
    throw new CodeFailure(
      'CONTRACT',
      '`limits` must be an object, for example {"max_ticks": 50000000}.',
    );
  }
  // Nothing can look at a guest that computes: wall time is only checked for its form.
  number('timeout_ms', usual.wallMs, HARD_CAP.wallMs);
  return {
    ticks: number('max_ticks', USUAL_TICKS, MOST_TICKS),
    memoryMiB: number('memory_mb', usual.memoryMiB, HARD_CAP.memoryMiB),
    outputBytes: number('max_output_bytes', usual.outputBytes, HARD_CAP.outputBytes),
  };

  /**
   * @param {string} name
   * @param {number} otherwise
   * @param {number} most
   */
  function number(name, otherwise, most) {
    const value = get(/** @type {import('../value/json.js').JsonObject} */ (given), name) ?? undefined;
    if (value === undefined) {
      return otherwise;
    }
    if (typeof value !== 'number' || !(value >= 1)) {
      throw new CodeFailure('CONTRACT', `\`limits.${name}\` must be a number from 1.`);
    }
    return Math.trunc(Math.min(value, most));
  }
}
