import { isBlank, strip } from '../value/blanks.js';
import { isObject } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { decodeStrictUtf8 } from '../value/utf8.js';
import { GuestStopped } from './guest-end.js';
import { visible } from './guest-log.js';

const SHOWN = 80;

/**
 * Reads what a guest wrote to standard output as its result object.
 *
 * @param {Uint8Array} output
 * @throws {GuestStopped} with `INVALID_OUTPUT` when it isn't one JSON object
 */
export function readResult(output) {
  const text = textOf(output);
  if (isBlank(text)) {
    throw invalid('it wrote nothing');
  }
  const value = jsonOf(text);
  if (!isObject(value)) {
    throw invalid(`it is JSON, but not an object: ${start(text)}`);
  }
  return value;
}

/** @param {string} text */
function jsonOf(text) {
  try {
    return readJson(text);
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      throw invalid(`it is not JSON (${e.message}): ${start(text)}`);
    }
    throw e;
  }
}

/** @param {Uint8Array} output */
function textOf(output) {
  const text = decodeStrictUtf8(output);
  if (text === undefined) {
    throw invalid('it is not UTF-8 text');
  }
  return text;
}

/** @param {string} text */
function start(text) {
  const shown = visible(strip(text));
  return shown.length <= SHOWN ? shown : `${shown.slice(0, SHOWN)}…`;
}

/** @param {string} why */
function invalid(why) {
  return new GuestStopped({
    code: 'INVALID_OUTPUT',
    error: `The part's output is no result: ${visible(why)}.`,
    hint: 'A part writes one JSON object to standard output, and its log to standard error.',
  });
}
