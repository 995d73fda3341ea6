import { isBlank, strip } from '../value/blanks.js';

const ARROW = '>>';

/**
 * The fields of a line `from >> relation >> to`, trimmed; undefined where there aren't three, or one
 * is empty. A condition in parentheses may hold `>>`.
 *
 * @param {string} text
 * @returns {{ from: string, relation: string, to: string } | undefined}
 */
export function parseTriplet(text) {
  const first = text.indexOf(ARROW);
  const last = text.lastIndexOf(ARROW);
  if (first < 0 || last < first + ARROW.length) {
    return undefined;
  }
  const from = text.slice(0, first);
  const relation = strip(text.slice(first + ARROW.length, last));
  const to = text.slice(last + ARROW.length);
  const three = /[)）]$/.test(relation) || !relation.includes(ARROW);
  const full = !isBlank(from) && relation !== '' && !isBlank(to);
  return three && full ? { from: strip(from), relation, to: strip(to) } : undefined;
}
