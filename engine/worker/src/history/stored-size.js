import { encodeUtf8 } from '../value/utf8.js';
import { compact } from '../value/json-writer.js';
import { get } from '../value/json.js';

/**
 * What is kept of long values. A row of D1 holds 2,000,000 bytes:
 * https://developers.cloudflare.com/d1/platform/limits/
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** Of one value in a trace. */
const VALUE_BYTES = 32 * 1024;

/** Of the trace of one run. */
const TRACE_BYTES = 900_000;

/** Of a run's input or result. */
const WHOLE_BYTES = 1_000_000;

/**
 * A run's input or result as stored text; where it is too long, `{truncated: true, bytes}` instead.
 *
 * @param {Json} value
 */
export function storedValue(value) {
  const text = compact(value);
  const bytes = sizeOf(text);
  return bytes <= WHOLE_BYTES ? text : compact({ truncated: true, bytes });
}

/** Whether that stands for a value that was too long. @param {Json} value */
export function isCutValue(value) {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    get(value, 'truncated') === true &&
    typeof get(value, 'bytes') === 'number' &&
    Object.keys(value).length === 2
  );
}

/**
 * The entries of a trace as stored texts. A long input or output is the beginning of its JSON text;
 * once the run has its share, entries go without both, and at last are left out. Entries that lack
 * something say `truncated: true`.
 *
 * @param {JsonObject[]} entries
 */
export function storedTrace(entries) {
  const texts = [];
  let left = TRACE_BYTES;
  for (const entry of entries) {
    const cut = withShortValues(entry);
    const text = [compact(cut), compact(withoutValues(cut))].find((each) => sizeOf(each) <= left);
    if (text === undefined) {
      break;
    }
    left -= sizeOf(text);
    texts.push(text);
  }
  return texts;
}

/** @param {JsonObject} entry @returns {JsonObject} */
function withShortValues(entry) {
  const cut = { ...entry };
  for (const name of ['input', 'output']) {
    const value = get(entry, name);
    const text = value === undefined ? '' : compact(value);
    if (sizeOf(text) > VALUE_BYTES) {
      cut[name] = `${text.slice(0, VALUE_BYTES / 4)}…`;
      cut.truncated = true;
    }
  }
  return cut;
}

/** @param {JsonObject} entry @returns {JsonObject} */
function withoutValues({ input: _input, output: _output, ...rest }) {
  return { ...rest, truncated: true };
}

/** @param {string} text */
function sizeOf(text) {
  return text.length > 2 * TRACE_BYTES ? text.length : encodeUtf8(text).length;
}
