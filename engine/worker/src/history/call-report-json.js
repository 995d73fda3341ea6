/**
 * Call reports as stored JSON, the same on both hosts.
 *
 * @param {import('../run/call-report.js').CallReport} report
 * @returns {import('../value/json.js').JsonObject}
 */
export function callReportJson({ log, hostCalls, computingMs, memoryBytes }) {
  return { log, host_calls: hostCalls, computing_ms: computingMs, memory_bytes: memoryBytes };
}
