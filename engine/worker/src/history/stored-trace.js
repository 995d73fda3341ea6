import { traceEntryJson } from '../run/run-record-json.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
import { CODE_BYTES, stored, storedText } from './stored-value.js';

/**
 * @typedef {import('../schedule/trace-entry.js').TraceEntry} TraceEntry
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** What the trace of one run may take. CLOUD.md. */
export const TRACE_BYTES = 900_000;

/** What the list itself adds to its entries and their commas, the last of which it lacks. */
const BRACKETS_BYTES = 1;

/** Room kept for each later entry's names and times, up to half of all. */
const BARE_BYTES = 300;

/**
 * A trace as it is stored, in one row: values too large are cut, and where all of it is too large,
 * later entries have no values and in the end entries are left out. Says so with `truncated: true`.
 *
 * @param {TraceEntry[]} trace
 * @returns {{ entries: JsonObject[], truncated: boolean, omitted: number }}
 */
export function storedTrace(trace) {
  /** @type {JsonObject[]} */
  const entries = [];
  let left = TRACE_BYTES - BRACKETS_BYTES;
  let truncated = false;
  for (const [i, entry] of trace.entries()) {
    const reserved = Math.min((trace.length - i - 1) * BARE_BYTES, TRACE_BYTES / 2);
    const whole = smaller(entry);
    let json = whole.json;
    let bytes = size(json);
    truncated ||= whole.truncated;
    if (bytes > left - reserved) {
      truncated = true;
      json = bare(entry);
      bytes = size(json);
    }
    if (bytes > left) {
      return { entries, truncated: true, omitted: trace.length - i };
    }
    left -= bytes;
    entries.push(json);
  }
  return { entries, truncated, omitted: 0 };
}

/** @param {TraceEntry} entry */
function smaller(entry) {
  const input = entry.input === undefined ? undefined : stored(entry.input);
  const output = entry.output === undefined ? undefined : stored(entry.output);
  const truncated = Boolean(input?.truncated || output?.truncated);
  const json = traceEntryJson({
    ...entry,
    input: input?.value,
    output: output?.value,
    error: entry.error === undefined ? undefined : storedText(entry.error),
    errorCode: shortCode(entry),
  });
  return { json: truncated ? { ...json, truncated } : json, truncated };
}

/** @param {TraceEntry} entry */
function bare(entry) {
  const error = entry.error === undefined ? undefined : storedText(entry.error, 100);
  const unresolved = entry.unresolved.slice(0, 0);
  const errorCode = shortCode(entry);
  const rest = { input: undefined, output: undefined, error, errorCode, unresolved };
  return {
    ...traceEntryJson({ ...entry, ...rest }),
    truncated: true,
  };
}

/** @param {TraceEntry} entry */
function shortCode({ errorCode }) {
  return errorCode === undefined ? undefined : storedText(errorCode, CODE_BYTES);
}

/** @param {JsonObject} json */
function size(json) {
  return encodeUtf8(compact(json)).length + 1;
}
