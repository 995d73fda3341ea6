/**
 * What a token endpoint gave.
 *
 * @typedef {object} Token
 * @property {string} accessToken
 * @property {number | undefined} expiresAt when it ends, in milliseconds since 1970; undefined where
 *   the service doesn't say: until it is refused
 * @property {string | undefined} refreshToken what to get the next one with
 */
export {};
