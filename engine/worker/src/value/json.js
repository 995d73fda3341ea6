/**
 * JSON values as JavaScript has them. Members keep ECMAScript's order of own keys; only own members
 * count, and `__proto__` is a key like any other. Same meaning as `value/Json.java`; where that has
 * null for "no value", here it is `undefined`. RECIPE.md, section 0.
 *
 * @typedef {null | boolean | number | string | JsonArray | JsonObject} Json
 * @typedef {Json[]} JsonArray
 * @typedef {{ [name: string]: Json }} JsonObject
 */

/** An object without members. Nobody may add one. @type {JsonObject} */
export const EMPTY = Object.freeze({});

/** @param {unknown} value @returns {value is JsonObject} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The own member of that name, or undefined where there is none.
 *
 * @param {JsonObject} object
 * @param {string} name
 * @returns {Json | undefined}
 */
export function get(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * The member of an object; of any other value, undefined.
 *
 * @param {Json | undefined} value
 * @param {string} name
 */
export function memberOf(value, name) {
  return isObject(value) ? get(value, name) : undefined;
}

/**
 * The member if it is a text, else undefined.
 *
 * @param {Json | undefined} value
 * @param {string} name
 */
export function textOf(value, name) {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}

/**
 * Adds or replaces a member of an object that is being built. A plain assignment to `__proto__`
 * would change what the object inherits.
 *
 * @param {JsonObject} object
 * @param {string} name
 * @param {Json} value
 */
export function put(object, name, value) {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    object[name] = value;
  }
}

/**
 * A copy with one member added or replaced; a replaced member keeps its place.
 *
 * @param {JsonObject} object
 * @param {string} name
 * @param {Json} value
 * @returns {JsonObject}
 */
export function withMember(object, name, value) {
  const copy = { ...object };
  put(copy, name, value);
  return copy;
}

/**
 * A copy without the member of that name.
 *
 * @param {JsonObject} object
 * @param {string} name
 * @returns {JsonObject}
 */
export function without(object, name) {
  const copy = { ...object };
  delete copy[name];
  return copy;
}

/**
 * Whether two values are the same JSON; the order of members does not count.
 *
 * @param {Json} a
 * @param {Json} b
 * @returns {boolean}
 */
export function equal(a, b) {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  }
  if (!isObject(a) || !isObject(b)) {
    return false;
  }
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]))
  );
}
