import { nearest } from '../recipe/spelling.js';
import { get, isObject } from '../value/json.js';
import { message } from './messages.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./problem.js').Path} Path
 */

/** Typed reading of an object's members; what doesn't fit is a problem and reads as missing. */
export class Fields {
  #object;
  #path;
  #where;
  #findings;

  /**
   * @param {JsonObject} object
   * @param {Path} path of the object
   * @param {string} where the object in messages: `fetch.run`; empty for the recipe itself
   * @param {import('./findings.js').Findings} findings
   */
  constructor(object, path, where, findings) {
    this.#object = object;
    this.#path = path;
    this.#where = where;
    this.#findings = findings;
  }

  /** The value of a key; undefined where nothing or null is written. @param {string} key */
  value(key) {
    return get(this.#object, key) ?? undefined;
  }

  /** @param {string} key @returns {Path} */
  path(key) {
    return [...this.#path, key];
  }

  /** @param {string} key @returns {string | undefined} */
  text(key) {
    const value = this.value(key);
    return typeof value === 'string' ? value : this.#wrongIfGiven(key, 'type.text');
  }

  /**
   * @param {string} key
   * @param {boolean} otherwise
   */
  truth(key, otherwise) {
    const value = this.value(key);
    return typeof value === 'boolean' ? value : (this.#wrongIfGiven(key, 'type.truth') ?? otherwise);
  }

  /**
   * A whole number within limits; one beyond them is a problem and reads as the limit.
   *
   * @param {string} key
   * @param {number} least
   * @param {number} most
   * @param {number} otherwise
   */
  whole(key, least, most, otherwise) {
    const number = this.number(key, least, most, otherwise);
    return Number.isInteger(number)
      ? number
      : (this.#wrongIfGiven(key, 'type.whole') ?? otherwise);
  }

  /**
   * @param {string} key
   * @param {number} least
   * @param {number} most
   * @param {number} otherwise
   */
  number(key, least, most, otherwise) {
    const value = this.value(key);
    if (typeof value !== 'number') {
      return this.#wrongIfGiven(key, 'type.number') ?? otherwise;
    }
    if (value < least || value > most) {
      this.#findings.add('OUT_OF_RANGE', this.path(key), this.label(key), value, least, most);
    }
    return Math.min(Math.max(value, least), most);
  }

  /** @param {string} key @returns {JsonObject | undefined} */
  mapping(key) {
    const value = this.value(key);
    return isObject(value) ? value : this.#wrongIfGiven(key, 'type.mapping');
  }

  /** @param {string} key @returns {Json[] | undefined} */
  list(key) {
    const value = this.value(key);
    return Array.isArray(value) ? value : this.#wrongIfGiven(key, 'type.list');
  }

  /** A list of texts, or one text. @param {string} key @returns {string[]} */
  texts(key) {
    const value = this.value(key);
    if (value === undefined) {
      return [];
    }
    const items = Array.isArray(value) ? value : [value];
    const texts = items.filter((item) => typeof item === 'string');
    return texts.length === items.length ? texts : (this.#wrongIfGiven(key, 'type.texts') ?? []);
  }

  /** A problem for every key that nobody reads. @param {string[]} known */
  checkKeys(known) {
    for (const name of Object.keys(this.#object)) {
      if (known.includes(name) || name === '<<') {
        continue;
      }
      const sorted = [...known].sort();
      const meant = nearest(name, sorted);
      const hint =
        meant !== undefined && get(this.#object, meant) === undefined
          ? message('hint.meant', meant)
          : message('hint.known', sorted.join(', '));
      this.#findings.add('UNKNOWN_KEY', this.path(name), this.label(name), hint);
    }
  }

  /**
   * Notes what is written where something else belongs.
   *
   * @param {string} key
   * @param {import('./messages.js').MessageKey} expected
   * @returns {undefined}
   */
  #wrongIfGiven(key, expected) {
    const value = this.value(key);
    if (value !== undefined) {
      this.#findings.add(
        'WRONG_TYPE',
        this.path(key),
        this.label(key),
        message(expected),
        kind(value),
      );
    }
  }

  /** The key in messages. @param {string} key */
  label(key) {
    return this.#where === '' ? key : `${this.#where}.${key}`;
  }
}

/** What a value is, in messages. @param {Json} value */
export function kind(value) {
  if (value === null) {
    return message('type.nothing');
  }
  switch (typeof value) {
    case 'boolean':
      return message('type.truth');
    case 'number':
      return message('type.number');
    case 'string':
      return message('type.text');
    default:
      return message(Array.isArray(value) ? 'type.list' : 'type.mapping');
  }
}
