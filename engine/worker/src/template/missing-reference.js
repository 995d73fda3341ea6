import { get, isObject } from '../value/json.js';
import { isName, nearestNames } from './names.js';
import { ReferencePath, stepInto } from './reference-path.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./unresolved.js').Unresolved} Unresolved
 */

const NAMES_SHOWN = 6;
const LENGTH_SHOWN = 100;
const SUGGESTIONS = 3;

/** @param {import('./segment.js').Reference} reference @returns {Unresolved} */
export function missingCredential(reference) {
  return {
    code: 'CREDENTIAL_REFERENCE',
    reference: reference.path.toString(),
    message: `\`${clip(reference.toString())}\` can't be a credential: write \`{{credential.NAME}}\`, with one name and no default.`,
    nearest: [],
  };
}

/**
 * For the reference with which the texts of a node grow too long.
 *
 * @param {import('./segment.js').Reference} reference
 * @returns {Unresolved}
 */
export function tooMuchText(reference) {
  return {
    code: 'TEXT_TOO_LARGE',
    reference: reference.path.toString(),
    message: `with \`${clip(reference.toString())}\` its texts have more than 5 MiB.`,
    nearest: [],
  };
}

/**
 * Says what a reference that means nothing could have meant.
 *
 * @param {import('./scope.js').Scope} scope
 * @param {ReferencePath} path
 * @returns {Unresolved}
 */
export function missingReference(scope, path) {
  let value = scope.lookup(path.name);
  if (value === undefined) {
    return atName(scope.names(), path);
  }
  for (let depth = 0; depth < path.steps.length; depth++) {
    /** @type {Json | undefined} */
    const next = stepInto(value, path.steps[depth]);
    if (next === undefined) {
      return atStep(value, path, depth);
    }
    value = next;
  }
  throw new Error(`${path} is not missing`);
}

/**
 * @param {string[]} known
 * @param {ReferencePath} path
 */
function atName(known, path) {
  const nearest = nearestNames(path.name, known, SUGGESTIONS)
    .filter(isName)
    .map((name) => new ReferencePath(name, path.steps).toString());
  const telling = known.filter((name) => !name.startsWith('_'));
  const there = nearest.length === 0 && telling.length > 0 ? `; there are ${list(telling)}` : '';
  return unresolved(path, `nothing here is called \`${clip(path.name)}\`${there}`, nearest);
}

/**
 * @param {Json} value
 * @param {ReferencePath} path
 * @param {number} depth
 */
function atStep(value, path, depth) {
  const parent = `\`${clip(path.upTo(depth).toString())}\``;
  if (!isObject(value)) {
    return unresolved(path, `${parent} is ${kind(value)}`, []);
  }
  const step = path.steps[depth];
  const names = Object.keys(value);
  const nearest = [
    ...oneLevelDown(value, step),
    ...nearestNames(step, names, SUGGESTIONS).map((name) => [name]),
  ]
    .slice(0, SUGGESTIONS)
    .map((instead) => replaced(path, depth, instead));
  const has = names.length === 0 ? ' is an empty object' : ` has ${list(names)}`;
  return unresolved(path, parent + has, nearest);
}

/**
 * Ways to that step through one more: people leave `data` out.
 *
 * @param {JsonObject} members
 * @param {string} step
 */
function oneLevelDown(members, step) {
  return Object.entries(members)
    .filter(([, inner]) => isObject(inner) && get(inner, step) !== undefined)
    .map(([name]) => [name, step]);
}

/**
 * @param {ReferencePath} path
 * @param {number} depth
 * @param {string[]} instead
 */
function replaced(path, depth, instead) {
  return new ReferencePath(path.name, path.steps.toSpliced(depth, 1, ...instead)).toString();
}

/** @param {Json} value */
function kind(value) {
  if (Array.isArray(value)) {
    return value.length === 0
      ? 'an empty list'
      : `a list with the positions 0 to ${value.length - 1}`;
  }
  switch (typeof value) {
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'null';
  }
}

/**
 * @param {ReferencePath} path
 * @param {string} why
 * @param {string[]} nearest
 * @returns {Unresolved}
 */
function unresolved(path, why, nearest) {
  const advice =
    nearest.length === 0
      ? ' Give it a default with `??` or refer to something else.'
      : ` Use \`{{${clip(nearest[0])}}}\`?`;
  return {
    code: 'UNRESOLVED_REFERENCE',
    reference: path.toString(),
    message: `\`{{${clip(path.toString())}}}\` names nothing: ${why}.${advice}`,
    nearest,
  };
}

/** @param {string[]} names */
function list(names) {
  const shown = names
    .slice(0, NAMES_SHOWN)
    .map((name) => `\`${clip(name)}\``)
    .join(', ');
  const more = names.length - NAMES_SHOWN;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** @param {string} name */
function clip(name) {
  return name.length <= LENGTH_SHOWN ? name : `${name.slice(0, LENGTH_SHOWN)}…`;
}
