import { compact } from '../value/json-writer.js';
import { beginningOf } from '../value/text-size.js';
import { encodeUtf8 } from '../value/utf8.js';

/** @typedef {import('../value/json.js').Json} Json */

/** What a stored value may take, in bytes of its JSON text. CLOUD.md. */
export const VALUE_BYTES = 32 * 1024;

/** What the code of an error may take: a service or whoever resumes a task writes it. */
export const CODE_BYTES = 200;

/**
 * A value as it is stored: itself, or where it is too large
 * `{truncated: true, bytes, start}` with the beginning of its JSON text.
 *
 * @typedef {object} StoredValue
 * @property {Json} value
 * @property {number} bytes of its JSON text
 * @property {boolean} truncated
 */

/**
 * @param {Json} value
 * @param {number} [most] bytes it may take
 * @returns {StoredValue}
 */
export function stored(value, most = VALUE_BYTES) {
  const text = compact(value);
  const bytes = byteLength(text, most);
  if (bytes <= most) {
    return { value, bytes, truncated: false };
  }
  const start = beginningOf(text, Math.max(0, most - 200));
  const mark = { truncated: true, bytes, start };
  return { value: mark, bytes: encodeUtf8(compact(mark)).length, truncated: true };
}

/**
 * @param {string} text
 * @param {number} most
 */
export function storedText(text, most = VALUE_BYTES) {
  return byteLength(text, most) <= most ? text : `${beginningOf(text, most - 3)}…`;
}

/**
 * @param {string} text
 * @param {number} most
 */
function byteLength(text, most) {
  return text.length * 3 <= most ? text.length : encodeUtf8(text).length;
}
