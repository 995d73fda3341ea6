import { isObject } from '../value/json.js';
import { Template } from '../template/template.js';

/**
 * A text of a contract that is a template, and where it stands.
 *
 * @typedef {object} WrittenText
 * @property {string[]} path member names and positions from the contract inwards
 * @property {string} text
 *
 * @typedef {import('../value/json.js').Json} Json
 */

/** @param {WrittenText} written */
export function referencesOf({ text }) {
  return Template.parse(text).references();
}

/**
 * Every text in a value.
 *
 * @param {Json | undefined} value
 * @param {...string} path
 * @returns {WrittenText[]}
 */
export function textsIn(value, ...path) {
  if (typeof value === 'string') {
    return [{ path, text: value }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => textsIn(item, ...path, String(i)));
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([name, member]) => textsIn(member, ...path, name))
    : [];
}
