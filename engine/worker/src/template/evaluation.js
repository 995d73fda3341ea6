import { compact } from '../value/json-writer.js';
import { asText, contains, equal, less } from './comparing.js';
import { ExpressionException } from './expression-exception.js';
import { IRegexp } from './i-regexp.js';
import { IRegexpSyntaxException } from './i-regexp-syntax-exception.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./term.js').Term} Term
 */

/** Computes the value of terms in one scope. */
export class Evaluation {
  #scope;

  /** @param {import('./scope.js').Scope} scope */
  constructor(scope) {
    this.#scope = scope;
  }

  /** @param {Term} term @returns {Json} */
  of(term) {
    switch (term.kind) {
      case 'or':
        return term.sides.some((side) => isTrue(this.of(side)));
      case 'and':
        return term.sides.every((side) => isTrue(this.of(side)));
      case 'not':
        return !isTrue(this.of(term.of));
      case 'comparison':
        return this.#holds(term);
      case 'constant':
        return term.value;
      case 'items':
        return term.items.map((item) => this.of(item));
      case 'reference':
        return this.#valueOf(term);
    }
  }

  /** @param {import('./term.js').ReferenceTerm} reference */
  #valueOf({ path, mayBeText }) {
    const there = path.in(this.#scope);
    const value = there === undefined ? this.#withoutPrefix(path) : there;
    if (value !== undefined) {
      return value;
    }
    return mayBeText ? path.name : null;
  }

  /**
   * Arcrun 1.4 ignored `result.` and `ctx.` at the start of a path; recipes use it.
   *
   * @param {import('./reference-path.js').ReferencePath} path
   */
  #withoutPrefix(path) {
    const prefixed = path.name === 'result' || path.name === 'ctx';
    return prefixed && path.steps.length > 0 ? path.inner().in(this.#scope) : undefined;
  }

  /** @param {import('./term.js').Comparison} comparison */
  #holds(comparison) {
    const left = this.of(comparison.left);
    const right = this.of(comparison.right);
    switch (comparison.operator) {
      case '==':
        return equal(left, right);
      case '!=':
        return !equal(left, right);
      case '<':
        return less(left, right);
      case '<=':
        return less(left, right) || equal(left, right);
      case '>':
        return less(right, left);
      case '>=':
        return less(right, left) || equal(left, right);
      case 'contains':
        return contains(left, right);
      case 'in':
        return contains(right, left);
      case 'matches':
        return matches(left, right, comparison);
    }
  }
}

/** @param {Json} value */
export function isTrue(value) {
  return value !== null && value !== false && value !== 0 && value !== '';
}

/**
 * @param {Json} left
 * @param {Json} right
 * @param {import('./term.js').Comparison} comparison
 */
function matches(left, right, { pattern, offset }) {
  if (!pattern && typeof right !== 'string') {
    throw new ExpressionException(
      `\`matches\` needs a pattern in a text, not ${compact(right)}`,
      offset,
    );
  }
  const read = pattern ?? patternOf(/** @type {string} */ (right), offset);
  const text = asText(left);
  return text !== undefined && read.matches(text);
}

/**
 * @param {string} written
 * @param {number} offset of the operator, for the message
 */
export function patternOf(written, offset) {
  try {
    return IRegexp.parse(written);
  } catch (e) {
    if (e instanceof IRegexpSyntaxException) {
      throw new ExpressionException(e.message, offset);
    }
    throw e;
  }
}
