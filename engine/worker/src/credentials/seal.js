import { fromBase64, toBase64 } from '../sandbox/base64.js';
import { memberOf, textOf } from '../value/json.js';
import { compact } from '../value/json-writer.js';
import { decodeStrictUtf8, encodeUtf8 } from '../value/utf8.js';

/**
 * A secret as it is stored. AES-256-GCM (NIST SP 800-38D) with a tag of 16 bytes at the end of
 * `encrypted`.
 *
 * @typedef {object} SealedRecord
 * @property {1} v
 * @property {string} kid which key opens it
 * @property {'A256GCM'} alg
 * @property {string} iv base64 of 12 random bytes
 * @property {string} encrypted base64
 */

/**
 * Where a record belongs. It is bound to that place: nobody who can write the store can move it
 * under another name, to another Worker or into another account.
 *
 * @typedef {object} Place
 * @property {string} account the Cloudflare account's id
 * @property {string} worker the Worker's name
 * @property {string} kind `credential` or `token`
 * @property {string} name
 */

export const VERSION = 1;
export const ALGORITHM = 'A256GCM';
const IV_BYTES = 12;
const TAG_BITS = 128;

/**
 * @param {import('./encryption-keys.js').EncryptionKey} key
 * @param {Place} place
 * @param {string} text
 * @returns {Promise<SealedRecord>}
 */
export async function seal({ kid, key }, place, text) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const encrypted = await crypto.subtle.encrypt(parameters(iv, place), key, encodeUtf8(text));
  return {
    v: VERSION,
    kid,
    alg: ALGORITHM,
    iv: toBase64(iv),
    encrypted: toBase64(new Uint8Array(encrypted)),
  };
}

/**
 * The text of a record.
 *
 * @param {import('./encryption-keys.js').EncryptionKeys} keys
 * @param {Place} place
 * @param {import('../value/json.js').Json} record
 * @returns {Promise<string>}
 * @throws {UnsealableException} when it is none, was made with another key, for another place, or was
 *   changed
 */
export async function open(keys, place, record) {
  const iv = fromBase64(textOf(record, 'iv') ?? '');
  const encrypted = fromBase64(textOf(record, 'encrypted') ?? '');
  if (
    memberOf(record, 'v') !== VERSION ||
    memberOf(record, 'alg') !== ALGORITHM ||
    iv?.length !== IV_BYTES ||
    !encrypted
  ) {
    throw new UnsealableException('its record has a form that this executor does not know');
  }
  const key = await keys.named(textOf(record, 'kid') ?? '');
  if (!key) {
    throw new UnsealableException('it was encrypted with a key that this Worker does not have');
  }
  const text = decodeStrictUtf8(await decrypted(key.key, parameters(iv, place), encrypted));
  if (text === undefined) {
    throw new UnsealableException('what it holds is no text');
  }
  return text;
}

/** A record that gives no text. The message says why, after "because". */
export class UnsealableException extends Error {
  /** @param {string} why */
  constructor(why) {
    super(why);
    this.name = 'UnsealableException';
  }
}

/**
 * @param {CryptoKey} key
 * @param {AesGcmParams} how
 * @param {Uint8Array} encrypted
 */
async function decrypted(key, how, encrypted) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, encrypted));
  } catch {
    throw new UnsealableException(
      'it was changed, or was stored for another name, Worker or account',
    );
  }
}

/**
 * @param {Uint8Array} iv
 * @param {Place} place
 * @typedef {{ name: 'AES-GCM', iv: Uint8Array, additionalData: Uint8Array, tagLength: number }} AesGcmParams
 * @returns {AesGcmParams}
 */
function parameters(iv, { account, worker, kind, name }) {
  const additionalData = encodeUtf8(compact(['arcrun', kind, account, worker, name]));
  return { name: 'AES-GCM', iv, additionalData, tagLength: TAG_BITS };
}
