import * as json from '../value/json.js';
import { readNumber, readNumberExactly } from './number-text.js';

/** @typedef {import('../value/json.js').Json} Json */

/**
 * How values compare in expressions. Numbers, and texts that read as numbers, by value; other texts
 * by their UTF-16 units; lists and objects when they are the same JSON. Values of different kinds
 * are unequal.
 *
 * @param {Json} left
 * @param {Json} right
 */
export function equal(left, right) {
  const result = order(left, right);
  return result === undefined ? json.equal(left, right) : result === 0;
}

/**
 * False for values that have no order between them.
 *
 * @param {Json} left
 * @param {Json} right
 */
export function less(left, right) {
  return (order(left, right) ?? 0) < 0;
}

/**
 * Whether a text has a part, a list an item or an object a member like that.
 *
 * @param {Json} whole
 * @param {Json} part
 */
export function contains(whole, part) {
  if (Array.isArray(whole)) {
    return whole.some((item) => equal(item, part));
  }
  const sought = asText(part);
  if (sought === undefined) {
    return false;
  }
  if (typeof whole === 'string') {
    return whole.includes(sought);
  }
  return json.memberOf(whole, sought) !== undefined;
}

/**
 * The text of a text, number, true or false; undefined for the rest.
 *
 * @param {Json} value
 */
export function asText(value) {
  return typeof value === 'object' ? undefined : String(value);
}

/**
 * Negative, 0 or positive; undefined where there is no order.
 *
 * @param {Json} left
 * @param {Json} right
 * @returns {number | undefined}
 */
function order(left, right) {
  if (typeof left === 'string' && typeof right === 'string') {
    return ordered(readNumberExactly(left), readNumberExactly(right)) ?? ordered(left, right);
  }
  return ordered(asNumber(left), asNumber(right));
}

/** @param {Json} value */
function asNumber(value) {
  if (typeof value === 'number') {
    return value;
  }
  return typeof value === 'string' ? readNumber(value) : undefined;
}

/**
 * @template {string | number} T
 * @param {T | undefined} a
 * @param {T | undefined} b
 */
function ordered(a, b) {
  if (a === undefined || b === undefined) {
    return undefined;
  }
  return a < b ? -1 : Number(a > b);
}
