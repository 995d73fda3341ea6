/** @typedef {import('../schedule/trace-entry.js').TraceEntry} TraceEntry */

/**
 * How often each part was called in a run, how often it failed, and how long it took.
 *
 * @param {TraceEntry[]} trace
 * @returns {Record<string, [runs: number, failures: number, durationMs: number]>} by part
 */
export function partCounts(trace) {
  /** @type {Map<string, [number, number, number]>} */
  const counts = new Map();
  for (const { part, status, input, durationMs } of trace) {
    const failed = status === 'failed' || status === 'handled';
    // Without an input nothing was called: virtual nodes, triggers, unknown parts.
    if (input !== undefined && (failed || status === 'succeeded')) {
      const [runs, failures, ms] = counts.get(part) ?? [0, 0, 0];
      counts.set(part, [runs + 1, failures + (failed ? 1 : 0), ms + durationMs]);
    }
  }
  return Object.fromEntries(counts);
}
