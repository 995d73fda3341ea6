/** A module that can't be run as a part; the message is for the part's author. */
export class PartLoadException extends Error {
  /**
   * @param {'UNKNOWN_IMPORT' | 'NO_START' | 'NO_MEMORY'} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'PartLoadException';
    this.code = code;
  }
}
