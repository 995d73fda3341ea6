/**
 * A word of an expression. A `sign` is a sign or keyword; synonyms have the text of one of them:
 * `or` for `||`.
 *
 * @typedef {object} Token
 * @property {'sign' | 'number' | 'text' | 'path' | 'end'} kind
 * @property {string} text the sign or keyword, a text's value, else as written
 * @property {number} start UTF-16 offset of its first character
 * @property {number} end offset after its last
 */
export {};
