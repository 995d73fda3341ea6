/** A request of a part that the host did not carry out. The guest goes on and is told. */
export class HostFailure extends Error {
  /**
   * @param {import('./failure-code.js').FailureCode} code
   * @param {string} error what happened, without secrets
   * @param {string} [hint] what to do
   */
  constructor(code, error, hint) {
    super(error);
    this.name = 'HostFailure';
    /** @type {import('./call-failure.js').CallFailure} */
    this.failure = { code, error, hint };
  }
}
