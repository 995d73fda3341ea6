import { isObject } from '../value/json.js';

/** @typedef {import('../value/json.js').Json} Json */

/**
 * @param {Json} value
 * @param {Json} type
 */
export function isOfType(value, type) {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/**
 * Whether a number is a whole multiple of another, both as they are written in decimal: 1.1 of 0.1.
 *
 * @param {number} value
 * @param {number} step not 0
 */
export function isMultiple(value, step) {
  const [number, part] = [decimal(value), decimal(step)];
  const least = Math.min(number.exponent, part.exponent);
  return whole(number) % whole(part) === 0n;

  /** @param {{ digits: bigint, exponent: number }} decimal */
  function whole({ digits, exponent }) {
    return digits * 10n ** BigInt(exponent - least);
  }
}

/** @param {number} number */
function decimal(number) {
  const [mantissa, exponent = '0'] = String(number).split('e');
  const [before, after = ''] = mantissa.split('.');
  return { digits: BigInt(before + after), exponent: Number(exponent) - after.length };
}

/**
 * A text that is the same for equal values.
 *
 * @param {Json} value
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  return isObject(value)
    ? `{${Object.keys(value)
        .sort()
        .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
        .join()}}`
    : JSON.stringify(value);
}
