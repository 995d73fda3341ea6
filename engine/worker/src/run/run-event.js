/**
 * What those who watch a run are told, in order.
 *
 * - `node_changed`: an entry of the trace began, changed or ended
 * - `call_reported`: a call came back with a log or with host calls
 * - `waiting`: nothing can go on until one of these tasks is resumed
 *
 * @typedef {{ kind: 'began', runId: string, recipe: string, atMs: number, input: Json }
 *   | { kind: 'node_changed', runId: string, entry: import('../schedule/trace-entry.js').TraceEntry }
 *   | { kind: 'call_reported', runId: string, key: CallKey, attempt: number,
 *       report: import('./call-report.js').CallReport }
 *   | { kind: 'waiting', runId: string, taskIds: string[] }
 *   | { kind: 'ended', runId: string, record: import('./run-record.js').RunRecord }} RunEvent
 *
 * @typedef {import('../schedule/call-key.js').CallKey} CallKey
 * @typedef {import('../value/json.js').Json} Json
 */
export {};
