import { Redactor, SHORTEST } from '../run/redactor.js';

/**
 * @typedef {import('../sandbox/credential.js').Credential} Credential
 * @typedef {import('../sandbox/credential.js').Credentials} Credentials
 * @typedef {import('../value/json.js').Json} Json
 */

/**
 * The secrets that the runs of one request have had so far, and their redactor: whatever a call
 * gives back is looked through for all of them.
 */
export class UsedCredentials {
  #store;
  /** By value, so that two secrets under one name both stay hidden. @type {Map<string, string>} */
  #names = new Map();
  #redactor = new Redactor([]);

  /** @param {Credentials} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * Credentials for one call: those named, no others.
   *
   * @param {Set<string>} names
   * @returns {Credentials}
   */
  only(names) {
    return { find: async (name) => (names.has(name) ? this.find(name) : undefined) };
  }

  /** @param {string} name */
  async find(name) {
    const credential = await this.#store.find(name);
    if (credential) {
      this.note(name, credential.value);
    }
    return credential;
  }

  /**
   * A secret that came up in a run, such as a token that a service gave.
   *
   * @param {string} name
   * @param {string} value shorter ones than a credential may be are passed over
   */
  note(name, value) {
    if (!this.#names.has(value) && value.length >= SHORTEST) {
      this.#names.set(value, name);
      this.#redactor = new Redactor([...this.#names].map(([text, of]) => [of, text]));
    }
  }

  /** @param {string} text */
  text(text) {
    return this.#redactor.text(text);
  }

  /** @template {Json} T @param {T} value @returns {T} */
  json(value) {
    return /** @type {T} */ (this.#redactor.json(value));
  }
}
