import { patternOf } from './evaluation.js';
import { ExpressionException } from './expression-exception.js';
import { readNumber } from './number-text.js';
import { PathReader } from './path-reader.js';
import { OPERATORS } from './term.js';
import { tokensOf } from './tokens.js';

/**
 * @typedef {import('./term.js').Term} Term
 * @typedef {import('./token.js').Token} Token
 */

const MAX_DEPTH = 100;

/** Reads an expression: `or` binds least, then `and`, `not`, a comparison. */
export class ExpressionParser {
  #text;
  #tokens;
  #next = 0;
  #depth = 0;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  /** @throws {ExpressionException} when the text isn't an expression */
  parse() {
    if (this.#peek().kind === 'end') {
      throw new ExpressionException('there is no expression', 0);
    }
    const term = this.#either();
    if (this.#peek().kind !== 'end') {
      throw this.#unexpected();
    }
    return term;
  }

  /** @returns {Term} */
  #either() {
    this.#enter();
    const sides = [this.#both()];
    while (this.#take('or')) {
      sides.push(this.#both());
    }
    this.#depth--;
    return sides.length === 1 ? sides[0] : { kind: 'or', sides };
  }

  /** @returns {Term} */
  #both() {
    const sides = [this.#negation()];
    while (this.#take('and')) {
      sides.push(this.#negation());
    }
    return sides.length === 1 ? sides[0] : { kind: 'and', sides };
  }

  #negation() {
    let negations = 0;
    while (this.#take('not')) {
      negations++;
    }
    let term = this.#comparison();
    for (let i = negations > 2 ? 2 - (negations % 2) : negations; i > 0; i--) {
      term = { kind: 'not', of: term };
    }
    return term;
  }

  /** @returns {Term} */
  #comparison() {
    const left = this.#operand(false);
    const operator = this.#operator();
    if (!operator) {
      return left;
    }
    const offset = this.#peek().start;
    this.#next++;
    /** @type {Term} */
    const right = this.#nothingFollows()
      ? { kind: 'constant', value: '' }
      : this.#operand(true);
    if (this.#operator()) {
      throw new ExpressionException(
        'two comparisons in a row; put `and` between them or parentheses around one',
        this.#peek().start,
      );
    }
    const written =
      operator === 'matches' && right.kind === 'constant' && typeof right.value === 'string'
        ? patternOf(right.value, offset)
        : undefined;
    return { kind: 'comparison', operator, left, right, offset, pattern: written };
  }

  #operator() {
    const token = this.#peek();
    return token.kind === 'sign'
      ? OPERATORS.find((operator) => operator === token.text)
      : undefined;
  }

  #nothingFollows() {
    const { kind, text } = this.#peek();
    return kind === 'end' || (kind === 'sign' && (text === ')' || text === 'and' || text === 'or'));
  }

  /** @param {boolean} onTheRight of a comparison @returns {Term} */
  #operand(onTheRight) {
    const token = this.#peek();
    switch (token.kind) {
      case 'number':
        this.#next++;
        return { kind: 'constant', value: number(token) };
      case 'text':
        this.#next++;
        return { kind: 'constant', value: token.text };
      case 'path':
        this.#next++;
        return this.#reference(token, onTheRight);
      case 'sign':
        return this.#signed(token, onTheRight);
      case 'end':
        throw this.#unexpected();
    }
  }

  /**
   * @param {Token} token
   * @param {boolean} onTheRight
   * @returns {Term}
   */
  #signed(token, onTheRight) {
    this.#next++;
    switch (token.text) {
      case 'true':
        return { kind: 'constant', value: true };
      case 'false':
        return { kind: 'constant', value: false };
      case 'null':
        return { kind: 'constant', value: null };
      case '[':
        return this.#items(onTheRight);
      case '(': {
        const inner = this.#either();
        this.#expect(')');
        return inner;
      }
      default:
        this.#next--;
        throw this.#unexpected();
    }
  }

  /** @param {boolean} onTheRight @returns {Term} */
  #items(onTheRight) {
    this.#enter();
    /** @type {Term[]} */
    const items = [];
    while (!this.#take(']')) {
      if (items.length > 0) {
        this.#expect(',');
      }
      items.push(this.#operand(onTheRight));
    }
    this.#depth--;
    return { kind: 'items', items };
  }

  /**
   * @param {Token} token
   * @param {boolean} onTheRight
   * @returns {Term}
   */
  #reference(token, onTheRight) {
    const path = new PathReader(this.#text, token.start, false).read();
    if (!path) {
      throw this.#unexpected();
    }
    const mayBeText = onTheRight && path.steps.length === 0;
    return { kind: 'reference', path, start: token.start, end: token.end, mayBeText };
  }

  #enter() {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) {
      throw new ExpressionException(
        `more than ${MAX_DEPTH} parentheses or lists inside each other`,
        this.#peek().start,
      );
    }
  }

  /** @param {string} sign */
  #take(sign) {
    const token = this.#peek();
    const isThere = token.kind === 'sign' && token.text === sign;
    this.#next += isThere ? 1 : 0;
    return isThere;
  }

  /** @param {string} sign */
  #expect(sign) {
    if (!this.#take(sign)) {
      throw new ExpressionException(
        `\`${sign}\` is missing before ${this.#described()}`,
        this.#peek().start,
      );
    }
  }

  #peek() {
    return this.#tokens[this.#next];
  }

  #unexpected() {
    return new ExpressionException(
      `${this.#described()} can't stand here; put a text of several words in quotes`,
      this.#peek().start,
    );
  }

  #described() {
    const { kind, start, end } = this.#peek();
    return kind === 'end' ? 'the end' : `\`${this.#text.slice(start, end)}\``;
  }
}

/** @param {Token} token */
function number(token) {
  const value = readNumber(token.text);
  if (value === undefined) {
    throw new ExpressionException('the number is too large', token.start);
  }
  return value;
}
