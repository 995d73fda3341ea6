import { put } from '../value/json.js';
import { secretForms } from './secret-forms.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** Shorter values can't be credentials: they would match too much. */
export const SHORTEST = 6;

/**
 * Puts `«credential:NAME»` wherever a credential's value would show: as it is, in base64 (also
 * inside a longer encoded text), percent-encoded and JSON-escaped. RECIPE.md, section 7.
 */
export class Redactor {
  /** @type {string[]} */
  #names = [];
  /** A group for each credential, the longest first. @type {RegExp | undefined} */
  #forms;

  /**
   * @param {Iterable<[name: string, value: string]>} credentials
   * @throws {TypeError} when a value has fewer than {@link SHORTEST} characters
   */
  constructor(credentials) {
    const longestFirst = [...credentials].sort(([, a], [, b]) => b.length - a.length);
    const groups = [];
    for (const [name, value] of longestFirst) {
      if (value.length < SHORTEST) {
        throw new TypeError(`the credential ${name} has fewer than ${SHORTEST} characters`);
      }
      this.#names.push(name);
      groups.push(`(${secretForms(value, SHORTEST).join('|')})`);
    }
    if (groups.length > 0) {
      this.#forms = new RegExp(groups.join('|'), 'g');
    }
  }

  /** The text without credentials. @param {string} text */
  text(text) {
    return this.#forms
      ? text.replace(this.#forms, (_, ...found) => {
          const group = found.findIndex((form) => form !== undefined);
          return `«credential:${this.#names[group]}»`;
        })
      : text;
  }

  /** The value with every text in it, member names too, redacted. @param {Json} value @returns {Json} */
  json(value) {
    if (!this.#forms || value === null || typeof value === 'boolean') {
      return value;
    }
    if (typeof value === 'string') {
      return this.text(value);
    }
    if (typeof value === 'number') {
      const text = String(value);
      const clean = this.text(text);
      return clean === text ? value : clean;
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.json(item));
    }
    /** @type {JsonObject} */
    const members = {};
    for (const [name, member] of Object.entries(value)) {
      put(members, this.text(name), this.json(member));
    }
    return members;
  }
}
