import { mistakes } from '../recipe/spelling.js';
import { PathReader } from './path-reader.js';

const LONGEST_COMPARED = 200;
const MOST_COMPARED = 1000;

/**
 * Whether a text can be written as a name in a template: letters of any script, digits, `_`, `-` and
 * inner spaces.
 *
 * @param {string} text
 */
export function isName(text) {
  const reader = new PathReader(text, 0, true);
  return reader.read()?.steps.length === 0 && reader.end === text.length;
}

/**
 * The known names that someone who wrote `wanted` may have meant, best first, ties in the order
 * known: those that differ only in case, those that one starts with, and those within a third of the
 * length in single typing mistakes. Of very many names only the first are looked at.
 *
 * @param {string} wanted
 * @param {string[]} known
 * @param {number} max at most so many
 */
export function nearestNames(wanted, known, max) {
  if (wanted === '' || wanted.length > LONGEST_COMPARED) {
    return [];
  }
  return [...new Set(known)]
    .slice(0, MOST_COMPARED)
    .filter((name) => name !== wanted && name.length <= LONGEST_COMPARED)
    .map((name) => ({ name, distance: distance(wanted, name) }))
    .filter((candidate) => candidate.distance !== Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, max)
    .map((candidate) => candidate.name);
}

/**
 * @param {string} wanted
 * @param {string} name
 */
function distance(wanted, name) {
  const a = wanted.toLowerCase();
  const b = name.toLowerCase();
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  const tolerated = Math.max(1, Math.floor(longer / 3));
  if (longer - shorter <= tolerated) {
    const count = mistakes(a, b);
    if (count <= tolerated && count < longer) {
      return count;
    }
  }
  return shorter >= 3 && (a.startsWith(b) || b.startsWith(a))
    ? tolerated + longer - shorter
    : Infinity;
}
