import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { endOfSpaces } from './characters.js';
import { PathReader } from './path-reader.js';
import { Reference } from './segment.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./segment.js').Segment} Segment
 */

const OPEN = '{{';
const CLOSE = '}}';
const ESCAPED_OPEN = '{{{{';

/** Splits a text into literals and references. */
export class TemplateParser {
  #text;
  /** @type {Segment[]} */
  #segments = [];
  #literal = '';
  /** What looks like a reference and isn't one. @type {import('./template.js').Unread[]} */
  unread = [];

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  parse() {
    let at = 0;
    while (at < this.#text.length) {
      const open = this.#text.indexOf(OPEN, at);
      if (open < 0) {
        this.#literal += this.#text.slice(at);
        break;
      }
      this.#literal += this.#text.slice(at, open);
      at = this.#readAt(open);
    }
    this.#endLiteral();
    return this.#segments;
  }

  /** Reads what starts with two braces; gives the place to go on from. @param {number} open */
  #readAt(open) {
    if (this.#text.startsWith(ESCAPED_OPEN, open)) {
      this.#literal += OPEN;
      return open + ESCAPED_OPEN.length;
    }
    const reference = this.#reference(open);
    if (!reference) {
      this.#noteUnread(open);
      this.#literal += '{';
      return open + 1;
    }
    this.#endLiteral();
    this.#segments.push(reference);
    return reference.end;
  }

  /** Notes what is closed in the same line, before other braces open. @param {number} open */
  #noteUnread(open) {
    for (let i = open + OPEN.length; i < this.#text.length; i++) {
      if (this.#text.startsWith(CLOSE, i)) {
        this.unread.push({ start: open, end: i + CLOSE.length });
        return;
      }
      if (this.#text[i] === '{' || this.#text[i] === '\n') {
        return;
      }
    }
  }

  /** @param {number} open */
  #reference(open) {
    const text = this.#text;
    const reader = new PathReader(text, endOfSpaces(text, open + OPEN.length), true);
    const path = reader.read();
    if (!path) {
      return undefined;
    }
    const after = endOfSpaces(text, reader.end);
    if (text.startsWith(CLOSE, after)) {
      return new Reference(path, undefined, open, after + CLOSE.length);
    }
    if (!text.startsWith('??', after)) {
      return undefined;
    }
    const end = this.#endOfDefault(after + 2);
    const value = end < 0 ? undefined : json(text.slice(after + 2, end));
    return value === undefined ? undefined : new Reference(path, value, open, end + CLOSE.length);
  }

  /**
   * The place of the braces that close the reference: outside strings and brackets; -1 where there
   * are none. Braces that open another reference, or an escape, outside a string can't be JSON:
   * giving up there keeps reading linear.
   *
   * @param {number} start
   */
  #endOfDefault(start) {
    const text = this.#text;
    let depth = 0;
    let inString = false;
    for (let i = start; i < text.length; i++) {
      const c = text[i];
      if (inString) {
        if (c === '\\') {
          i++;
        } else if (c === '"') {
          inString = false;
        }
      } else if (c === '\\' || text.startsWith(OPEN, i)) {
        return -1;
      } else if (c === '"') {
        inString = true;
      } else if (c === '[' || c === '{') {
        depth++;
      } else if (depth === 0 && text.startsWith(CLOSE, i)) {
        return i;
      } else if (c === ']' || c === '}') {
        depth--;
      }
    }
    return -1;
  }

  #endLiteral() {
    if (this.#literal !== '') {
      this.#segments.push({ kind: 'literal', text: this.#literal });
      this.#literal = '';
    }
  }
}

/** @param {string} literal @returns {Json | undefined} */
function json(literal) {
  try {
    return readJson(literal.trim());
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      return undefined;
    }
    throw e;
  }
}
