/**
 * Where access tokens are kept, by the name of their grant.
 *
 * @typedef {object} Tokens
 * @property {(grant: string) => Promise<Token | undefined>} get the token kept under that name
 * @property {(grant: string, expected: Token | undefined, next: Token) => Promise<boolean>}
 *   compareAndSet keeps a token if still the expected one is kept there: the very object that `get`
 *   gave, or undefined for none. Gives whether it is kept now
 *
 * @typedef {import('./token.js').Token} Token
 */
export {};
