/**
 * Why parameters can't be put together.
 *
 * @typedef {object} Unresolved
 * @property {'UNRESOLVED_REFERENCE' | 'CREDENTIAL_REFERENCE' | 'TEXT_TOO_LARGE'} code the second for
 *   a credential that is written in a way that can't be one, the third where too much was found
 * @property {string} reference as in the recipe's text, without braces
 * @property {string} message what happened and what to do
 * @property {string[]} nearest references that would mean something, best first
 */
export {};
