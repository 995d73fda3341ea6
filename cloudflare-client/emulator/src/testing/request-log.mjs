import { MultipartError, parseMultipart } from "../http/multipart.mjs";
import { masked, maskedHeaders } from "./masking.mjs";

/**
 * @typedef {object} LoggedRequest
 * @property {string} label what the test was doing
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} query
 * @property {object} headers
 * @property {unknown} [json] body
 * @property {{ name: string | undefined, filename: string | undefined, type: string | undefined, bytes: number, json?: unknown }[]} [parts]
 * @property {number} [bytes] of a body that is neither
 * @property {number | "dropped"} status
 */

const KEPT = 5000;

/** What was asked of the API, for tests; secrets are masked as they come in. */
export class RequestLog {
  /** @type {LoggedRequest[]} */
  #requests = [];
  label = "";

  /** @param {import("../http/api-request.mjs").ApiRequest} request @param {number | "dropped"} status */
  record(request, status) {
    const { method, path, query, headers, body } = request;
    this.#requests.push({
      label: this.label,
      method,
      path,
      query: Object.fromEntries(query),
      headers: maskedHeaders(headers),
      ...content(body, headers["content-type"]),
      status,
    });
    if (this.#requests.length > KEPT) this.#requests.shift();
  }

  clear() {
    this.#requests = [];
  }

  toJSON() {
    return this.#requests;
  }
}

/** @param {Buffer} body @param {string | undefined} type */
function content(body, type) {
  if (body.length === 0) return {};
  if (type?.startsWith("multipart/")) return { parts: parts(body, type) };
  const json = parsed(body);
  return json === undefined ? { bytes: body.length } : { json };
}

/** @param {Buffer} body @param {string} type */
function parts(body, type) {
  try {
    return parseMultipart(body, type).map(({ name, filename, type: partType, data }) => {
      const json = filename === undefined ? parsed(data) : undefined;
      return { name, filename, type: partType, bytes: data.length, ...(json !== undefined && { json }) };
    });
  } catch (error) {
    if (error instanceof MultipartError) return [];
    throw error;
  }
}

/** JSON with secrets masked. @param {Buffer} data @returns {unknown} undefined: not JSON, or nested too deeply */
function parsed(data) {
  try {
    return masked(JSON.parse(data.toString("utf8")));
  } catch {
    return undefined;
  }
}
