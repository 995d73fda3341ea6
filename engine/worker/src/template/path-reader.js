import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { endOfName, endOfSpaces, isDigit } from './characters.js';
import { ReferencePath } from './reference-path.js';

/**
 * Reads one path from a place in a text.
 *
 * Spaced, as in templates: names may have inner spaces and anything may stand apart. Unspaced, as in
 * expressions: the first space ends the path.
 */
export class PathReader {
  #text;
  #spaced;

  /**
   * @param {string} text
   * @param {number} at
   * @param {boolean} spaced
   */
  constructor(text, at, spaced) {
    this.#text = text;
    this.#spaced = spaced;
    /** Where the path ends, after {@link read}. */
    this.end = at;
  }

  /** The longest path that starts here, or undefined where none does. */
  read() {
    const start = this.end;
    const nameEnd = this.#endOfRoot();
    if (nameEnd === start) {
      return undefined;
    }
    this.end = nameEnd;
    const steps = [];
    for (let step = this.#step(); step !== undefined; step = this.#step()) {
      steps.push(step);
    }
    return new ReferencePath(this.#text.slice(start, nameEnd), steps);
  }

  #endOfRoot() {
    let end = endOfName(this.#text, this.end);
    while (this.#spaced && end > this.end) {
      let next = end;
      while (this.#text[next] === ' ') {
        next++;
      }
      const wordEnd = endOfName(this.#text, next);
      if (next === end || wordEnd === next) {
        break;
      }
      end = wordEnd;
    }
    return end;
  }

  #step() {
    const open = this.#gap(this.end);
    switch (this.#text[open]) {
      case '.':
        return this.#key(this.#gap(open + 1));
      case '[':
        return this.#bracketed(this.#gap(open + 1));
      default:
        return undefined;
    }
  }

  /** @param {number} start */
  #key(start) {
    const end = endOfName(this.#text, start);
    if (end === start) {
      return undefined;
    }
    this.end = end;
    return this.#text.slice(start, end);
  }

  /** @param {number} start */
  #bracketed(start) {
    const quoted = this.#text[start] === '"';
    const end = quoted ? this.#endOfString(start) : this.#endOfDigits(start);
    const close = this.#gap(end);
    if (end === start || this.#text[close] !== ']') {
      return undefined;
    }
    const written = this.#text.slice(start, end);
    const step = quoted ? unquoted(written) : written;
    if (step !== undefined) {
      this.end = close + 1;
    }
    return step;
  }

  /** @param {number} start */
  #endOfDigits(start) {
    let end = start;
    while (isDigit(this.#text[end])) {
      end++;
    }
    const leadingZero = end - start > 1 && this.#text[start] === '0';
    return leadingZero ? start : end;
  }

  /** The place after the closing quote, or `start` where there is none. @param {number} start */
  #endOfString(start) {
    for (let i = start + 1; i < this.#text.length; i++) {
      const c = this.#text[i];
      if (c === '\\') {
        i++;
      } else if (c === '"') {
        return i + 1;
      } else if (c < ' ') {
        return start;
      }
    }
    return start;
  }

  /** @param {number} from */
  #gap(from) {
    return this.#spaced ? endOfSpaces(this.#text, from) : from;
  }
}

/** @param {string} literal */
function unquoted(literal) {
  try {
    const key = readJson(literal);
    return typeof key === 'string' ? key : undefined;
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      return undefined;
    }
    throw e;
  }
}
