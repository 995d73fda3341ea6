import { get, memberOf } from '../value/json.js';

/** @typedef {import('../value/json.js').Json} Json */

/**
 * Whether a value has the `type` a JSON Schema gives a property. No other keyword counts; a property
 * without a `type` takes anything.
 *
 * @param {Json} value
 * @param {string} property
 * @param {import('../value/json.js').JsonObject} schema
 */
export function fits(value, property, schema) {
  const type = memberOf(memberOf(get(schema, 'properties'), property), 'type');
  if (typeof type === 'string') {
    return is(value, type);
  }
  return Array.isArray(type)
    ? type.some((each) => typeof each === 'string' && is(value, each))
    : true;
}

/**
 * @param {Json} value
 * @param {string} type
 */
function is(value, type) {
  if (value === null) {
    return type === 'null';
  }
  if (Array.isArray(value)) {
    return type === 'array';
  }
  return type === typeof value || (type === 'integer' && Number.isInteger(value));
}
