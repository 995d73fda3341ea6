/** A text that is no I-Regexp, or one too large to be used; says where. */
export class IRegexpSyntaxException extends Error {
  /**
   * @param {string} what
   * @param {string} pattern
   * @param {number} offset in UTF-16 units of the pattern, from 0
   */
  constructor(what, pattern, offset) {
    super(`\`${pattern}\` is no I-Regexp (RFC 9485): ${what}, at character ${offset + 1}`);
    this.name = 'IRegexpSyntaxException';
    this.offset = offset;
  }
}
