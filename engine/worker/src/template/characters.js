/** Which characters names and gaps consist of; both hosts say the same. */

const NAME = /[\p{L}\p{M}\p{Nd}_-]*/uy;
const SPACES = /\s*/y;

/** @param {string} text */
export function isBlank(text) {
  return endOfSpaces(text, 0) === text.length;
}

/** @param {string | undefined} c one UTF-16 unit */
export function isDigit(c) {
  return c !== undefined && c >= '0' && c <= '9';
}

/**
 * Where the run of name characters that starts at `at` ends.
 *
 * @param {string} text
 * @param {number} at
 */
export function endOfName(text, at) {
  NAME.lastIndex = at;
  NAME.test(text);
  return NAME.lastIndex;
}

/**
 * @param {string} text
 * @param {number} at
 */
export function endOfSpaces(text, at) {
  SPACES.lastIndex = at;
  SPACES.test(text);
  return SPACES.lastIndex;
}

/** Whether a text is one name or more than nothing of name characters. @param {string} text */
export function isAllName(text) {
  return text !== '' && endOfName(text, 0) === text.length;
}
