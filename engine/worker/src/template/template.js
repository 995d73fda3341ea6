import { isBlank } from './characters.js';
import { Reference } from './segment.js';
import { TemplateParser } from './template-parser.js';

/** @typedef {import('./segment.js').Segment} Segment */

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
