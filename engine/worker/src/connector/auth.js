/**
 * How a connector is let in. Texts are templates.
 *
 * @typedef {Static | Tokened | Hmac | FirstOf} Auth
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {Record<string, string>} Texts
 */

/**
 * What is added to the request.
 *
 * @typedef {object} Static
 * @property {'static'} kind
 * @property {Texts} header
 * @property {JsonObject} query
 * @property {JsonObject} body
 * @property {Texts} path
 * @property {{ user: string, password: string } | undefined} basic RFC 7617
 */

/**
 * An access token that is exchanged for another, first made or refreshed when needed. `tokenUrl` is
 * its endpoint, `header` where the token stands, as `{{access_token}}`.
 *
 * @typedef {OAuth2 | ServiceAccount} Tokened
 */

/**
 * Access for a user who agreed. RFC 6749.
 *
 * @typedef {object} OAuth2
 * @property {'oauth2'} kind
 * @property {string} grant under this name the tokens are kept
 * @property {string} authorizeUrl where the user agrees
 * @property {string} tokenUrl
 * @property {string[]} scopes
 * @property {Texts} authorizeParams
 * @property {string} clientId
 * @property {string | undefined} clientSecret
 * @property {boolean} basic the client's id and secret go into a header, else into the body
 * @property {string | undefined} refreshToken used until the grant has one of its own
 * @property {Texts} header
 */

/**
 * Access for a program with a key. RFC 7523.
 *
 * @typedef {object} ServiceAccount
 * @property {'service_account'} kind
 * @property {string} key
 * @property {string} tokenUrl
 * @property {string[]} scopes
 * @property {string | undefined} subject the user to act for
 * @property {Texts} header
 */

/**
 * A signature of the request. RFC 2104.
 *
 * @typedef {object} Hmac
 * @property {'hmac'} kind
 * @property {string} secret
 * @property {string} algorithm sha1, sha256 or sha512
 * @property {string} message
 * @property {boolean} base64 how the signature is written; else hex
 * @property {Texts} header
 */

/**
 * The first whose credentials are all there.
 *
 * @typedef {object} FirstOf
 * @property {'first_of'} kind
 * @property {Auth[]} options
 */

/** @param {Auth | undefined} auth @returns {auth is Tokened} */
export function isTokened(auth) {
  return auth?.kind === 'oauth2' || auth?.kind === 'service_account';
}
