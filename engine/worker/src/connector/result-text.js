import { isObject, memberOf } from '../value/json.js';
import { asText } from './filling.js';

/**
 * Where a result's text stands in the answer, and what is cut off it.
 *
 * @typedef {object} ResultText
 * @property {ReferencePath} path to a text, number or boolean, or to a list of parts
 * @property {boolean} lastPart the text is that of the list's last part; parts with `thought: true`
 *   don't count
 * @property {boolean} cut whether white space and what follows here is cut off
 * @property {string | undefined} after only what stands after its last occurrence counts
 * @property {string[]} stripPrefixes taken off the beginning, again and again
 *
 * @typedef {import('../template/reference-path.js').ReferencePath} ReferencePath
 * @typedef {import('../value/json.js').Json} Json
 */

/** The text at a path as it is. @param {ReferencePath} path @returns {ResultText} */
export function plainText(path) {
  return { path, lastPart: false, cut: false, after: undefined, stripPrefixes: [] };
}

/**
 * The text of an answer; undefined where it has none.
 *
 * @param {ResultText} wanted
 * @param {import('../template/scope.js').Scope} scope
 */
export function resultText(wanted, scope) {
  const found = wanted.path.in(scope);
  const value = wanted.lastPart && Array.isArray(found) ? lastOf(found) : found;
  if (value === undefined || typeof value === 'object') {
    return undefined;
  }
  return typeof value === 'string' && wanted.cut ? cutOff(value, wanted) : asText(value);
}

/** @param {Json[]} parts */
function lastOf(parts) {
  const last = parts.findLast((part) => memberOf(part, 'thought') !== true);
  return isObject(last) ? memberOf(last, 'text') : last;
}

/**
 * @param {string} text
 * @param {ResultText} wanted
 */
function cutOff(text, { after, stripPrefixes }) {
  const marker = after === undefined ? -1 : text.lastIndexOf(after);
  let rest = after === undefined || marker < 0 ? text : text.slice(marker + after.length);
  let before;
  do {
    before = rest.length;
    rest = rest.trimStart();
    for (const prefix of stripPrefixes) {
      rest = rest.startsWith(prefix) ? rest.slice(prefix.length) : rest;
    }
  } while (rest.length < before);
  return rest.trimEnd();
}
