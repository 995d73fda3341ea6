import { firstOf } from '../template/scope.js';
import { Template } from '../template/template.js';
import { isObject, put } from '../value/json.js';
import { compact } from '../value/json-writer.js';
import { ConnectorFailure } from './connector-failure.js';

/**
 * @typedef {import('../template/scope.js').Scope} Scope
 * @typedef {import('../template/segment.js').Reference} Reference
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * Puts values into a connector's templates. A text that is one template keeps the value's type, and
 * is left out where there is none; so is any text with a credential that isn't there.
 */
export class Filling {
  #scope;
  #credentials;

  /**
   * @param {Scope} scope
   * @param {(key: string) => string | undefined} credentials what stands in a request for the
   *   credential of a key; undefined where there is none
   */
  constructor(scope, credentials) {
    this.#scope = scope;
    this.#credentials = credentials;
  }

  /** The same, with more names that mean something. @param {Scope} more */
  with(more) {
    return new Filling(firstOf(more, this.#scope), this.#credentials);
  }

  /**
   * The value with its texts filled, at any depth; undefined where nothing is left.
   *
   * @param {Json | undefined} written
   * @returns {Json | undefined}
   * @throws {ConnectorFailure} `MISSING_FIELD`
   */
  value(written) {
    if (typeof written === 'string') {
      return this.#filled(written);
    }
    if (Array.isArray(written)) {
      return written.map((item) => this.value(item)).filter((item) => item !== undefined);
    }
    return isObject(written) ? this.object(written) : written;
  }

  /** @param {JsonObject} written */
  object(written) {
    /** @type {JsonObject} */
    const members = {};
    for (const [name, member] of Object.entries(written)) {
      const value = this.value(member);
      if (value !== undefined) {
        put(members, name, value);
      }
    }
    return members;
  }

  /** A filled text; undefined where it is left out. @param {string | undefined} written */
  text(written) {
    const value = this.value(written) ?? undefined;
    return value === undefined ? undefined : asText(value);
  }

  /**
   * Texts by name, those that are left out missing.
   *
   * @param {Record<string, string>} written
   * @returns {[name: string, text: string][]}
   */
  texts(written) {
    return Object.entries(written).flatMap(([name, text]) => {
      const filled = this.text(text);
      return filled === undefined ? [] : [/** @type {[string, string]} */ ([name, filled])];
    });
  }

  /** @param {string} written @returns {Json | undefined} */
  #filled(written) {
    const template = Template.parse(written);
    const whole = template.whole();
    if (whole) {
      return this.find(whole);
    }
    let out = '';
    for (const segment of template.segments) {
      if (segment.kind === 'literal') {
        out += segment.text;
        continue;
      }
      const value = this.find(segment);
      if (segment.isCredential() && value === undefined) {
        return undefined;
      }
      out += asText(there(segment, value));
    }
    return out;
  }

  /** The value, or undefined where there is none. @param {Reference} reference @returns {Json | undefined} */
  find(reference) {
    if (reference.isCredential()) {
      return this.#credentials(keyOfReference(reference));
    }
    const value = reference.path.in(this.#scope);
    const isNothing = value === undefined || value === null;
    return isNothing && reference.defaultValue !== undefined ? reference.defaultValue : value;
  }
}

/** The key of a credential. @param {Reference} reference */
export function keyOfReference({ path }) {
  return path.steps.at(0) ?? '';
}

/**
 * @param {Reference} reference
 * @param {Json | undefined} value
 */
export function there({ path }, value) {
  if (value === undefined || value === null) {
    throw ConnectorFailure.of(
      'MISSING_FIELD',
      `\`${path}\` is missing.`,
      `Give the parameter \`${path.name}\`.`,
    );
  }
  return value;
}

/** @param {Json} value */
export function asText(value) {
  return typeof value === 'string' ? value : compact(value);
}
