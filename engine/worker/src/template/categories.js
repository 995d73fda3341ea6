const NAMES =
  'L Lu Ll Lt Lm Lo N Nd Nl No M Mn Mc Me P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Cn Co';

/** @type {Map<string, RegExp>} */
const CATEGORIES = new Map(
  NAMES.split(' ').map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')]),
);

/**
 * What tells the characters of a general category of Unicode, `Lu` or all together `L`; undefined
 * where an I-Regexp may not name such a category.
 *
 * @param {string} name
 */
export function category(name) {
  return CATEGORIES.get(name);
}
