import { compact } from '../value/json-writer.js';
import { ROOT } from './credential-placeholder.js';

/**
 * A piece of a template: text that stands for itself, or a value to put in.
 *
 * @typedef {Literal | Reference} Segment
 *
 * @typedef {object} Literal
 * @property {'literal'} kind
 * @property {string} text what it writes, `{{{{` already read as `{{`
 */

export class Reference {
  kind = /** @type {const} */ ('reference');

  /**
   * @param {import('./reference-path.js').ReferencePath} path
   * @param {import('../value/json.js').Json | undefined} defaultValue what counts where there is no
   *   value or null
   * @param {number} start offset of the opening braces in the template's text (UTF-16)
   * @param {number} end offset after the closing braces
   */
  constructor(path, defaultValue, start, end) {
    this.path = path;
    this.defaultValue = defaultValue;
    this.start = start;
    this.end = end;
  }

  /** Whether it names a credential, which no scope ever fills. */
  isCredential() {
    return this.path.name === ROOT;
  }

  /** As one writes it, braces included. */
  toString() {
    const fallback = this.defaultValue === undefined ? '' : ` ?? ${compact(this.defaultValue)}`;
    return `{{${this.path}${fallback}}}`;
  }
}
