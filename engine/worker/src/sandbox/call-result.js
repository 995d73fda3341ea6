/**
 * How one call ended.
 *
 * @typedef {object} CallResult
 * @property {import('../value/json.js').JsonObject} result the part's own result object, or the
 *   failure the host made: `{success: false, error, error_code, hint}`
 * @property {import('./failure-code.js').FailureCode | undefined} failure why the host failed the
 *   call, or undefined where the part gave its own result
 * @property {string} log what the part wrote to standard error, control characters made visible
 * @property {CallStats} stats
 */

/**
 * What a call used. A deployed Worker's clock stands still while it computes: `wallMs` is then the
 * time it waited.
 *
 * @typedef {object} CallStats
 * @property {number} wallMs from the guest's start to its end
 * @property {number} peakPages linear memory at the end, in pages of 64 KiB (it never shrinks)
 * @property {number} outputBytes
 * @property {import('./host-call.js').HostCall[]} hostCalls
 */

/** @type {CallStats} */
export const NO_STATS = Object.freeze({ wallMs: 0, peakPages: 0, outputBytes: 0, hostCalls: [] });
