import { storedTrace } from '../history/stored-trace.js';
import { traceEntryJson } from '../run/run-record-json.js';
import { sizeOf } from '../schedule/result-size.js';

/**
 * @typedef {import('../schedule/trace-entry.js').TraceEntry} TraceEntry
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** A loop shows a value of its input once for each item: together they need not fit into memory. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * What an answer has of a run's trace: `{trace}`, or where its values are too much, as the history
 * keeps it, `{trace, truncated: true, omitted}`.
 *
 * @param {TraceEntry[]} trace
 * @returns {JsonObject}
 */
export function answeredTrace(trace) {
  let bytes = 0;
  for (const { input = null, output = null } of trace) {
    bytes += sizeOf(input) + sizeOf(output);
    if (bytes > MOST_BYTES) {
      const { entries, omitted } = storedTrace(trace);
      return { trace: entries, truncated: true, omitted };
    }
  }
  return { trace: trace.map(traceEntryJson) };
}
