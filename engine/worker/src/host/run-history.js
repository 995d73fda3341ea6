/**
 * The runs that are kept. The room `history` has them, in D1.
 *
 * @typedef {object} RunHistory
 * @property {(keeping: { record: boolean }) => KeptRuns} recorder one for each run that is started
 * @property {(query: { recipe?: string, status?: string, after?: import('../history/cursor.js').Cursor, limit?: number }) =>
 *   Promise<{ runs: JsonObject[], cursor?: string }>} list newest first
 * @property {(runId: string) => Promise<JsonObject | undefined>} find one with its trace
 * @property {() => Promise<Map<string, JsonObject>>} partStatistics by part: `{total_runs,
 *   success_rate, avg_duration_ms}`
 *
 * @typedef {import('../run/run-recorder.js').RunRecorder & { stored: boolean }} KeptRuns `stored`:
 *   whether all that should be kept is
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */
export {};
