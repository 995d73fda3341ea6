/**
 * What a server answered, redirects followed. Header names are lower case.
 *
 * @typedef {object} HttpAnswer
 * @property {number} status
 * @property {import('./http-call.js').Header[]} headers
 * @property {Uint8Array} body
 */
export {};
