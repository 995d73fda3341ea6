/** The run history can't be read just now. The message says what to do; the cause is for the log. */
export class HistoryException extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(
      'The run history can\'t be reached. Try again in a minute; if it stays so, check that the D1 database is there and within its quota.',
      { cause },
    );
    this.name = 'HistoryException';
  }
}
