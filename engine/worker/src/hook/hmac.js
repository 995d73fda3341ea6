import { equalInConstantTime } from '../value/digest.js';
import { encodeUtf8 } from '../value/utf8.js';

/**
 * HMAC-SHA-256 (RFC 2104) of a text and the bytes after it.
 *
 * @param {string} secret
 * @param {string} before
 * @param {Uint8Array} body
 */
export async function hmac(secret, before, body) {
  const key = await crypto.subtle.importKey(
    'raw',
    encodeUtf8(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const start = encodeUtf8(before);
  const signed = new Uint8Array(start.length + body.length);
  signed.set(start);
  signed.set(body, start.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
}

/**
 * Whether one of the signatures given is the right one.
 *
 * @param {(Uint8Array | undefined)[]} given undefined: none that can be read
 * @param {Uint8Array} right
 */
export function oneFits(given, right) {
  let fits = false;
  for (const signature of given) {
    fits = (signature !== undefined && equalInConstantTime(signature, right)) || fits;
  }
  return fits;
}
