import { encodeUtf8 } from './utf8.js';

/** @param {string | Uint8Array} content a text counts as its UTF-8 bytes */
export async function sha256(content) {
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** In hexadecimal, lower case. @param {string | Uint8Array} content */
export async function sha256Hex(content) {
  return toHex(await sha256(content));
}

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a hexadecimal text in either case; undefined where it is none. @param {string} text */
export function fromHex(text) {
  return /^(?:[0-9a-fA-F]{2})+$/.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    : undefined;
}

/** So many random bytes in hexadecimal. @param {number} bytes */
export function randomHex(bytes) {
  return toHex(crypto.getRandomValues(new Uint8Array(bytes)));
}

/**
 * Whether two byte sequences are equal, in a time that says nothing of where they differ. Their
 * lengths are no secret.
 *
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export function equalInConstantTime(a, b) {
  return a.length === b.length && crypto.subtle.timingSafeEqual(a, b);
}
