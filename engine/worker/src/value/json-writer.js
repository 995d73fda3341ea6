/** @typedef {import('./json.js').Json} Json */

/**
 * JSON text without white space, well-formed: lone surrogates are escaped.
 *
 * @param {Json} value
 */
export function compact(value) {
  return JSON.stringify(value);
}

/**
 * A text as a JSON string literal, quotes included.
 *
 * @param {string} text
 */
export function quote(text) {
  return JSON.stringify(text);
}
