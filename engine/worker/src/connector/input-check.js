import { EMPTY, equal, get, isObject, put } from '../value/json.js';
import { compact } from '../value/json-writer.js';
import { ConnectorFailure } from './connector-failure.js';
import { clipped } from './input-text.js';

/**
 * @typedef {import('../part/contract.js').Contract} Contract
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const LONGEST = 60;

/** @type {Map<string, (value: Json) => boolean>} */
const FITS = new Map(Object.entries({
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: isObject,
}));

const WORDS = new Map(Object.entries({
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}));

/** The properties of a contract's `input_schema`. @param {Contract} contract */
export function propertiesOf({ inputSchema }) {
  const properties = get(inputSchema, 'properties');
  return isObject(properties) ? properties : EMPTY;
}

/**
 * Checks what a connector was given against the top level of its `input_schema`. Gives the parameters
 * to use: those given, defaults in place of what is absent or null.
 *
 * @param {Contract} contract
 * @param {JsonObject} input
 * @throws {ConnectorFailure} when it doesn't fit
 */
export function checkedInput(contract, input) {
  const required = get(contract.inputSchema, 'required');
  /** @type {JsonObject} */
  const values = {};
  for (const [name, written] of Object.entries(propertiesOf(contract))) {
    const schema = isObject(written) ? written : EMPTY;
    const given = get(input, name) ?? undefined;
    const value = given === undefined ? (get(schema, 'default') ?? undefined) : given;
    if (value !== undefined) {
      put(values, name, given === undefined ? value : checked(name, value, schema));
    } else if (Array.isArray(required) && required.includes(name)) {
      throw ConnectorFailure.of(
        'MISSING_FIELD',
        `\`${name}\` is missing.`,
        `Give the parameter \`${name}\`.`,
      );
    }
  }
  return values;
}

/** What a value is, in words. @param {Json} value */
export function kindOf(value) {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return WORDS.get(type) ?? type;
}

/**
 * @param {string} name
 * @param {Json} given
 * @param {JsonObject} schema
 */
function checked(name, given, schema) {
  const value = ofType(name, given, typesOf(schema));
  const choices = get(schema, 'enum');
  if (Array.isArray(choices) && !choices.some((choice) => equal(choice, value))) {
    throw ConnectorFailure.of(
      'INVALID_VALUE',
      `\`${name}\` is ${clipped(compact(value), LONGEST)}; it must be one of ${choices.map(compact).join(', ')}.`,
      `Change the parameter \`${name}\`.`,
    );
  }
  return value;
}

/**
 * @param {string} name
 * @param {Json} given
 * @param {string[]} types
 */
function ofType(name, given, types) {
  if (types.length === 0 || types.some((type) => FITS.get(type)?.(given))) {
    return given;
  }
  if (types.includes('string') && (typeof given === 'number' || typeof given === 'boolean')) {
    return compact(given);
  }
  const wanted = types.map((type) => WORDS.get(type) ?? type).join(' or ');
  throw ConnectorFailure.of(
    'INVALID_TYPE',
    `\`${name}\` must be ${wanted}, not ${kindOf(given)}.`,
    `Change the parameter \`${name}\`.`,
  );
}

/** @param {JsonObject} schema */
function typesOf(schema) {
  const type = get(schema, 'type');
  if (Array.isArray(type)) {
    return type.map((each) => (typeof each === 'string' ? each : ''));
  }
  return typeof type === 'string' ? [type] : [];
}
