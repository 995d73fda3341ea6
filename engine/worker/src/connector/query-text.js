import { asText } from './filling.js';
import { percentComponent } from './percent.js';

/**
 * Adds a query to an address: a list repeats its name, an object is compact JSON.
 *
 * @param {string} address
 * @param {import('../value/json.js').JsonObject} query
 */
export function withQuery(address, query) {
  const text = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((each) => ({ name, value: each })))
    .filter(({ value }) => value !== null)
    .map(({ name, value }) => `${percentComponent(name)}=${percentComponent(asText(value))}`)
    .join('&');
  if (text === '') {
    return address;
  }
  const hash = fragment(address);
  const before = address.slice(0, hash);
  return before + joint(before) + text + address.slice(hash);
}

/** @param {string} before */
function joint(before) {
  if (!before.includes('?')) {
    return '?';
  }
  return before.endsWith('?') || before.endsWith('&') ? '' : '&';
}

/**
 * Where the fragment starts; the `#` inside a credential's placeholder starts none.
 *
 * @param {string} address
 */
function fragment(address) {
  let inside = false;
  for (let i = 0; i < address.length; i++) {
    const c = address[i];
    if (c === '#' && !inside) {
      return i;
    }
    inside = c === '«' || (inside && c !== '»');
  }
  return address.length;
}
