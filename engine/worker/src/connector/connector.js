/**
 * A part without a program.
 *
 * @typedef {object} Connector
 * @property {import('../part/contract.js').Contract} contract what it takes and may use
 * @property {import('./request.js').Request} request the call it makes
 * @property {import('./response.js').Response} response how the answer is read
 * @property {import('./auth.js').Auth | undefined} auth how it is let in; undefined where nothing is
 *   asked for
 */
export {};
