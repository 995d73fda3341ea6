import { isObject } from '../value/json.js';
import { asText } from './filling.js';
import { percentForm } from './percent.js';

/** @typedef {import('../value/json.js').Json} Json */

/**
 * An object as a form: nested members as `a[b]`, lists as `a[0]`.
 *
 * @param {import('../value/json.js').JsonObject} fields
 */
export function formText(fields) {
  return Object.entries(fields)
    .flatMap(([name, value]) => written(name, value))
    .join('&');
}

/**
 * @param {string} name
 * @param {Json} value
 * @returns {string[]}
 */
function written(name, value) {
  if (value === null) {
    return [];
  }
  if (isObject(value) || Array.isArray(value)) {
    return Object.entries(value).flatMap(([inner, member]) => written(`${name}[${inner}]`, member));
  }
  return [`${percentForm(name)}=${percentForm(asText(value))}`];
}
