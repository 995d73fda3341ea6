import { isBlank } from '../value/blanks.js';
import { isObject } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { HostFailure } from './host-failure.js';

/**
 * @typedef {import('./http-call.js').Header} Header
 */

/**
 * The headers of a request from a JSON text; none where it is blank.
 *
 * @param {string} json
 * @returns {Header[]}
 * @throws {HostFailure} when it is not an object of texts
 */
export function headersOfText(json) {
  if (isBlank(json)) {
    return [];
  }
  try {
    const value = readJson(json);
    if (isObject(value)) {
      return headersOf(value);
    }
  } catch (e) {
    throw e instanceof JsonSyntaxException ? badHeaders(e.message) : e;
  }
  throw badHeaders('not an object');
}

/**
 * @param {import('../value/json.js').JsonObject} members
 * @returns {Header[]}
 * @throws {HostFailure} when a member is no text
 */
export function headersOf(members) {
  return Object.entries(members).map(([name, value]) => {
    if (typeof value !== 'string') {
      throw badHeaders(`\`${name}\` is not a text`);
    }
    return [name, value];
  });
}

/** @param {string} why */
function badHeaders(why) {
  return new HostFailure(
    'INVALID_REQUEST',
    `The headers of the request are not a JSON object of texts: ${why}.`,
  );
}
