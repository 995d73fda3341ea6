import { HostFailure } from './host-failure.js';

/** A longer key is not in use anywhere. */
const MOST_BITS = 8192;
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, RS256).
 *
 * @param {Uint8Array} data
 * @param {Uint8Array} pkcs8 the private key, DER
 * @throws {HostFailure} when it is no such key
 */
export async function signRs256(data, pkcs8) {
  const key = await imported(pkcs8);
  const { modulusLength } = /** @type {{ modulusLength: number }} */ (
    /** @type {unknown} */ (key.algorithm)
  );
  if (modulusLength > MOST_BITS) {
    throw unusable();
  }
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM.name, key, data));
}

/** @param {Uint8Array} pkcs8 */
async function imported(pkcs8) {
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']);
  } catch {
    throw unusable();
  }
}

function unusable() {
  return new HostFailure(
    'INVALID_REQUEST',
    'The private key to sign with is not an RSA key in PKCS #8 form.',
    "Paste the key as it is in the service account's file.",
  );
}
