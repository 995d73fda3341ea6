import { toBase64 } from '../sandbox/base64.js';
import { ConnectorFailure } from './connector-failure.js';
import { quoted, withoutPlaceholders } from './input-text.js';
import { utf8 } from './percent.js';

/** Texts in headers: refused where they could add lines, encoded where they aren't ASCII. */

/** Fills 52 characters in base64: with the frame and a header's name, a line of up to 76. */
const WORD_BYTES = 39;
const PLAIN_LENGTH = 60;

/**
 * @param {string} name
 * @param {string} value
 * @throws {ConnectorFailure} `INVALID_HEADER` when the text has line breaks or other control
 *   characters
 */
export function checkHeader(name, value) {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw ConnectorFailure.of(
      'INVALID_HEADER',
      `\`${name}\` has a line break or another control character.`,
      'Take it out; a header is one line.',
    );
  }
}

/**
 * The header of an HTTP request.
 *
 * @param {string} name
 * @param {string} value
 * @throws {ConnectorFailure} `INVALID_HEADER` when it can't be one
 */
export function checkHttpHeader(name, value) {
  if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) {
    throw ConnectorFailure.of(
      'INVALID_HEADER',
      `A header can't have the name ${quoted(name)}.`,
      "A header's name is letters, digits and hyphens.",
    );
  }
  checkHeader(name, value);
  if (/[^\0-\x7e]/.test(withoutPlaceholders(value))) {
    throw ConnectorFailure.of(
      'INVALID_HEADER',
      `The header \`${name}\` has characters that aren't ASCII.`,
      'Headers carry ASCII only; encode the text as the service wants it.',
    );
  }
}

/** A name before an address: as it is, in quotation marks, or encoded. @param {string} name */
export function phrase(name) {
  if (!isPlain(name)) {
    return encodedWords(name);
  }
  return /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*$/.test(name)
    ? name
    : `"${name.replace(/[\\"]/g, '\\$&')}"`;
}

/** Free text: as it is, or in encoded words on lines of their own. RFC 2047. @param {string} text */
export function unstructured(text) {
  return isPlain(text) ? text : encodedWords(text);
}

/** @param {string} text */
function isPlain(text) {
  return text.length <= PLAIN_LENGTH && !text.includes('=?') && /^[ -~]*$/.test(text);
}

/** @param {string} text */
function encodedWords(text) {
  const words = [];
  let word = '';
  let bytes = 0;
  for (const character of text) {
    const { length } = utf8(character);
    if (bytes + length > WORD_BYTES) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += character;
    bytes += length;
  }
  return [...words, word].map(encodedWord).join('\r\n ');
}

/** @param {string} text */
function encodedWord(text) {
  return `=?UTF-8?B?${toBase64(utf8(text))}?=`;
}
