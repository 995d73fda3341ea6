/** A text that is not JSON; says where, for whoever wrote the text. */
export class JsonSyntaxException extends Error {
  /**
   * @param {string} what
   * @param {number} line from 1
   * @param {number} column from 1
   */
  constructor(what, line, column) {
    super(`${what} (line ${line}, column ${column})`);
    this.name = 'JsonSyntaxException';
    this.line = line;
    this.column = column;
  }
}
