import { get, isObject, textOf } from '../../src/value/json.js';
import { onlyKnown } from './conformance-case.js';

/**
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 */

/**
 * Components of a case: what it says nothing of is a part that takes any parameters.
 *
 * @param {JsonObject} described
 * @returns {import('../../src/part/components.js').Components}
 */
export function caseComponents(described) {
  return {
    resolve(name) {
      if (/^https?:\/\//.test(name)) {
        return { kind: 'url', url: name };
      }
      const written = get(described, name);
      const facets = isObject(written) ? written : {};
      onlyKnown(facets, ['runtime', 'contract', 'unknown', 'failure_in_data', 'properties']);
      if (Array.isArray(facets.unknown)) {
        return { kind: 'unknown', name, nearest: /** @type {string[]} */ (facets.unknown) };
      }
      if (name === 'trigger_workflow') {
        return { kind: 'workflow' };
      }
      const contract = textOf(facets, 'contract') === 'none' ? undefined : contractOf(name, facets);
      return { kind: 'part', id: name, contract };
    },
  };
}

/**
 * @param {string} id
 * @param {JsonObject} facets
 * @returns {import('../../src/part/contract.js').Contract}
 */
function contractOf(id, facets) {
  const properties = isObject(facets.properties) ? facets.properties : {};
  return {
    id,
    runtime: facets.runtime === 'trigger' ? 'trigger' : 'wasm',
    inputSchema: { type: 'object', properties },
    fromScope: marked(properties, 'from_scope', true),
    verbatim: marked(properties, 'template', false),
    credentials: [],
    failureInData: facets.failure_in_data === true,
    storage: false,
    network: false,
    hosts: [],
  };
}

/**
 * @param {JsonObject} properties
 * @param {string} mark
 * @param {boolean} value
 */
function marked(properties, mark, value) {
  return Object.keys(properties).filter(
    (name) => /** @type {JsonObject} */ (properties[name])[mark] === value,
  );
}
