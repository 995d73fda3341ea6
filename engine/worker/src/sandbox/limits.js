/**
 * What one call may use. Reaching a limit is a failure with its code. PART.md, Limits of one call.
 * Computing time is not among them: a Worker can't look at a guest that computes, the platform ends
 * it (and `code` counts its ticks). Memory is looked at whenever the guest calls the host, and at its
 * end.
 *
 * @typedef {object} Limits
 * @property {number} wallMs time from the guest's start to its end, waiting included; a guest is
 *   ended by it while it waits
 * @property {number} memoryMiB linear memory
 * @property {number} inputBytes longest input
 * @property {number} outputBytes longest standard output
 * @property {number} logBytes how much of standard error is kept; more is left out, not a failure
 * @property {number} hostCalls calls of host functions that reach outside (network, store, secrets)
 */

const MIB = 1024 * 1024;

/** @type {Limits} */
export const DEFAULT = Object.freeze({
  wallMs: 30_000,
  memoryMiB: 64,
  inputBytes: 5 * MIB,
  outputBytes: 5 * MIB,
  logBytes: 64 * 1024,
  hostCalls: 64,
});

/** The most a user may raise a limit to. @type {Limits} */
export const HARD_CAP = Object.freeze({
  wallMs: 600_000,
  memoryMiB: 256,
  inputBytes: 64 * MIB,
  outputBytes: 64 * MIB,
  logBytes: MIB,
  hostCalls: 1000,
});

/**
 * The usual limits with others in the place of some.
 *
 * @param {Partial<Limits>} changed
 * @returns {Limits}
 * @throws {RangeError} when a limit is negative, above {@link HARD_CAP} or not a number
 */
export function limitsWith(changed) {
  const limits = { ...DEFAULT, ...changed };
  for (const [name, most] of Object.entries(HARD_CAP)) {
    const value = limits[/** @type {keyof Limits} */ (name)];
    if (!(value >= 0 && value <= most)) {
      throw new RangeError(`${name} is ${value}, allowed are 0 to ${most}`);
    }
  }
  return limits;
}
