import { Template } from '../template/template.js';
import { get, memberOf } from '../value/json.js';
import { CALL_ID } from './call-scope.js';
import { asText, there } from './filling.js';
import { propertiesOf } from './input-check.js';

/**
 * The method of a request: its name, or one template of a parameter that may only be a method.
 *
 * @typedef {import('../value/json.js').Json} Json
 */

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The method in upper case, or the template as written. @param {import('./fields.js').Fields} fields */
export function readMethod(fields) {
  const written = fields.text('method');
  if (parameterOfMethod(written) !== undefined) {
    return written;
  }
  const method = written.toUpperCase();
  if (!METHODS.includes(method)) {
    fields.mistake(
      'method',
      `\`${method}\` is no method; there are GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS.`,
    );
  }
  return method;
}

/** The parameter that decides, or undefined where the method is fixed. @param {string} method */
export function parameterOfMethod(method) {
  const whole = Template.parse(method).whole();
  return whole === undefined || whole.isCredential() ? undefined : whole.path.name;
}

/**
 * What is wrong with the parameter that decides, in a sentence; undefined where it lets nothing
 * through but methods, or is none that anybody gives.
 *
 * @param {string} method
 * @param {import('../part/contract.js').Contract} contract
 */
export function methodMistake(method, contract) {
  const whole = Template.parse(method).whole();
  if (whole === undefined || whole.isCredential()) {
    return undefined;
  }
  const { name, steps } = whole.path;
  const property = get(propertiesOf(contract), name);
  if (property === undefined && name !== CALL_ID) {
    return undefined;
  }
  if (!allowsMethodsOnly(memberOf(property, 'enum'))) {
    return `\`${name}\` could be anything; give it an \`enum\` of methods in \`input_schema\`.`;
  }
  if (steps.length > 0 || whole.defaultValue !== undefined) {
    return `the method is a parameter alone, as \`{{${name}}}\`; a default stands in \`input_schema\`.`;
  }
  const fallback = memberOf(property, 'default') ?? null;
  return fallback === null || isMethod(fallback) ? undefined : `the default of \`${name}\` is no method.`;
}

/** @param {Json | undefined} choices */
function allowsMethodsOnly(choices) {
  return Array.isArray(choices) && choices.length > 0 && choices.every(isMethod);
}

/** @param {Json} value */
function isMethod(value) {
  return typeof value === 'string' && METHODS.includes(value);
}

/**
 * @param {string} method
 * @param {import('./filling.js').Filling} filling
 * @throws {import('./connector-failure.js').ConnectorFailure} `MISSING_FIELD`
 */
export function filledMethod(method, filling) {
  const whole = Template.parse(method).whole();
  return whole === undefined ? method : asText(there(whole, filling.find(whole)));
}
