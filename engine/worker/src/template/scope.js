import { EMPTY, get, isObject } from '../value/json.js';

/**
 * What the first name of a reference can mean.
 *
 * @typedef {object} Scope
 * @property {(name: string) => import('../value/json.js').Json | undefined} lookup the value of
 *   that name, or undefined where the name means nothing here
 * @property {() => string[]} names those that mean something, each once, the most likely first; for
 *   suggestions only
 */

/**
 * The own members of an object; of any other value, nothing.
 *
 * @param {import('../value/json.js').Json} value
 * @returns {Scope}
 */
export function membersOf(value) {
  const object = isObject(value) ? value : EMPTY;
  return { lookup: (name) => get(object, name), names: () => Object.keys(object) };
}

/**
 * The first of the scopes in which a name means something decides.
 *
 * @param {...Scope} scopes
 * @returns {Scope}
 */
export function firstOf(...scopes) {
  return {
    lookup(name) {
      for (const scope of scopes) {
        const value = scope.lookup(name);
        if (value !== undefined) {
          return value;
        }
      }
      return undefined;
    },
    names: () => [...new Set(scopes.flatMap((scope) => scope.names()))],
  };
}
