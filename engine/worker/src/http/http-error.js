/**
 * A request that gets no other answer than an error: the caller's mistake, or something this Worker
 * lacks. Bugs are other exceptions.
 */
export class HttpError extends Error {
  /**
   * @param {number} status
   * @param {string} code stable, for programs: `UNKNOWN_RECIPE`
   * @param {string} error what happened, in a sentence
   * @param {string} hint what to do
   * @param {{ more?: import('../value/json.js').JsonObject, headers?: Record<string, string> }} [rest]
   *   further members of the body, and headers
   */
  constructor(status, code, error, hint, { more = {}, headers = {} } = {}) {
    super(error);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.more = more;
    this.headers = headers;
  }

  /** `{success: false, error, error_code, hint, …}` @returns {import('../value/json.js').JsonObject} */
  get body() {
    return {
      success: false,
      error: this.message,
      error_code: this.code,
      hint: this.hint,
      ...this.more,
    };
  }
}
