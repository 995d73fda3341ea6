import { JsonFaultFinder } from './json-fault-finder.js';

/** @typedef {import('./json.js').Json} Json */

/** Deeper nesting than this is refused. */
export const MAX_DEPTH = 500;

/**
 * Reads JSON text (RFC 8259) from anywhere, as `JSON.parse` does; a number too large for a double
 * and nesting beyond a limit are refused.
 *
 * @param {string} text
 * @param {number} [maxDepth]
 * @returns {Json}
 * @throws {import('./json-syntax-exception.js').JsonSyntaxException} when the text is not one JSON
 *   value, with line and column; the same on both hosts
 */
export function readJson(text, maxDepth = MAX_DEPTH) {
  const value = parsed(text);
  if (value === undefined || !isSound(value, maxDepth)) {
    throw new JsonFaultFinder(text, maxDepth).fault();
  }
  return value;
}

/** @param {string} text @returns {Json | undefined} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {Json} value
 * @param {number} depth how many lists and objects may be inside each other
 * @returns {boolean}
 */
function isSound(value, depth) {
  if (typeof value === 'number') {
    return Number.isFinite(value);
  }
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  if (depth === 0) {
    return false;
  }
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (!isSound(inner, depth - 1)) {
      return false;
    }
  }
  return true;
}
