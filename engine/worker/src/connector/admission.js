/**
 * What letting in adds to a request.
 *
 * @typedef {object} Admission
 * @property {[name: string, value: string][]} headers
 * @property {import('../value/json.js').JsonObject} query
 * @property {import('../value/json.js').JsonObject} body members added to a body that is an object
 * @property {Record<string, string>} path templates of `{{auth.NAME}}` in the address
 */

/** @param {[name: string, value: string][]} headers @returns {Admission} */
export function admittedBy(headers) {
  return { headers, query: {}, body: {}, path: {} };
}
