import { ApiError } from "./api-error.mjs";

/** One call of the API, as the routes see it. */
export class ApiRequest {
  /** @type {Record<string, string>} what the path names, decoded */
  params = {};
  /** @type {Buffer} empty until it is known that the caller may send one */
  body = Buffer.alloc(0);

  /**
   * @param {object} call
   * @param {string} call.method
   * @param {string} call.path below `/client/v4`, still percent-encoded
   * @param {URLSearchParams} call.query
   * @param {import("node:http").IncomingHttpHeaders} call.headers
   */
  constructor({ method, path, query, headers }) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
  }

  /** What the path names; its absence is a mistake in the route table. @param {string} name @returns {string} */
  param(name) {
    const value = this.params[name];
    if (value === undefined) throw new TypeError(`The route has no parameter '${name}'`);
    return value;
  }

  /**
   * The body as JSON, whatever its content type says (wrangler sends `text/plain` for some).
   *
   * @param {{ status?: number, code: number }} refusal what the product answers to a bad body
   * @returns {unknown}
   */
  json({ status = 400, code }) {
    try {
      return JSON.parse(this.body.toString("utf8"));
    } catch {
      throw new ApiError(
        status,
        code,
        "Could not parse request body. Please ensure the request is valid and try again.",
      );
    }
  }
}
