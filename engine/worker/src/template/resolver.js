import { isObject, put } from '../value/json.js';
import { compact } from '../value/json-writer.js';
import { isCredentialName } from './credential-placeholder.js';
import { missingCredential, missingReference, tooMuchText } from './missing-reference.js';
import { Template } from './template.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./segment.js').Reference} Reference
 */

/** 5 Mi characters, in UTF-16: what the references inside the texts of one node may stand for. */
const MOST_WRITTEN = 5 * 1024 * 1024;

/** One pass over one node's parameters. */
export class Resolver {
  #scope;
  #strict;
  #credentials;
  /** @type {Set<string>} */
  #unresolved = new Set();
  /** @type {import('./unresolved.js').Unresolved | undefined} */
  #failure;
  /** Characters that references stand for in texts. */
  #written = 0;

  /**
   * @param {import('./scope.js').Scope} scope
   * @param {boolean} strict
   * @param {import('./credential-placeholder.js').CredentialPlaceholder} credentials
   */
  constructor(scope, strict, credentials) {
    this.#scope = scope;
    this.#strict = strict;
    this.#credentials = credentials;
  }

  /**
   * @param {JsonObject} parameters
   * @param {string[]} verbatim
   * @returns {import('./resolution.js').Resolution}
   */
  resolve(parameters, verbatim) {
    const value = this.#object(parameters, verbatim);
    return { value, unresolved: [...this.#unresolved], failure: this.#failure };
  }

  /**
   * @param {JsonObject} object
   * @param {string[]} verbatim
   */
  #object(object, verbatim) {
    /** @type {JsonObject} */
    const members = {};
    for (const [name, written] of Object.entries(object)) {
      const value = verbatim.includes(name) ? written : this.#value(written);
      if (value !== undefined) {
        put(members, name, value);
      }
    }
    return members;
  }

  /** The value to use, or undefined where there is none. @param {Json} written */
  #value(written) {
    if (typeof written === 'string') {
      return this.#text(written);
    }
    if (Array.isArray(written)) {
      /** @type {Json[]} */
      const items = written.map((item) => this.#value(item) ?? null);
      return items;
    }
    return isObject(written) ? this.#object(written, []) : written;
  }

  /** @param {string} text @returns {Json | undefined} */
  #text(text) {
    if (!text.includes('{{')) {
      return text;
    }
    const template = Template.parse(text);
    const whole = template.whole();
    if (!whole) {
      return this.#embedded(template);
    }
    const value = this.#find(whole);
    if (value === undefined) {
      this.#missing(whole, this.#strict);
    }
    return value;
  }

  /** @param {Template} template */
  #embedded(template) {
    let out = '';
    let complete = true;
    for (const segment of template.segments) {
      if (segment.kind === 'literal') {
        out += segment.text;
        continue;
      }
      const value = this.#find(segment);
      if (value === undefined) {
        this.#missing(segment, true);
        complete = false;
      } else {
        const text = typeof value === 'string' ? value : compact(value);
        this.#written += text.length;
        if (this.#written > MOST_WRITTEN) {
          this.#failure ??= tooMuchText(segment);
          return undefined;
        }
        out += text;
      }
    }
    return complete ? out : undefined;
  }

  /** @param {Reference} reference */
  #find(reference) {
    if (reference.isCredential()) {
      return this.#credential(reference);
    }
    const value = reference.path.in(this.#scope);
    const nothing = value === undefined || value === null;
    return nothing && reference.defaultValue !== undefined ? reference.defaultValue : value;
  }

  /** @param {Reference} reference */
  #credential(reference) {
    const steps = reference.path.steps;
    const wellFormed =
      reference.defaultValue === undefined && steps.length === 1 && isCredentialName(steps[0]);
    return wellFormed ? this.#credentials.text(steps[0]) : undefined;
  }

  /**
   * @param {Reference} reference
   * @param {boolean} fails
   */
  #missing(reference, fails) {
    if (!fails && !reference.isCredential()) {
      this.#unresolved.add(reference.path.toString());
    } else {
      this.#failure ??= reference.isCredential()
        ? missingCredential(reference)
        : missingReference(this.#scope, reference.path);
    }
  }
}
