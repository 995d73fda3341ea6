import { isObject } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { decodeStrictUtf8 } from '../value/utf8.js';
import { HttpError } from './http-error.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** The longest body. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** The bytes of a byte order mark, which some clients put before JSON. */
const MARK = '\ufeff';

/**
 * The bytes of a request's body, counted while they come in: what `Content-Length` says is not
 * trusted.
 *
 * @param {Request} request
 * @param {number} [most]
 * @returns {Promise<Uint8Array>}
 * @throws {HttpError} 413
 */
export async function readBytes(request, most = MOST_BYTES) {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) {
    throw tooLarge(most);
  }
  /** @type {Uint8Array[]} */
  const pieces = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > most) {
      throw tooLarge(most);
    }
    pieces.push(piece);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * The JSON value that bytes hold; an empty object where there are none.
 *
 * @param {Uint8Array} bytes
 * @returns {Json}
 * @throws {HttpError} 400 with line and column
 */
export function jsonOf(bytes) {
  const text = decodeStrictUtf8(bytes);
  if (text === undefined) {
    throw malformed('The body is not UTF-8.', {});
  }
  const written = text.startsWith(MARK) ? text.slice(1) : text;
  if (written.trim() === '') {
    return {};
  }
  try {
    return readJson(written);
  } catch (e) {
    if (!(e instanceof JsonSyntaxException)) {
      throw e;
    }
    throw malformed(`The body is not JSON: ${e.message}.`, { line: e.line, column: e.column });
  }
}

/**
 * The object that bytes hold.
 *
 * @param {Uint8Array} bytes
 * @returns {JsonObject}
 * @throws {HttpError} 400
 */
export function objectOf(bytes) {
  const value = jsonOf(bytes);
  if (!isObject(value)) {
    throw new HttpError(
      400,
      'WRONG_TYPE',
      'The body must be a JSON object.',
      'Send an object such as {"name": "value"}.',
    );
  }
  return value;
}

/**
 * @param {string} error
 * @param {JsonObject} more
 */
function malformed(error, more) {
  return new HttpError(400, 'MALFORMED_JSON', error, 'Send one JSON value, encoded as UTF-8.', {
    more,
  });
}

/** @param {number} most */
function tooLarge(most) {
  return new HttpError(
    413,
    'BODY_TOO_LARGE',
    `The body has more than ${most} bytes.`,
    'Send less at once, or send a link to the data.',
  );
}
