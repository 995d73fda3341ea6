import { EncryptionKeys } from './encryption-keys.js';
import { open, seal, UnsealableException } from './seal.js';

/** Seals and opens secrets of this Worker. */
export class Vault {
  #keys;
  #account;
  #worker;

  /** @param {import('../platform/env.js').Env} env */
  constructor(env) {
    this.#keys = new EncryptionKeys([
      env.ARCRUN_ENCRYPTION_KEY,
      env.ARCRUN_ENCRYPTION_KEY_PREVIOUS,
    ]);
    this.#account = env.ARCRUN_ACCOUNT_ID ?? '';
    this.#worker = env.ARCRUN_WORKER_NAME ?? '';
  }

  /**
   * @param {'credential' | 'token'} kind
   * @param {string} name
   * @param {string} text
   * @returns {Promise<import('./seal.js').SealedRecord>}
   * @throws {UnsealableException} when the Worker has no key
   */
  async seal(kind, name, text) {
    const key = await this.#keys.current();
    if (!key) {
      throw new UnsealableException('this Worker has no secret ARCRUN_ENCRYPTION_KEY');
    }
    return seal(key, this.#place(kind, name), text);
  }

  /**
   * @param {'credential' | 'token'} kind
   * @param {string} name
   * @param {import('../value/json.js').Json} record
   * @returns {Promise<string>}
   * @throws {UnsealableException} when it gives no text
   */
  open(kind, name, record) {
    return open(this.#keys, this.#place(kind, name), record);
  }

  /**
   * @param {string} kind
   * @param {string} name
   */
  #place(kind, name) {
    return { account: this.#account, worker: this.#worker, kind, name };
  }
}
