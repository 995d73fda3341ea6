import { HttpError } from '../http/http-error.js';
import { toHex } from '../value/digest.js';
import { hmac, oneFits } from './hmac.js';

/** How old a signature may be, and how far ahead its clock. */
export const WINDOW_S = 300;

/**
 * Checks that a request was signed with a secret, over its bytes as they came.
 *
 * @param {import('./signature-styles.js').SignatureStyle} style
 * @param {string} secret
 * @param {Headers} headers
 * @param {Uint8Array} body
 * @param {number} nowMs
 * @returns {Promise<string>} the signature in hexadecimal, the same for the same bytes and time
 * @throws {HttpError} 401, which doesn't say whether signature or time was wrong beyond what the
 *   sender knows
 */
export async function verify(style, secret, headers, body, nowMs) {
  const claim = style.claim(headers);
  if (!claim) {
    throw refused('The request has no signature of the kind this hook asks for.');
  }
  const right = await hmac(secret, claim.before, body);
  if (!oneFits(claim.signatures, right)) {
    throw refused('The signature of the request does not fit its body.');
  }
  if (claim.atS !== undefined && Math.abs(nowMs / 1000 - claim.atS) > WINDOW_S) {
    throw refused(`The request was signed more than ${WINDOW_S / 60} minutes from now.`);
  }
  return toHex(right);
}

/** @param {string} error */
export function refused(error) {
  return new HttpError(
    401,
    'SIGNATURE_INVALID',
    error,
    'Check that the sender has the same secret as the recipe, signs the body as it sends it, and has the right time.',
  );
}
