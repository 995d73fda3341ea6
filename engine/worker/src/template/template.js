import { isBlank } from './characters.js';
import { Reference } from './segment.js';
import { TemplateParser } from './template-parser.js';

/**
 * @typedef {import('./segment.js').Segment} Segment
 *
 * A piece between double braces that is plain text since it isn't a reference; most likely a mistake
 * of its author.
 *
 * @typedef {object} Unread
 * @property {number} start offset of the opening braces (UTF-16)
 * @property {number} end offset after the closing braces
 */

/** A text with references in it, read. RECIPE.md, section 4. */
export class Template {
  /**
   * @param {Segment[]} segments in order; two literals never follow each other and none is empty
   */
  constructor(segments) {
    this.segments = segments;
  }

  /**
   * Reads any text; what isn't a reference is a literal. Time grows with the text's length.
   *
   * @param {string} text
   */
  static parse(text) {
    return new Template(new TemplateParser(text).parse());
  }

  /** What looks like a reference in a text and isn't one. @param {string} text */
  static unread(text) {
    const parser = new TemplateParser(text);
    parser.parse();
    return parser.unread;
  }

  /** The references in order. */
  references() {
    return this.segments.filter((segment) => segment.kind === 'reference');
  }

  /**
   * The reference that is the whole text, white space around it aside, or undefined. Such a
   * template keeps its value's type.
   *
   * @returns {Reference | undefined}
   */
  whole() {
    const visible = this.segments.filter(
      (segment) => segment.kind === 'reference' || !isBlank(segment.text),
    );
    return visible.length === 1 && visible[0].kind === 'reference' ? visible[0] : undefined;
  }
}
