/**
 * @typedef {object} ErrorDetails
 * @property {{ code: number, message: string }[]} [errorChain] causes the API names beside the code
 * @property {string} [pointer] JSON pointer to the place in the request body
 */

/** An answer of the API that says no: HTTP status, Cloudflare's code and a sentence. */
export class ApiError extends Error {
  /**
   * @param {number} status HTTP status
   * @param {number} code of Cloudflare's catalogue of that product
   * @param {string} message
   * @param {ErrorDetails} [details]
   */
  constructor(status, code, message, details = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
