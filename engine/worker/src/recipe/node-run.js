/**
 * How a node runs: the `run:` block of its config.
 *
 * @typedef {object} NodeRun
 * @property {number} timeoutMs wall time of one call in milliseconds
 * @property {Retry | undefined} retry
 * @property {boolean} optional true: a failure is recorded and the run goes on
 * @property {number} concurrency iterations of a loop at once
 * @property {string | undefined} each path of the list a FOREACH edge into this node walks, as
 *   written
 */

/**
 * Calls a failed node again.
 *
 * @typedef {object} Retry
 * @property {number} attempts calls in all, the first included
 * @property {number} delayMs wait before the second call, in milliseconds
 * @property {number} factor by which each further wait grows
 * @property {string[]} on error codes that are tried again; empty: all
 */

export const DEFAULT_TIMEOUT_MS = 30_000;

/** @type {NodeRun} */
export const DEFAULT_RUN = Object.freeze({
  timeoutMs: DEFAULT_TIMEOUT_MS,
  retry: undefined,
  optional: false,
  concurrency: 1,
  each: undefined,
});
