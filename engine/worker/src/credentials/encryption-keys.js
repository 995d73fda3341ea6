import { fromBase64 } from '../sandbox/base64.js';
import { sha256Hex } from '../value/digest.js';

/**
 * A key and the short name under which records say that they need it.
 *
 * @typedef {object} EncryptionKey
 * @property {string} kid
 * @property {CryptoKey} key AES-GCM, 256 bits
 */

const KEY_BYTES = 32;
const KID_LENGTH = 16;

/** The keys that records were sealed with: the current one first, then the one before a rotation. */
export class EncryptionKeys {
  #texts;
  /** @type {Promise<EncryptionKey[]> | undefined} */
  #keys;

  /** @param {(string | undefined)[]} texts base64 of 32 bytes each; what is missing is passed over */
  constructor(texts) {
    this.#texts = texts.filter((text) => text !== undefined && text !== '');
  }

  /** The key that new records are sealed with; undefined where the Worker has none. */
  async current() {
    return (await this.#all()).at(0);
  }

  /** @param {string} kid */
  async named(kid) {
    return (await this.#all()).find((each) => each.kid === kid);
  }

  #all() {
    this.#keys ??= Promise.all(this.#texts.map(imported)).then((keys) =>
      keys.filter((key) => key !== undefined),
    );
    return this.#keys;
  }
}

/** The name of a key: the first digits of its SHA-256. @param {Uint8Array} key */
export async function kidOf(key) {
  return (await sha256Hex(key)).slice(0, KID_LENGTH);
}

/** @param {string | undefined} text @returns {Promise<EncryptionKey | undefined>} */
async function imported(text) {
  const bytes = fromBase64(text?.trim() ?? '');
  if (bytes?.length !== KEY_BYTES) {
    return undefined;
  }
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { kid: await kidOf(bytes), key };
}
