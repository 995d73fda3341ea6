/**
 * Keeps what happens in runs; told in order for each run. `happened` and `reported` only take note:
 * what has to be written is written by `ended`, whose promise is waited for, as is that of `began`. A
 * promise that is rejected ends the run as a bug of the host.
 *
 * @typedef {object} RunRecorder
 * @property {(context: import('../schedule/run-context.js').RunContext, request:
 *   import('./run-request.js').RunRequest, atMs: number) => void | Promise<void>} began
 * @property {(runId: string, event: import('../schedule/event.js').Event) => void} happened
 * @property {(runId: string, key: import('../schedule/call-key.js').CallKey, attempt: number,
 *   report: import('./call-report.js').CallReport) => void} reported
 * @property {(record: import('./run-record.js').RunRecord) => void | Promise<void>} ended when its
 *   promise is fulfilled the record is safe. A record whose status is `waiting` is of a run that
 *   goes on elsewhere, once its wait is over
 */

/** Keeps nothing. @type {RunRecorder} */
export const NONE = { began() {}, happened() {}, reported() {}, ended() {} };
