import { endOfNumber } from '../value/json-number.js';

/** So many decimal digits are told apart by doubles, whatever they are. */
const EXACT_DIGITS = 15;

/**
 * The number a text reads as: one that is a JSON number, without anything around it; undefined where
 * it reads as none or one too large for a double.
 *
 * @param {string} text
 * @returns {number | undefined}
 */
export function readNumber(text) {
  if (text === '' || endOfNumber(text, 0) !== text.length) {
    return undefined;
  }
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * As {@link readNumber}, but only where nothing is lost on the way: no exponent and at most 15
 * digits. So long ids and hashes that look like `0e12` stay texts.
 *
 * @param {string} text
 */
export function readNumberExactly(text) {
  return /^[0-9.-]*$/.test(text) && text.replace(/[.-]/g, '').length <= EXACT_DIGITS
    ? readNumber(text)
    : undefined;
}
