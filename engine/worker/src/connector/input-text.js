import { quote } from '../value/json-writer.js';

/** Texts from outside, as they may be looked at and shown. */

const SHOWN = 80;

/**
 * With the stand-ins of credentials taken out; their values are checked when they come in.
 *
 * @param {string} text
 */
export function withoutPlaceholders(text) {
  return text.replace(/«credential:[^«»]*»/g, '');
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
