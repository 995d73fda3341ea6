/**
 * What an expression is made of.
 *
 * @typedef {{ kind: 'or', sides: Term[] }
 *   | { kind: 'and', sides: Term[] }
 *   | { kind: 'not', of: Term }
 *   | Comparison
 *   | { kind: 'constant', value: import('../value/json.js').Json }
 *   | { kind: 'items', items: Term[] }
 *   | ReferenceTerm} Term
 */

/**
 * Two values and what is asked of them.
 *
 * @typedef {object} Comparison
 * @property {'comparison'} kind
 * @property {Operator} operator
 * @property {Term} left
 * @property {Term} right
 * @property {number} offset where the operator stands
 * @property {import('./i-regexp.js').IRegexp | undefined} pattern of `matches` with a written
 *   pattern, read once
 */

/**
 * The value at a path.
 *
 * @typedef {object} ReferenceTerm
 * @property {'reference'} kind
 * @property {import('./reference-path.js').ReferencePath} path
 * @property {number} start
 * @property {number} end
 * @property {boolean} mayBeText whether it is its own text where the name means nothing
 */

/** @typedef {(typeof OPERATORS)[number]} Operator */

export const OPERATORS = /** @type {const} */ ([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'in',
  'matches',
]);
