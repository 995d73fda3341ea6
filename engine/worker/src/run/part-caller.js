/**
 * Makes the part calls of runs.
 *
 * @typedef {object} PartCaller
 * @property {(caller: Caller, command: import('../schedule/command.js').CallPart, signal:
 *   AbortSignal) => Promise<Answer>} call makes one call and waits for its end. A failure of the
 *   part, of a limit or of the network is a result; a promise that is rejected is a bug and ends the
 *   run. The signal is aborted when the run is over: then nobody waits for the answer, and the call
 *   should end
 */

/**
 * The run that asks.
 *
 * @typedef {object} Caller
 * @property {string} runId
 * @property {string} nonce marks this run's credential placeholders
 * @property {string[]} allowedHosts hosts this run may reach besides those that every run may
 */

/**
 * The result, free of credentials, and what else the call did.
 *
 * @typedef {object} Answer
 * @property {import('../value/json.js').Json} result
 * @property {import('./call-report.js').CallReport} report
 */
export {};
