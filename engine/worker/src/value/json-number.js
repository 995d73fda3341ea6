const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/**
 * Where the longest JSON number (RFC 8259, section 6) that starts at `at` ends; `at` where none
 * starts.
 *
 * @param {string} text
 * @param {number} at
 */
export function endOfNumber(text, at) {
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : at;
}
