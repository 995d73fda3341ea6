/**
 * A set of code points.
 *
 * @typedef {object} CharacterSet
 * @property {[first: number, last: number][]} ranges
 * @property {{ category: RegExp, others: boolean }[]} categories general categories, or where
 *   `others`, all but that one
 * @property {boolean} negated whether it is all the others
 */

/** Any but line feed and carriage return. @type {CharacterSet} */
export const DOT = {
  ranges: [
    [0x0a, 0x0a],
    [0x0d, 0x0d],
  ],
  categories: [],
  negated: true,
};

/** @param {number} codePoint @returns {CharacterSet} */
export function only(codePoint) {
  return { ranges: [[codePoint, codePoint]], categories: [], negated: false };
}

/**
 * @param {CharacterSet} set
 * @param {number} codePoint
 */
export function contains(set, codePoint) {
  return isWithin(set, codePoint) !== set.negated;
}

/**
 * @param {CharacterSet} set
 * @param {number} codePoint
 */
function isWithin({ ranges, categories }, codePoint) {
  if (ranges.some(([first, last]) => first <= codePoint && codePoint <= last)) {
    return true;
  }
  if (categories.length === 0) {
    return false;
  }
  const character = String.fromCodePoint(codePoint);
  return categories.some(({ category, others }) => category.test(character) !== others);
}
