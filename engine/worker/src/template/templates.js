import { Resolver } from './resolver.js';

/**
 * Puts values into a node's parameters. RECIPE.md, section 4. Reads every text of the parameters as
 * a template, at any depth. Keys are not templates, and values that were put in are not read again.
 *
 * @param {import('../value/json.js').JsonObject} parameters
 * @param {string[]} verbatim names of top-level parameters that are taken as written
 * @param {import('./scope.js').Scope} scope
 * @param {boolean} strict whether a reference that names nothing is a failure also where it is a
 *   whole text
 * @param {import('./credential-placeholder.js').CredentialPlaceholder} credentials
 * @returns {import('./resolution.js').Resolution}
 */
export function resolve(parameters, verbatim, scope, strict, credentials) {
  return new Resolver(scope, strict, credentials).resolve(parameters, verbatim);
}
