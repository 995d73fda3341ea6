import { Template } from '../template/template.js';
import { memberOf } from '../value/json.js';
import { asText, there } from './filling.js';

/** The method of a request: its name, or one template of a parameter that may only be a method. */

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
 * Whether the property of a parameter lets nothing through but methods.
 *
 * @param {import('../value/json.js').Json} property
 */
export function allowsMethodsOnly(property) {
  const choices = memberOf(property, 'enum');
  return (
    Array.isArray(choices) &&
    choices.length > 0 &&
    choices.every((name) => typeof name === 'string' && METHODS.includes(name))
  );
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
