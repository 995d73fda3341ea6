import { ExpressionException } from '../template/expression-exception.js';
import { membersOf } from '../template/scope.js';
import { isBlank, strip } from '../value/blanks.js';
import { EMPTY, put } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { decodeUtf8 } from '../value/utf8.js';
import { Filling } from './filling.js';
import { clipped } from './input-text.js';
import { plainText, resultText } from './result-text.js';

/**
 * @typedef {import('../sandbox/http-answer.js').HttpAnswer} HttpAnswer
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const WITHOUT_BODY = [204, 205, 304];
const FIRST_NO_SUCCESS = 300;
const LONGEST_WORDS = 500;

/** A service's answer, read as the connector says. */
export class Answer {
  #response;
  #json;
  #isEmpty;
  /** @type {Map<string, string>} */
  #headers = new Map();
  #scope;

  /**
   * @param {import('./response.js').Response} response
   * @param {HttpAnswer} answer
   * @param {boolean} isHead whether it answers a HEAD request, so that it has no body
   */
  constructor(response, answer, isHead) {
    this.#response = response;
    this.status = answer.status;
    this.text = textOfAnswer(answer);
    this.#json = parsed(this.text);
    this.#isEmpty = isHead || (isBlank(this.text) && WITHOUT_BODY.includes(this.status));
    for (const [name, value] of answer.headers) {
      const before = this.#headers.get(name);
      this.#headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    /** The body as it is understood. */
    this.whole = this.#body();
    this.#scope = membersOf({ status: this.status, headers: this.#headerJson(), body: this.whole });
  }

  /** @returns {Json} */
  #body() {
    if (this.#response.expects === 'text' && this.status < FIRST_NO_SUCCESS) {
      return this.text;
    }
    return this.#json !== undefined ? this.#json : isBlank(this.text) ? null : this.text;
  }

  #headerJson() {
    /** @type {JsonObject} */
    const members = {};
    this.#headers.forEach((value, name) => put(members, name, value));
    return members;
  }

  /** Whether it should be JSON and isn't. */
  get isUnreadable() {
    return (
      this.#response.expects === 'json' &&
      this.status < FIRST_NO_SUCCESS &&
      this.#json === undefined &&
      !this.#isEmpty
    );
  }

  get succeeded() {
    if (!this.#response.successWhen) {
      return this.status < FIRST_NO_SUCCESS;
    }
    try {
      return this.#response.successWhen.test(EMPTY, this.#scope);
    } catch (e) {
      if (e instanceof ExpressionException) {
        return false;
      }
      throw e;
    }
  }

  /** `{success: true, status, data, text?}` @returns {JsonObject} */
  result() {
    const { data, text } = this.#response;
    const found =
      data.kind === 'at'
        ? data.path.in(this.#scope)
        : new Filling(this.#scope, () => undefined).object(data.object);
    const result = { success: true, status: this.status, data: found ?? null };
    const words = text && resultText(text, this.#scope);
    return words === undefined ? result : { ...result, text: words };
  }

  /** The service's own words on what was wrong, or undefined. */
  words() {
    const { errorPath } = this.#response;
    const words = errorPath && resultText(plainText(errorPath), this.#scope);
    return words === undefined || isBlank(words) ? undefined : words;
  }

  /** A header's value; undefined where there is none. @param {string} name */
  header(name) {
    return this.#headers.get(name);
  }
}

/** The text of an answer, without a byte order mark. @param {HttpAnswer} answer */
export function textOfAnswer({ body }) {
  return decodeUtf8(body).replace(/^\ufeff/, '');
}

/** Words from outside as the end of a sentence. @param {string} words */
export function sentence(words) {
  const line = clipped(strip(words).replace(/[ \t\n\v\f\r]+/g, ' '), LONGEST_WORDS);
  return /^[^\n\r\u0085\u2028\u2029]*[.!?…。！？]$/.test(line) ? line : `${line}.`;
}

/** @param {string} text */
function parsed(text) {
  try {
    return readJson(text);
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      return undefined;
    }
    throw e;
  }
}
