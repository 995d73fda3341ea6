import { put } from '../value/json.js';
import { decodeUtf8 } from '../value/utf8.js';
import { jsonOf } from '../http/body.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * The run input that a body is: JSON of any kind, or the fields of a form.
 *
 * @param {Headers} headers
 * @param {Uint8Array} bytes
 * @returns {Json}
 * @throws {import('../http/http-error.js').HttpError} 400
 */
export function bodyInput(headers, bytes) {
  const type = (headers.get('Content-Type') ?? '').split(';')[0].trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded'
    ? fields(new URLSearchParams(decodeUtf8(bytes)))
    : jsonOf(bytes);
}

/** The run input that the query of a URL is: texts by name, the first of each. @param {URL} url */
export function queryInput(url) {
  return fields(url.searchParams);
}

/** @param {URLSearchParams} given @returns {JsonObject} */
function fields(given) {
  /** @type {JsonObject} */
  const input = {};
  for (const [name, value] of given) {
    if (!Object.hasOwn(input, name)) {
      put(input, name, value);
    }
  }
  return input;
}
