/**
 * What a connector asks for; texts are templates over its parameters.
 *
 * @typedef {HttpRequest | BindingRequest} Request
 *
 * @typedef {import('../value/json.js').Json} Json
 */

/**
 * A call over HTTP.
 *
 * @typedef {object} HttpRequest
 * @property {'http'} kind
 * @property {string} method upper case, or one template
 * @property {string} url
 * @property {string | undefined} path what is put after the address as it is
 * @property {Json} headers an object, or a text that is one template and gives an object
 * @property {Json} query the same
 * @property {Json | undefined} body what is sent; undefined for nothing
 * @property {Encoding} encoding how it is written
 * @property {string[]} except parameters that aren't part of `{{_parameters}}`
 */

/**
 * A call of the platform's Workers AI.
 *
 * @typedef {object} BindingRequest
 * @property {'binding'} kind
 * @property {string} model name of the model, such as `@cf/meta/llama-3.1-8b-instruct`
 * @property {Json | undefined} body
 * @property {string[]} except as above
 */

/** @typedef {keyof typeof CONTENT_TYPES} Encoding */

export const CONTENT_TYPES = Object.freeze({
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain; charset=utf-8',
  message: 'message/rfc822',
});

/** @param {HttpRequest} request */
export function sendsBody({ method }) {
  return method !== 'GET' && method !== 'HEAD';
}
