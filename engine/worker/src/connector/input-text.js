import { quote } from '../value/json-writer.js';

/** Texts from outside, as they may be looked at and shown. */

const SHOWN = 80;
const PLACEHOLDERS = /(«credential:[^«»]*»)/g;

/**
 * With the stand-ins of credentials taken out; their values are checked when they come in.
 *
 * @param {string} text
 */
export function withoutPlaceholders(text) {
  return text.replace(PLACEHOLDERS, '');
}

/**
 * Changes what stands around the stand-ins of credentials.
 *
 * @param {string} text
 * @param {(text: string) => string} change
 */
export function besidePlaceholders(text, change) {
  // Texts and the stand-ins between them take turns.
  return text
    .split(PLACEHOLDERS)
    .map((piece, i) => (i % 2 === 0 ? change(piece) : piece))
    .join('');
}

/** In quotation marks, control characters escaped, not too long. @param {string} text */
export function quoted(text) {
  return quote(clipped(text, SHOWN));
}

/**
 * The start of a text, with a mark where it goes on.
 *
 * @param {string} text
 * @param {number} most characters (UTF-16)
 */
export function clipped(text, most) {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
