import { Expression } from '../template/expression.js';
import { ExpressionException } from '../template/expression-exception.js';
import { isBlank } from '../value/blanks.js';

/**
 * The condition of an IF edge. A text that isn't an expression is an error only once it is judged.
 */
export class Condition {
  /** @type {Expression | undefined} */
  #expression;
  /** @type {ExpressionException | undefined} */
  #unreadable;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
    if (isBlank(text)) {
      return;
    }
    try {
      this.#expression = Expression.parse(text);
    } catch (e) {
      if (!(e instanceof ExpressionException)) {
        throw e;
      }
      this.#unreadable = e;
    }
  }

  /**
   * Whether it holds; an empty one always does.
   *
   * @param {import('../value/json.js').Json} source
   * @param {import('../template/scope.js').Scope} scope
   * @throws {ExpressionException} when it can't be judged
   */
  holds(source, scope) {
    if (this.#unreadable) {
      throw this.#unreadable;
    }
    return this.#expression?.test(source, scope) ?? true;
  }
}
