/**
 * How an answer is read. Paths and templates see `status`, `headers` (lower case names) and `body`.
 *
 * @typedef {object} Response
 * @property {import('../template/expression.js').Expression | undefined} successWhen whether the call
 *   succeeded; undefined: with a status below 300
 * @property {Data} data where the result's data stand
 * @property {import('./result-text.js').ResultText | undefined} text where the result's text stands
 * @property {ReferencePath | undefined} errorPath where the service says what was wrong
 * @property {'json' | 'text' | 'empty'} expects what the body of an answer is
 *
 * @typedef {import('../template/reference-path.js').ReferencePath} ReferencePath
 */

/**
 * A path, or an object of templates at any depth.
 *
 * @typedef {{ kind: 'at', path: ReferencePath }
 *   | { kind: 'made', object: import('../value/json.js').JsonObject }} Data
 */
export {};
