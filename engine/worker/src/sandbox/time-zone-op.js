import { TimeZone } from '../recipe/time-zone.js';
import { HostFailure } from './host-failure.js';

/** @typedef {import('../value/json.js').Json} Json */

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;

/** Years 1 to 9999, in seconds since 1970. */
const FIRST = -62_135_596_800;
const LAST = 253_402_300_799;

/**
 * What local time is ahead of UTC in a zone, in seconds: at a moment, or at a local time, for which
 * `kind` says whether it is there once, twice (then the earlier counts) or is skipped (then the
 * offset before the gap).
 *
 * @param {string} zone IANA name
 * @param {Json | undefined} unixS seconds since 1970 UTC
 * @param {Json | undefined} local `2024-05-06T07:08:09`
 * @returns {import('../value/json.js').JsonObject}
 * @throws {HostFailure} when there is no such zone, or not one of the two is given
 */
export function offsetIn(zone, unixS, local) {
  const known = TimeZone.named(zone);
  if (!known) {
    throw new HostFailure(
      'UNKNOWN_TIME_ZONE',
      `There is no time zone \`${zone}\`.`,
      'Use an IANA name such as Asia/Taipei or UTC.',
    );
  }
  if (typeof unixS === 'number' && unixS >= FIRST && unixS <= LAST) {
    return { offset_s: known.offsetMs(unixS * 1000) / 1000 };
  }
  const localMs = typeof local === 'string' ? readLocal(local) : undefined;
  if (localMs === undefined) {
    throw new HostFailure(
      'INVALID_REQUEST',
      "The part's request can't be carried out: `unix_s` must be a number of seconds from year 1 to 9999, or `local` a time such as 2024-05-06T07:08:09",
    );
  }
  const { offsetMs, kind } = known.ofLocal(localMs);
  return { offset_s: offsetMs / 1000, kind };
}

/** @param {string} text */
function readLocal(text) {
  const fields = LOCAL.exec(text);
  if (!fields) {
    return undefined;
  }
  const ms = Date.parse(`${text}Z`);
  // What rolls over, as 30 February does, is none.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== text ? undefined : ms;
}
