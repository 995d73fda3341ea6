import { EMPTY, get, isObject, memberOf, textOf } from '../value/json.js';

/**
 * Everything a contract says: what a run needs to know, and what people read.
 *
 * @typedef {object} PartDescription
 * @property {import('../part/contract.js').Contract} contract the facets a run depends on
 * @property {string} sha256 of its program in hexadecimal; empty where it has none
 * @property {JsonObject} json the whole contract
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const RUNTIMES = /** @type {const} */ (['wasm', 'connector', 'trigger']);

/**
 * A contract that fits the schema; where it doesn't, what is missing is empty.
 *
 * @param {JsonObject} json
 * @param {string} sha256
 * @returns {PartDescription}
 */
export function describePart(json, sha256) {
  const inputSchema = object(json, 'input_schema');
  const properties = object(inputSchema, 'properties');
  return {
    sha256,
    json,
    contract: {
      id: textOf(json, 'canonical_id') ?? '',
      runtime: RUNTIMES.find((runtime) => runtime === textOf(json, 'runtime')) ?? 'wasm',
      inputSchema,
      fromScope: marked(properties, 'from_scope', true),
      verbatim: marked(properties, 'template', false),
      credentials: list(json, 'credentials_required').filter(isObject).map(credentialNeed),
      failureInData: get(json, 'failure_in_data') === true,
      storage: get(json, 'storage') === true,
      network: memberOf(object(json, 'constraints'), 'no_network_syscall') === false,
      hosts: list(object(json, 'network'), 'hosts').filter((host) => typeof host === 'string'),
    },
  };
}

/** The English form of a text that may be in several languages. @param {Json | undefined} text */
export function english(text) {
  return typeof text === 'string' ? text : (textOf(text, 'en') ?? '');
}

/** @param {JsonObject} need @returns {import('../part/contract.js').CredentialNeed} */
function credentialNeed(need) {
  return {
    key: textOf(need, 'key') ?? '',
    label: english(get(need, 'label')),
    injectAs: textOf(need, 'inject_as'),
    optional: get(need, 'optional') === true,
  };
}

/**
 * @param {JsonObject} properties
 * @param {string} mark
 * @param {boolean} value
 */
function marked(properties, mark, value) {
  return Object.entries(properties)
    .filter(([, property]) => memberOf(property, mark) === value)
    .map(([name]) => name);
}

/**
 * @param {JsonObject} json
 * @param {string} name
 */
function object(json, name) {
  const value = get(json, name);
  return isObject(value) ? value : EMPTY;
}

/**
 * @param {JsonObject} json
 * @param {string} name
 */
function list(json, name) {
  const value = get(json, name);
  return Array.isArray(value) ? value : [];
}
