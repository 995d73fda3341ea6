import { ApiError } from "./api-error.mjs";

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {Buffer} body
 *
 * @typedef {{ code: number, message: string, type?: null }} Message
 */

const JSON_TYPE = { "content-type": "application/json" };
const WORKERS_ERRORS = "https://developers.cloudflare.com/workers/platform/error-codes/";

/** @param {number} status @param {unknown} value @param {Record<string, string>} [headers] @returns {Answer} */
export function json(status, value, headers = {}) {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: Buffer.from(JSON.stringify(value)) };
}

/**
 * A success in the API's envelope.
 *
 * @param {unknown} result
 * @param {{ resultInfo?: object, messages?: Message[] }} [more]
 * @returns {Answer}
 */
export function success(result, { resultInfo, messages = [] } = {}) {
  return json(200, {
    result: result ?? null,
    success: true,
    errors: [],
    messages,
    ...(resultInfo && { result_info: resultInfo }),
  });
}

/** A refusal in the API's envelope. @param {ApiError} error @param {string} path @returns {Answer} */
export function failure(error, path) {
  const { errorChain, pointer } = error.details;
  return json(error.status, {
    result: null,
    success: false,
    errors: [
      {
        code: error.code,
        message: error.message,
        ...(path.includes("/workers/") && error.code >= 10000 && { documentation_url: WORKERS_ERRORS + error.code }),
        ...(pointer !== undefined && { source: { pointer } }),
        ...(errorChain && { error_chain: errorChain }),
      },
    ],
    messages: [],
  });
}

/**
 * Bytes outside the envelope, as for a KV value.
 *
 * @param {Uint8Array} body
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
export function bytes(body, headers = {}) {
  return { status: 200, headers: { "content-type": "application/octet-stream", ...headers }, body: Buffer.from(body) };
}
