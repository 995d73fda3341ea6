import { category } from './categories.js';
import { DOT, only } from './character-set.js';
import { isDigit } from './characters.js';
import { IRegexpSyntaxException } from './i-regexp-syntax-exception.js';
import { UNBOUNDED } from './shape.js';
import { MAX_STATES } from './state-machine.js';

/**
 * @typedef {import('./character-set.js').CharacterSet} CharacterSet
 * @typedef {import('./shape.js').Shape} Shape
 */

const MAX_DEPTH = 100;
const PLAIN_ESCAPES = '()*+-.?[\\]^{|}';

/** Reads the grammar of RFC 9485, section 4. */
export class IRegexpParser {
  #pattern;
  #at = 0;
  #depth = 0;

  /** @param {string} pattern */
  constructor(pattern) {
    this.#pattern = pattern;
  }

  /** @throws {IRegexpSyntaxException} when the pattern isn't one */
  parse() {
    const shape = this.#choice();
    if (this.#peek() !== undefined) {
      throw this.#error('`)` without `(`');
    }
    return shape;
  }

  /** @returns {Shape} */
  #choice() {
    const branches = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at++;
      branches.push(this.#sequence());
    }
    return branches.length === 1 ? branches[0] : { kind: 'choice', branches };
  }

  /** @returns {Shape} */
  #sequence() {
    /** @type {Shape[]} */
    const parts = [];
    for (let c = this.#peek(); c !== undefined && c !== '|' && c !== ')'; c = this.#peek()) {
      parts.push(this.#quantified(this.#atom(c)));
    }
    return { kind: 'sequence', parts };
  }

  /** @param {string} c @returns {Shape} */
  #atom(c) {
    switch (c) {
      case '(':
        return this.#group();
      case '.':
        this.#at++;
        return { kind: 'one_of', set: DOT };
      case '[':
        this.#at++;
        return { kind: 'one_of', set: this.#brackets() };
      case '\\':
        return { kind: 'one_of', set: this.#escape() };
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.#error(`\`${c}\` has nothing before it to repeat`);
      case ']':
      case '}':
        throw this.#error(`\`${c}\` needs a backslash before it`);
      default:
        return { kind: 'one_of', set: only(this.#take()) };
    }
  }

  #group() {
    const open = this.#at++;
    this.#depth++;
    if (this.#depth > MAX_DEPTH) {
      throw this.#error(`more than ${MAX_DEPTH} groups inside each other`);
    }
    const inner = this.#choice();
    this.#depth--;
    if (this.#peek() !== ')') {
      this.#at = open;
      throw this.#error('`(` without `)`');
    }
    this.#at++;
    return inner;
  }

  /** @param {Shape} of @returns {Shape} */
  #quantified(of) {
    switch (this.#peek()) {
      case '*':
        return this.#repeated(of, 0, UNBOUNDED);
      case '+':
        return this.#repeated(of, 1, UNBOUNDED);
      case '?':
        return this.#repeated(of, 0, 1);
      case '{':
        return this.#counted(of);
      default:
        return of;
    }
  }

  /**
   * @param {Shape} of
   * @param {number} least
   * @param {number} most
   * @returns {Shape}
   */
  #repeated(of, least, most) {
    this.#at++;
    return { kind: 'repeated', of, least, most };
  }

  /** @param {Shape} of */
  #counted(of) {
    const open = this.#at++;
    const least = this.#count();
    let most = least;
    if (this.#peek() === ',') {
      this.#at++;
      most = isDigit(this.#peek()) ? this.#count() : UNBOUNDED;
    }
    if (this.#peek() !== '}') {
      throw this.#error('`{` of a repetition needs `{2}`, `{2,}` or `{2,5}`');
    }
    if (most < least) {
      this.#at = open;
      throw this.#error(`a repetition of at least ${least} and at most ${most}`);
    }
    return this.#repeated(of, least, most);
  }

  /** A count; all beyond the limit of states are alike. */
  #count() {
    const start = this.#at;
    let count = 0;
    while (isDigit(this.#peek())) {
      count = Math.min(count * 10 + Number(this.#peek()), MAX_STATES + 1);
      this.#at++;
    }
    if (this.#at === start) {
      throw this.#error('`{` of a repetition needs a number');
    }
    return count;
  }

  /** @returns {CharacterSet} */
  #brackets() {
    const open = this.#at - 1;
    /** @type {CharacterSet} */
    const set = { ranges: [], categories: [], negated: this.#peek() === '^' };
    if (set.negated) {
      this.#at++;
    }
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      if (this.#peek() === undefined) {
        this.#at = open;
        throw this.#error('`[` without `]`');
      }
      if (this.#peek() === '-' && (first || this.#follows(']'))) {
        this.#at++;
        set.ranges.push([0x2d, 0x2d]);
      } else if (this.#peek() === '\\' && (this.#follows('p') || this.#follows('P'))) {
        set.categories.push(this.#category());
      } else {
        set.ranges.push(this.#range());
      }
    }
    this.#at++;
    return set;
  }

  /** @returns {[number, number]} */
  #range() {
    const first = this.#member();
    if (this.#peek() !== '-' || this.#follows(']')) {
      return [first, first];
    }
    const dash = this.#at++;
    const last = this.#member();
    if (last < first) {
      this.#at = dash;
      throw this.#error('a range from a later to an earlier character');
    }
    return [first, last];
  }

  #member() {
    const c = this.#peek();
    switch (c) {
      case '\\':
        return this.#escapedCharacter();
      case '[':
      case ']':
      case '-':
        throw this.#error(`\`${c}\` inside brackets needs a backslash before it`);
      case undefined:
        throw this.#error('`[` without `]`');
      default:
        return this.#take();
    }
  }

  /** @returns {CharacterSet} */
  #escape() {
    return this.#follows('p') || this.#follows('P')
      ? { ranges: [], categories: [this.#category()], negated: false }
      : only(this.#escapedCharacter());
  }

  #escapedCharacter() {
    const escaped = this.#pattern[this.#at + 1];
    const named = 'nrt'.indexOf(escaped ?? ' ');
    const meaning = named >= 0 ? '\n\r\t'[named] : escaped;
    if (escaped === undefined) {
      throw this.#error('a backslash at the end');
    }
    if (named < 0 && !PLAIN_ESCAPES.includes(escaped)) {
      const codePoint = /** @type {number} */ (this.#pattern.codePointAt(this.#at + 1));
      throw this.#error(`\`\\${String.fromCodePoint(codePoint)}\` is not an escape`);
    }
    this.#at += 2;
    return meaning.charCodeAt(0);
  }

  #category() {
    const written = /^\{([^}]*)\}/.exec(this.#pattern.slice(this.#at + 2, this.#at + 6));
    const found = category(written?.[1] ?? '');
    if (!written || !found) {
      throw this.#error('`\\p` needs a Unicode category, as in `\\p{Lu}`');
    }
    const others = this.#follows('P');
    this.#at += 2 + written[0].length;
    return { category: found, others };
  }

  /** The UTF-16 unit here; undefined at the end. */
  #peek() {
    return this.#pattern[this.#at];
  }

  /** @param {string} c */
  #follows(c) {
    return this.#pattern[this.#at + 1] === c;
  }

  #take() {
    const codePoint = /** @type {number} */ (this.#pattern.codePointAt(this.#at));
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      throw this.#error('half of a surrogate pair');
    }
    this.#at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  /** @param {string} what */
  #error(what) {
    return new IRegexpSyntaxException(what, this.#pattern, this.#at);
  }
}
