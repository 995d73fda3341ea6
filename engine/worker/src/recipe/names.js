import { strip } from '../value/blanks.js';

/** @typedef {import('./node.js').Role} Role */

const INPUTS = new Set(['input', 'trigger', 'webhook', 'start']);
const OUTPUTS = new Set(['output', 'result', 'end', 'done']);
const NODE = /^[\p{L}\p{Nd}\p{Mn}\p{Mc}_ -]+$/u;
const REFERENCE = /^[\p{L}\p{Nd}\p{Mn}\p{Mc}_-]+$/u;

/** Letters of any script, digits, `_`, `-`, spaces inside. @param {string} name */
export function isNode(name) {
  return name === strip(name) && NODE.test(name);
}

/** What a template can name: as a node's name, without spaces. @param {string} name */
export function isReference(name) {
  return REFERENCE.test(name);
}

/** `[A-Za-z0-9_-]+`. @param {string} name */
export function isRecipe(name) {
  return /^[A-Za-z0-9_-]+$/.test(name);
}

/** The Arcrun id form: lower case, each space a `-`. @param {string} name */
export function id(name) {
  return name.toLowerCase().replaceAll(' ', '-');
}

/**
 * What a node of that name is; one with a component of its own is always a part.
 *
 * @param {string} name
 * @param {boolean} hasComponent
 * @returns {Role}
 */
export function role(name, hasComponent) {
  if (hasComponent) {
    return 'part';
  }
  if (INPUTS.has(id(name))) {
    return 'input';
  }
  return OUTPUTS.has(id(name)) ? 'output' : 'part';
}
