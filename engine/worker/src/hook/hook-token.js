import { sha256Hex } from '../value/digest.js';

const BYTES = 16;
const SHAPE = /^[A-Za-z0-9_-]{22,128}$/;

/** A new token of 128 random bits, to be put into a URL. */
export function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** What is stored of a token; undefined where the text can't be one. @param {string} token */
export async function tokenHash(token) {
  return SHAPE.test(token) ? sha256Hex(token) : undefined;
}
