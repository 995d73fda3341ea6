/**
 * One thing the executor can be asked for. The table of routes drives dispatch, who is let in, and
 * the description in `/openapi.json`.
 *
 * @typedef {object} Route
 * @property {'GET' | 'POST' | 'DELETE'} method
 * @property {string} path with places such as `:name`
 * @property {'open' | 'hook' | import('../access/api-key.js').Role} access `open`: anybody; `hook`:
 *   the handler itself asks for a token or a key; else the role of the key
 * @property {string} id for programs: `deployRecipe`
 * @property {string} summary
 * @property {QueryParameter[]} [query]
 * @property {string} [body] name of the body's schema in `schemas.js`
 * @property {boolean} [anyBody] the body may be any JSON
 * @property {{ status: number, text: string, schema: string }[]} answers
 * @property {number[]} errors statuses of errors that this route may give besides those that all may
 * @property {(incoming: import('./incoming.js').Incoming) => Promise<Response>} handle
 *
 * @typedef {{ name: string, text: string }} QueryParameter
 */
export {};
