import { HttpError } from '../http/http-error.js';
import { equalInConstantTime, sha256 } from '../value/digest.js';
import { readApiKeys } from './api-key.js';
import { presentedKey } from './presented-key.js';

/** @typedef {import('./api-key.js').ApiKey} ApiKey */

/**
 * The key a request shows, if it may do what it asks for.
 *
 * @param {Headers} headers
 * @param {string | undefined} secret `ARCRUN_API_KEYS`
 * @param {import('./api-key.js').Role} needed
 * @returns {Promise<ApiKey>}
 * @throws {HttpError} 401, the same for a missing, an unknown and a wrong key; 403 where its role does
 *   not allow it
 */
export async function requireKey(headers, secret, needed) {
  const key = await knownKey(headers, secret);
  if (!key) {
    throw new HttpError(
      401,
      'UNAUTHORIZED',
      'This needs an API key that is known here.',
      'Send it as the header X-Arcrun-API-Key, or as Authorization: Bearer. Keys are made and removed in the studio.',
      { headers: { 'WWW-Authenticate': 'Bearer' } },
    );
  }
  if (needed === 'manage' && key.role !== 'manage') {
    throw new HttpError(
      403,
      'FORBIDDEN',
      'This API key may call deployed recipes and read their history, nothing else.',
      'Use a key with the role `manage` for this.',
    );
  }
  return key;
}

/**
 * The known key that a request shows; undefined where there is none.
 *
 * @param {Headers} headers
 * @param {string | undefined} secret
 * @returns {Promise<ApiKey | undefined>}
 * @throws {HttpError} 500 where the Worker's own list can't be read
 */
export async function knownKey(headers, secret) {
  const keys = readApiKeys(secret);
  if (!keys) {
    throw new HttpError(
      500,
      'NOT_CONFIGURED',
      'This executor has no list of API keys, or one that can not be read.',
      'Deploy it again from the studio.',
    );
  }
  const hash = await sha256(presentedKey(headers) ?? '');
  /** @type {ApiKey | undefined} */
  let found;
  // All are compared, so that the time says nothing of which one fits.
  for (const key of keys) {
    found = equalInConstantTime(key.hash, hash) ? key : found;
  }
  return presentedKey(headers) === undefined ? undefined : found;
}
