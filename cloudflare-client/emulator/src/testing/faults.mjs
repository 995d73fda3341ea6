/**
 * A failure asked for by a test. Of the calls that match, the first `skip` pass, the next `times` fail.
 *
 * @typedef {object} Fault
 * @property {string} [method]
 * @property {string} [path] regular expression for the path below `/client/v4`
 * @property {number} [skip] 0 if absent
 * @property {number} [times] 1 if absent
 * @property {boolean} [after] the call takes effect first and only its answer fails
 * @property {number} [delay_ms]
 * @property {boolean} [drop] the connection ends without an answer
 * @property {number} [status]
 * @property {number} [code] in the API's envelope
 * @property {string} [message]
 * @property {string} [html] a page in place of the envelope
 * @property {Record<string, string>} [headers]
 */

/** Failures waiting for their call. */
export class Faults {
  /** @type {(Fault & { skip: number, times: number })[]} */
  #waiting = [];

  /** @param {Fault[]} faults */
  add(faults) {
    for (const fault of faults) {
      new RegExp(fault.path ?? "");
      this.#waiting.push({ skip: 0, times: 1, ...fault });
    }
  }

  clear() {
    this.#waiting = [];
  }

  /** How many faults didn't happen yet. */
  get size() {
    return this.#waiting.length;
  }

  /** @param {string} method @param {string} path @returns {Fault | undefined} the one for this call */
  next(method, path) {
    const fault = this.#waiting.find(
      (one) => (one.method ?? method) === method && new RegExp(one.path ?? "").test(path),
    );
    if (!fault) return undefined;
    if (fault.skip > 0) {
      fault.skip--;
      return undefined;
    }
    if (--fault.times <= 0) this.#waiting.splice(this.#waiting.indexOf(fault), 1);
    return fault;
  }
}
