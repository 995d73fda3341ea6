/**
 * What reaches a run from outside. `broke` is a bug of the host, which ends the run.
 *
 * @typedef {{ kind: 'returned', key: CallKey, attempt: number, result: Json,
 *       report: import('./call-report.js').CallReport }
 *   | { kind: 'timer_done', key: CallKey, attempt: number }
 *   | { kind: 'resume', taskId: string, result: Json }
 *   | { kind: 'cancel' }
 *   | { kind: 'out_of_time', why: import('./time-limit.js').TooLong }
 *   | { kind: 'broke', bug: unknown }} Message
 *
 * @typedef {import('../schedule/call-key.js').CallKey} CallKey
 * @typedef {import('../value/json.js').Json} Json
 */
export {};
