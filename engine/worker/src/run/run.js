/**
 * A run that was started.
 *
 * @typedef {object} Run
 * @property {string} id
 * @property {Promise<import('./run-record.js').RunRecord>} done fulfilled with the record when the
 *   run has ended, or was left waiting, and its record is kept; rejected by a bug of the host
 * @property {() => void} cancel ends the run as cancelled; calls that are under way are aborted
 * @property {(taskId: string, result: import('../value/json.js').Json) => void} resume gives a
 *   waiting node its result; nothing happens when no node waits for that task
 */
export {};
