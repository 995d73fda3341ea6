/**
 * Runs that outlive the request that asked for them. The room `durable` has them.
 *
 * @typedef {object} DurableRuns
 * @property {(request: RunRequest, keeping: { record: boolean }) => Promise<{ runId: string }>} start
 *   starts a run that a Workflows instance carries from its first step on
 * @property {(left: LeftRun, keeping: { record: boolean }) => Promise<{ tasks: Task[] }>} handOver
 *   takes a run that a request left waiting
 * @property {(taskId: string, result: import('../value/json.js').Json) => Promise<Resumed>} resume
 *   gives a waiting task its result
 *
 * @typedef {import('../run/run-request.js').RunRequest} RunRequest
 *
 * @typedef {object} LeftRun
 * @property {RunRequest} request
 * @property {import('../schedule/run-context.js').RunContext} context
 * @property {import('../run/run-loop.js').Past} past
 *
 * @typedef {{ task_id: string, node: string }} Task what a caller may resume
 *
 * @typedef {{ outcome: 'resumed', runId: string } | { outcome: 'unknown' | 'settled' }} Resumed
 *   settled: it had its result before
 */
export {};
