import { get, isObject } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { decodeUtf8 } from '../value/utf8.js';
import { CodeFailure } from './code-failure.js';
import { codeLimits } from './code-limits.js';

/**
 * The parameters of one call of the part `code`.
 *
 * @typedef {object} CodeInput
 * @property {string} code the body of a function
 * @property {import('../value/json.js').Json} input the value the function sees as `input`
 * @property {import('./code-limits.js').CodeLimits} limits
 */

/**
 * @param {Uint8Array} json the parameters as one JSON object, UTF-8
 * @param {import('./limits.js').Limits} usual the limits of what the parameters don't limit
 * @returns {CodeInput}
 * @throws {CodeFailure} when the parameters don't fit the contract
 */
export function codeInput(json, usual) {
  const parameters = parsed(decodeUtf8(json));
  const code = get(parameters, 'code');
  if (typeof code !== 'string') {
    throw wrong(
      '`code` is missing: give the body of a JavaScript function as text, for example "return input.total * 2".',
    );
  }
  return {
    code,
    input: get(parameters, 'input') ?? null,
    limits: codeLimits(get(parameters, 'limits'), usual),
  };
}

/** @param {string} text */
function parsed(text) {
  try {
    const value = readJson(text);
    if (isObject(value)) {
      return value;
    }
  } catch (e) {
    throw e instanceof JsonSyntaxException ? wrong(`The input is not JSON: ${e.message}.`) : e;
  }
  throw wrong('The input must be a JSON object with `code`.');
}

/** @param {string} error */
function wrong(error) {
  return new CodeFailure('CONTRACT', error);
}
