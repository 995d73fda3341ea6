import { membersOf, firstOf } from '../template/scope.js';
import { resolve } from '../template/templates.js';
import { isObject, memberOf } from '../value/json.js';
import { FrameScope } from './frame-scope.js';
import { magicScope } from './magic-scope.js';

/**
 * @typedef {import('../template/scope.js').Scope} Scope
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./run-state.js').RunState} RunState
 */

const ENDINGS_WITH_ES = ['s', 'x', 'z', 'ch', 'sh'];

/**
 * The items of a loop; none, with a note in the source's trace, when there is no list. RECIPE.md,
 * section 6.
 *
 * @param {RunState} run
 * @param {import('./node-state.js').NodeState} source
 * @param {import('./route.js').Route} entry
 * @returns {Json[]}
 */
export function itemsOf(run, source, entry) {
  const result = source.result ?? null;
  const scope = FrameScope.after(run, source);
  const each = entry.to.node.run.each;
  const list =
    each === undefined ? find(entry.variable, result, scope) : at(each, result, run, scope);
  if (!list) {
    source.unresolved = [...source.unresolved, each ?? listNames(entry.variable)[0]];
  }
  return list ?? [];
}

/**
 * The list at a path, looked up in the source's result, then in scope.
 *
 * @param {string} path
 * @param {Json} result
 * @param {RunState} run
 * @param {FrameScope} scope
 */
function at(path, result, run, scope) {
  const each = path.includes('{{') ? path : `{{${path}}}`;
  const places = firstOf(membersOf(result), magicScope(run, scope));
  const found = resolve({ each }, [], places, false, run.credentials).value.each;
  return Array.isArray(found) ? found : undefined;
}

/**
 * What lists of a variable may be called, in the order in which they are looked for.
 *
 * @param {string} variable
 */
export function listNames(variable) {
  const names = [`${variable}s`];
  if (variable.endsWith('y')) {
    names.push(`${variable.slice(0, -1)}ies`);
  }
  if (ENDINGS_WITH_ES.some((ending) => variable.endsWith(ending))) {
    names.push(`${variable}es`);
  }
  return [...names, variable];
}

/**
 * In the source's result, then one level down in it, then in scope, then one level down there.
 *
 * @param {string} variable
 * @param {Json} result
 * @param {FrameScope} scope
 * @returns {Json[] | undefined} the first list of one of the names
 */
function find(variable, result, scope) {
  const names = listNames(variable);
  const own = isObject(result) ? result : {};
  return (
    topLevel(names, membersOf(own)) ??
    oneLevelDown(names, Object.values(own)) ??
    topLevel(names, scope) ??
    oneLevelDown(names, scope.values())
  );
}

/**
 * @param {string[]} names
 * @param {Scope} scope
 * @returns {Json[] | undefined}
 */
function topLevel(names, scope) {
  return names.map((name) => scope.lookup(name)).find((value) => Array.isArray(value));
}

/**
 * @param {string[]} names
 * @param {Json[]} values
 * @returns {Json[] | undefined}
 */
function oneLevelDown(names, values) {
  for (const name of names) {
    for (const value of values) {
      const list = memberOf(value, name);
      if (Array.isArray(list)) {
        return list;
      }
    }
  }
  return undefined;
}
