/**
 * What a part call did besides its result, free of credentials.
 *
 * @typedef {object} CallReport
 * @property {string} log what the part wrote to its log
 * @property {import('../value/json.js').JsonObject[]} hostCalls each `{op, method?, target, status,
 *   bytes, duration_ms, error_code?}`
 * @property {number} computingMs time spent in the part's own code; 0 where the platform's clock
 *   stands still meanwhile
 * @property {number} memoryBytes the most memory it had
 */

/** @type {CallReport} */
export const NOTHING = Object.freeze({ log: '', hostCalls: [], computingMs: 0, memoryBytes: 0 });
