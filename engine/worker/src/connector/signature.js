import { toBase64 } from '../sandbox/base64.js';
import { membersOf } from '../template/scope.js';
import { toHex } from '../value/digest.js';
import { encodeUtf8 } from '../value/utf8.js';
import { utf8 } from './percent.js';

/**
 * What is signed.
 *
 * @typedef {object} Signed
 * @property {string} method
 * @property {import('../sandbox/web-address.js').WebAddress} address where the request goes
 * @property {string} body as it is sent
 * @property {string} callId
 * @property {number} now milliseconds since 1970
 */

const HASHES = new Map([
  ['sha1', 'SHA-1'],
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
]);

/**
 * The headers that carry the signature of a request with a shared secret. RFC 2104.
 *
 * @param {import('./auth.js').Hmac} auth
 * @param {string} secret
 * @param {Signed} signed
 * @param {import('./filling.js').Filling} filling
 * @returns {Promise<[name: string, value: string][]>}
 */
export async function signatureHeaders(auth, secret, signed, filling) {
  const { method, address, body, callId, now } = signed;
  const names = {
    method,
    url: address.text,
    host: address.host,
    path: address.path,
    query: address.query,
    body,
    timestamp: String(Math.floor(now / 1000)),
    timestamp_ms: String(now),
    call_id: callId,
  };
  const message = filling.with(membersOf(names)).text(auth.message) ?? '';
  const bytes = await sign(auth.algorithm, secret, message);
  const signature = auth.base64 ? toBase64(bytes) : toHex(bytes);
  return filling.with(membersOf({ ...names, signature })).texts(auth.header);
}

/**
 * @param {string} algorithm
 * @param {string} secret
 * @param {string} message
 */
async function sign(algorithm, secret, message) {
  const how = { name: 'HMAC', hash: HASHES.get(algorithm) };
  const key = await crypto.subtle.importKey('raw', encodeUtf8(secret), how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(message)));
}
