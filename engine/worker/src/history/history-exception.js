/** The run history can't give what is asked of it; the message says why. */
export class HistoryException extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'HistoryException';
  }
}
