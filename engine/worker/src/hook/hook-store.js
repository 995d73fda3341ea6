import { memberOf, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { compact } from '../value/json-writer.js';

const PREFIX = 'hook:';
const VERSION = 1;

/**
 * Which recipe a public hook starts: `hook:<SHA-256 of the token>` is `{v: 1, recipe}`. The recipe's
 * own record names the hash too; where the two don't agree the hook is revoked.
 */
export class HookStore {
  #kv;

  /** @param {KVNamespace} kv */
  constructor(kv) {
    this.#kv = kv;
  }

  /**
   * The recipe's name; undefined where there is no such hook.
   *
   * @param {string} hash
   * @returns {Promise<string | undefined>}
   */
  async find(hash) {
    const text = await this.#kv.get(PREFIX + hash);
    try {
      const record = text === null ? null : readJson(text);
      return memberOf(record, 'v') === VERSION ? textOf(record, 'recipe') : undefined;
    } catch (e) {
      if (e instanceof JsonSyntaxException) {
        return undefined;
      }
      throw e;
    }
  }

  /**
   * @param {string} hash
   * @param {string} recipe
   */
  async put(hash, recipe) {
    await this.#kv.put(PREFIX + hash, compact({ v: VERSION, recipe }));
  }

  /** @param {string} hash */
  async delete(hash) {
    await this.#kv.delete(PREFIX + hash);
  }
}
