import { put } from '../value/json.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * Takes a run's nonce out of credential placeholders, so that what is shown can't be used as one.
 */
export class PlaceholderMask {
  #marked;

  /** @param {string} nonce */
  constructor(nonce) {
    this.#marked = `#${nonce}»`;
  }

  /** @param {string} text */
  text(text) {
    return text.replaceAll(this.#marked, '»');
  }

  /**
   * The value without nonces; the same object where there are none, as nearly always.
   *
   * @template {Json} T
   * @param {T} value
   * @returns {T}
   */
  json(value) {
    return /** @type {T} */ (this.#marks(value) ? this.#masked(value) : value);
  }

  /** @param {Json} value @returns {Json} */
  #masked(value) {
    if (typeof value === 'string') {
      return this.text(value);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.#masked(item));
    }
    /** @type {JsonObject} */
    const members = {};
    for (const [name, member] of Object.entries(value)) {
      put(members, this.text(name), this.#masked(member));
    }
    return members;
  }

  /** @param {Json} value @returns {boolean} */
  #marks(value) {
    if (typeof value === 'string') {
      return value.includes(this.#marked);
    }
    if (typeof value !== 'object' || value === null) {
      return false;
    }
    return Array.isArray(value)
      ? value.some((item) => this.#marks(item))
      : Object.entries(value).some(
          ([name, member]) => name.includes(this.#marked) || this.#marks(member),
        );
  }

  /** @param {import('./call-report.js').CallReport} report */
  report(report) {
    return { ...report, log: this.text(report.log), hostCalls: this.json(report.hostCalls) };
  }

  /** @param {import('../schedule/trace-entry.js').TraceEntry} entry */
  entry(entry) {
    return {
      ...entry,
      input: entry.input === undefined ? undefined : this.json(entry.input),
      output: entry.output === undefined ? undefined : this.json(entry.output),
      error: entry.error === undefined ? undefined : this.text(entry.error),
    };
  }
}
