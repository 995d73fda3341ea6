import { EMPTY, get, isObject, put } from '../value/json.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./connector-mistake.js').ConnectorMistake} ConnectorMistake
 */

/** The members of one object of a contract, read with notes on what is wrong about them. */
export class Fields {
  #object;
  #path;
  #mistakes;

  /**
   * @param {JsonObject} object
   * @param {string[]} path
   * @param {ConnectorMistake[]} mistakes
   */
  constructor(object, path, mistakes) {
    this.#object = object;
    this.#path = path;
    this.#mistakes = mistakes;
  }

  /** @param {...string} known */
  only(...known) {
    for (const name of Object.keys(this.#object)) {
      if (!known.includes(name)) {
        this.mistake(name, `\`${name}\` isn't known here.`);
      }
    }
  }

  /** @param {string} name */
  at(name) {
    return [...this.#path, name];
  }

  /**
   * @param {string} name
   * @param {string} message
   */
  mistake(name, message) {
    this.#mistakes.push({ path: this.at(name), message });
  }

  /** @param {string} name */
  json(name) {
    return get(this.#object, name);
  }

  /** @param {string} name */
  text(name) {
    const text = this.textOrNone(name);
    if (text === undefined && this.json(name) === undefined) {
      this.mistake(name, `\`${name}\` is missing.`);
    }
    return text ?? '';
  }

  /** @param {string} name */
  textOrNone(name) {
    const value = this.json(name);
    if (typeof value === 'string') {
      return value;
    }
    if (value !== undefined) {
      this.mistake(name, `\`${name}\` must be a text.`);
    }
    return undefined;
  }

  /**
   * @param {string} name
   * @param {string} otherwise
   */
  textOr(name, otherwise) {
    return this.json(name) === undefined ? otherwise : this.text(name);
  }

  /** @param {string} name */
  truth(name) {
    const value = this.json(name);
    if (value !== undefined && typeof value !== 'boolean') {
      this.mistake(name, `\`${name}\` must be true or false.`);
    }
    return value === true;
  }

  /** @param {string} name @returns {JsonObject} */
  object(name) {
    const value = this.json(name);
    if (isObject(value)) {
      return value;
    }
    if (value !== undefined) {
      this.mistake(name, `\`${name}\` must be an object.`);
    }
    return EMPTY;
  }

  /** @param {string} name @returns {Record<string, string>} */
  texts(name) {
    /** @type {Record<string, string>} */
    const texts = {};
    const inner = this.inner(name);
    for (const key of Object.keys(inner.#object)) {
      put(texts, key, inner.text(key));
    }
    return texts;
  }

  /** @param {string} name */
  list(name) {
    const value = this.json(name);
    /** @type {string[]} */
    const texts = [];
    for (const item of Array.isArray(value) ? value : value === undefined ? [] : [null]) {
      if (typeof item === 'string') {
        texts.push(item);
      } else {
        this.mistake(name, `\`${name}\` must be a list of texts.`);
      }
    }
    return texts;
  }

  /** @param {string} name */
  inner(name) {
    return new Fields(this.object(name), this.at(name), this.#mistakes);
  }
}
