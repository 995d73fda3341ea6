import { Evaluation, isTrue } from './evaluation.js';
import { ExpressionParser } from './expression-parser.js';
import { firstOf, membersOf } from './scope.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./scope.js').Scope} Scope
 */

/** A condition, read: the one of an IF edge. RECIPE.md, section 2 (expressions). */
export class Expression {
  #term;

  /** @param {import('./term.js').Term} term */
  constructor(term) {
    this.#term = term;
  }

  /**
   * Reads an expression.
   *
   * @param {string} text
   * @throws {import('./expression-exception.js').ExpressionException} when it isn't one
   */
  static parse(text) {
    return new Expression(new ExpressionParser(text).parse());
  }

  /** What it refers to for certain, each once: bare words that may be texts are left out. */
  references() {
    const certain = referencesIn(this.#term).filter(({ mayBeText }) => !mayBeText);
    return [...new Map(certain.map(({ path }) => [path.toString(), path])).values()];
  }

  /**
   * Its value. A comparison, `and`, `or` and `not` give true or false.
   *
   * @param {Json} source the result whose members are looked at first
   * @param {Scope} scope looked at for names that are no member of the source
   * @throws {import('./expression-exception.js').ExpressionException} when a pattern that comes from
   *   data isn't an I-Regexp
   */
  evaluate(source, scope) {
    return new Evaluation(firstOf(membersOf(source), scope)).of(this.#term);
  }

  /**
   * Whether it holds: its value is none of null, false, 0 and the empty text. Throws as
   * {@link evaluate}.
   *
   * @param {Json} source
   * @param {Scope} scope
   */
  test(source, scope) {
    return isTrue(this.evaluate(source, scope));
  }
}

/**
 * @param {import('./term.js').Term} term
 * @returns {import('./term.js').ReferenceTerm[]}
 */
function referencesIn(term) {
  switch (term.kind) {
    case 'or':
    case 'and':
      return term.sides.flatMap(referencesIn);
    case 'not':
      return referencesIn(term.of);
    case 'comparison':
      return [term.left, term.right].flatMap(referencesIn);
    case 'items':
      return term.items.flatMap(referencesIn);
    case 'reference':
      return [term];
    case 'constant':
      return [];
  }
}
