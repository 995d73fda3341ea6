import { encodeUtf8 } from '../value/utf8.js';
import { ConnectorFailure } from './connector-failure.js';

/** Percent-encoding, as `encodeURIComponent` and as forms do it. */

const FORM = /[A-Za-z0-9*._-]/;
const OUTSIDE_ADDRESS = /[^A-Za-z0-9_.!~*'();/?:@&=+$,%[\]-]/gu;

/** ECMA-262, encodeURIComponent. @param {string} text @throws {ConnectorFailure} for half a character */
export function percentComponent(text) {
  requireWhole(text);
  return encodeURIComponent(text);
}

/**
 * ECMA-262, encodeURI, but percent signs and square brackets stay and `#` doesn't.
 *
 * @param {string} text
 * @throws {ConnectorFailure} for half a character
 */
export function percentAddress(text) {
  requireWhole(text);
  return text.replace(OUTSIDE_ADDRESS, (character) => encodeURIComponent(character));
}

/** WHATWG URL, application/x-www-form-urlencoded serializing. @param {string} text */
export function percentForm(text) {
  return Array.from(utf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    const hex = byte.toString(16).toUpperCase().padStart(2, '0');
    return FORM.test(character) ? character : character === ' ' ? '+' : `%${hex}`;
  }).join('');
}

/** The text's bytes. Halves of surrogate pairs have none. @param {string} text */
export function utf8(text) {
  requireWhole(text);
  return encodeUtf8(text);
}

/** @param {string} text */
function requireWhole(text) {
  if (/\p{Surrogate}/u.test(text)) {
    throw ConnectorFailure.of(
      'INVALID_VALUE',
      "A text holds half of a character (a lone surrogate) and can't be sent.",
      'Look where the text was cut.',
    );
  }
}
