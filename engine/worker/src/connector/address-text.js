import { Template } from '../template/template.js';
import { textOf, isObject } from '../value/json.js';
import { strip } from '../value/blanks.js';
import { ConnectorFailure } from './connector-failure.js';
import { asText, keyOfReference, there } from './filling.js';
import { kindOf } from './input-check.js';
import { percentComponent } from './percent.js';

/** @typedef {import('../template/segment.js').Reference} Reference */

/**
 * Fills the template of an address. What a parameter gives can't leave its place: it is
 * percent-encoded, and no segment of the path becomes `.` or `..`.
 *
 * @param {string} written
 * @param {import('./filling.js').Filling} filling
 * @param {Record<string, string>} [authPath] templates of `{{auth.NAME}}`
 */
export function addressText(written, filling, authPath = {}) {
  return new AddressText(filling, authPath).of(written);
}

class AddressText {
  #filling;
  #authPath;
  #out = '';
  /** The piece of the path that is being written. @type {string | undefined} */
  #segment;
  #references = 0;
  #hasLiteral = false;
  #pathIsOver = false;

  /**
   * @param {import('./filling.js').Filling} filling
   * @param {Record<string, string>} authPath
   */
  constructor(filling, authPath) {
    this.#filling = filling;
    this.#authPath = authPath;
  }

  /** @param {string} written */
  of(written) {
    Template.parse(written).segments.forEach((segment, i) => {
      if (segment.kind === 'literal') {
        this.#literal(segment.text);
      } else if (i === 0 && !segment.isCredential()) {
        this.#out += this.#base(segment);
      } else {
        this.#reference(segment);
      }
    });
    this.#endSegment();
    return this.#out;
  }

  /** @param {string} text */
  #literal(text) {
    for (const c of text) {
      if (!this.#pathIsOver && (c === '?' || c === '#')) {
        this.#endSegment();
        this.#pathIsOver = true;
      }
      if (!this.#pathIsOver && c === '/' && this.#isAfterHost()) {
        this.#endSegment();
        this.#segment = '';
        this.#references = 0;
        this.#hasLiteral = false;
      } else {
        this.#write(c);
        this.#hasLiteral = true;
      }
    }
  }

  #isAfterHost() {
    const scheme = this.#out.indexOf('://');
    return this.#segment !== undefined || (scheme >= 0 && this.#out.length > scheme + 3);
  }

  /** @param {string} text */
  #write(text) {
    if (this.#segment === undefined) {
      this.#out += text;
    } else {
      this.#segment += text;
    }
  }

  #endSegment() {
    const text = this.#segment;
    this.#segment = undefined;
    const isLeftOut = this.#references === 1 && !this.#hasLiteral && text === '';
    if (text === undefined || isLeftOut) {
      return;
    }
    const dots = text.toLowerCase().replaceAll('%2e', '.');
    if (this.#references > 0 && (dots === '.' || dots === '..')) {
      throw ConnectorFailure.of(
        'INVALID_VALUE',
        `A part of the address is \`${text}\`, which would lead to another place.`,
        'Change the parameter that stands there.',
      );
    }
    this.#out += `/${text}`;
  }

  /** @param {Reference} reference */
  #reference(reference) {
    this.#write(this.#encoded(reference));
    this.#references++;
  }

  /** @param {Reference} reference */
  #base(reference) {
    const value = there(reference, this.#filling.find(reference));
    if (typeof value !== 'string') {
      throw ConnectorFailure.of(
        'INVALID_TYPE',
        `\`${reference.path}\` must be an address, not ${kindOf(value)}.`,
        'Give an address that starts with https://.',
      );
    }
    return strip(value);
  }

  /** @param {Reference} reference @returns {string} */
  #encoded(reference) {
    if (reference.isCredential()) {
      return asText(there(reference, this.#filling.find(reference)));
    }
    const ofAuth =
      reference.path.name === 'auth'
        ? textOf(this.#authPath, keyOfReference(reference))
        : undefined;
    if (ofAuth !== undefined) {
      return this.#encodedText(ofAuth);
    }
    const value = there(reference, this.#filling.find(reference));
    if (Array.isArray(value) || isObject(value)) {
      throw ConnectorFailure.of(
        'INVALID_TYPE',
        `\`${reference.path}\` stands in the address and can't be ${kindOf(value)}.`,
        'Give a text or a number.',
      );
    }
    return percentComponent(asText(value));
  }

  /** A text with credentials as they are and all else encoded. @param {string} written */
  #encodedText(written) {
    return Template.parse(written)
      .segments.map((segment) =>
        segment.kind === 'literal' ? percentComponent(segment.text) : this.#encoded(segment),
      )
      .join('');
  }
}
