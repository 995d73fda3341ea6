import { endOfNumber } from './json-number.js';
import { JsonSyntaxException } from './json-syntax-exception.js';

/**
 * Finds the first mistake in a text that is no JSON, and says it in words of our own: those of
 * `JSON.parse` have no line, differ between engines and quote the text. Same walk and words as
 * `value/JsonReader.java`.
 */
export class JsonFaultFinder {
  #text;
  #maxDepth;
  #at = 0;
  /** What is open, outermost first: the bracket that closes it. @type {string[]} */
  #open = [];

  /**
   * @param {string} text
   * @param {number} maxDepth
   */
  constructor(text, maxDepth) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  /** @returns {JsonSyntaxException} */
  fault() {
    try {
      this.#document();
    } catch (e) {
      if (e instanceof JsonSyntaxException) {
        return e;
      }
      throw e;
    }
    throw new Error('the text is JSON');
  }

  #document() {
    let complete = this.#begin();
    while (true) {
      while (complete) {
        if (this.#open.length === 0) {
          if (this.#next() !== '') {
            throw this.#error('text follows the JSON value');
          }
          return;
        }
        complete = this.#goOn();
      }
      complete = this.#begin();
    }
  }

  /** Passes a value without content, or the start of one that has; says whether it is complete. */
  #begin() {
    const c = this.#next();
    switch (c) {
      case '{':
        this.#enter();
        if (this.#next() === '}') {
          this.#at++;
          return true;
        }
        this.#open.push('}');
        this.#name();
        return false;
      case '[':
        this.#enter();
        if (this.#next() === ']') {
          this.#at++;
          return true;
        }
        this.#open.push(']');
        return false;
      case '"':
        this.#string();
        return true;
      case 't':
        return this.#word('true');
      case 'f':
        return this.#word('false');
      case 'n':
        return this.#word('null');
      case '':
        throw this.#error(this.#at === 0 ? 'there is no JSON value' : 'a value is missing');
      default:
        return this.#number();
    }
  }

  #enter() {
    if (this.#open.length === this.#maxDepth) {
      throw this.#error(`lists and objects inside each other more than ${this.#maxDepth} deep`);
    }
    this.#at++;
  }

  /** After a value: what it completes is complete too, or more follows. */
  #goOn() {
    const end = this.#open[this.#open.length - 1];
    const c = this.#next();
    if (c === ',') {
      this.#at++;
      if (end === '}') {
        this.#name();
      }
      return false;
    }
    if (c !== end) {
      throw this.#error(end === '}' ? '`,` or `}` is missing' : '`,` or `]` is missing');
    }
    this.#at++;
    this.#open.pop();
    return true;
  }

  #name() {
    if (this.#next() !== '"') {
      throw this.#error('a name in double quotes is missing');
    }
    this.#string();
    if (this.#next() !== ':') {
      throw this.#error('`:` is missing');
    }
    this.#at++;
  }

  /** @param {string} word */
  #word(word) {
    if (!this.#text.startsWith(word, this.#at)) {
      throw this.#error('this is no JSON value');
    }
    this.#at += word.length;
    return true;
  }

  #number() {
    const end = endOfNumber(this.#text, this.#at);
    if (end === this.#at) {
      throw this.#error('this is no JSON value');
    }
    if (!Number.isFinite(Number(this.#text.slice(this.#at, end)))) {
      throw this.#error('the number is too large');
    }
    this.#at = end;
    return true;
  }

  #string() {
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const c = this.#text[this.#at];
      if (c === '"') {
        this.#at++;
        return;
      }
      if (c < ' ') {
        throw this.#error('a control character in a text must be written as an escape');
      }
      if (c === '\\') {
        this.#escape();
      }
    }
    throw this.#error('a text has no closing quote');
  }

  #escape() {
    const rest = this.#text.slice(this.#at + 1, this.#at + 6);
    if (/^["\\/bfnrt]/.test(rest)) {
      this.#at++;
    } else if (/^u[0-9A-Fa-f]{4}/.test(rest)) {
      this.#at += 5;
    } else {
      throw this.#error('this is no escape');
    }
  }

  /** The next character that isn't white space, which becomes the current one; '' at the end. */
  #next() {
    while (this.#at < this.#text.length && ' \t\n\r'.includes(this.#text[this.#at])) {
      this.#at++;
    }
    return this.#text[this.#at] ?? '';
  }

  /** @param {string} what */
  #error(what) {
    const lines = this.#text.slice(0, this.#at).split(/\r\n|\r|\n/);
    // A carriage return whose line feed comes next has not ended its line yet.
    const halfway = this.#text[this.#at - 1] === '\r' && this.#text[this.#at] === '\n';
    if (halfway) {
      lines.splice(-2, 2, lines[lines.length - 2] + '\r');
    }
    return new JsonSyntaxException(what, lines.length, lines[lines.length - 1].length + 1);
  }
}
