import { sizeOfText } from '../value/text-size.js';

/** @typedef {import('../value/json.js').Json} Json */

/** 5 MiB. RECIPE.md, section 3. */
export const LIMIT = 5 * 1024 * 1024;

/** @param {Json} value */
export function isOverLimit(value) {
  return sizeOf(value) > LIMIT;
}

/**
 * The UTF-8 bytes of a value's compact JSON, counted without writing it; counting ends soon after
 * the limit.
 *
 * @param {Json} value
 */
export function sizeOf(value) {
  let bytes = 0;
  count(value);
  return bytes;

  /** @param {Json} inner */
  function count(inner) {
    if (bytes > LIMIT) {
      return;
    }
    if (typeof inner === 'string') {
      bytes += sizeOfText(inner);
    } else if (typeof inner !== 'object' || inner === null) {
      bytes += String(inner).length;
    } else if (Array.isArray(inner)) {
      bytes += 1 + Math.max(1, inner.length);
      inner.forEach(count);
    } else {
      const names = Object.keys(inner);
      bytes += 1 + Math.max(1, names.length);
      for (const name of names) {
        bytes += sizeOfText(name) + 1;
        count(inner[name]);
      }
    }
  }
}
