import { UnsealableException } from '../credentials/seal.js';
import { HostFailure } from '../sandbox/host-failure.js';
import { get, isObject, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { compact } from '../value/json-writer.js';

/**
 * @typedef {import('../connector/token.js').Token} Token
 * @typedef {import('../connector/tokens.js').Tokens} Tokens
 */

const GET = 'SELECT token FROM tokens WHERE name = ?1';
const ADD = 'INSERT INTO tokens (name, token) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING';
const REPLACE = 'UPDATE tokens SET token = ?2 WHERE name = ?1 AND token = ?3';

/**
 * Access tokens in D1, sealed like credentials. Isolates agree by what is stored: a record is replaced
 * only if it is still the one that was read. One that can't be opened any more counts as none, and may
 * be replaced by whoever saw it.
 *
 * @implements {Tokens}
 */
export class TokensInD1 {
  #database;
  #vault;
  /** The record from which a token was read. @type {WeakMap<Token, string>} */
  #records = new WeakMap();
  /** Records without a use, by name. @type {Map<string, string>} */
  #unreadable = new Map();

  /**
   * @param {import('../history/database.js').Database} database
   * @param {import('../credentials/vault.js').Vault} vault
   */
  constructor(database, vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /**
   * @param {string} grant
   * @throws {HostFailure} when the database doesn't answer
   */
  async get(grant) {
    const rows = await asked(() => this.#database.rows(GET, grant));
    const record = rows.at(0)?.token;
    if (typeof record !== 'string') {
      this.#unreadable.delete(grant);
      return undefined;
    }
    const token = await this.#opened(grant, record);
    if (token) {
      this.#records.set(token, record);
      this.#unreadable.delete(grant);
    } else {
      this.#unreadable.set(grant, record);
    }
    return token;
  }

  /**
   * @param {string} grant
   * @param {Token | undefined} expected the very object that {@link get} gave
   * @param {Token} next
   * @throws {HostFailure} when it can't be sealed, or the database doesn't answer
   */
  async compareAndSet(grant, expected, next) {
    const sealed = await this.#sealed(grant, next);
    const before = expected ? this.#records.get(expected) : this.#unreadable.get(grant);
    if (expected && before === undefined) {
      return false;
    }
    const changed = await asked(() =>
      before === undefined
        ? this.#database.change(ADD, grant, sealed)
        : this.#database.change(REPLACE, grant, sealed, before),
    );
    if (changed === 1) {
      this.#records.set(next, sealed);
      this.#unreadable.delete(grant);
    }
    return changed === 1;
  }

  /**
   * @param {string} grant
   * @param {Token} token
   */
  async #sealed(grant, { accessToken, expiresAt, refreshToken }) {
    const json = {
      access_token: accessToken,
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    };
    try {
      return JSON.stringify(await this.#vault.seal('token', grant, compact(json)));
    } catch (e) {
      throw e instanceof UnsealableException ? unsealable(e) : e;
    }
  }

  /**
   * @param {string} grant
   * @param {string} record
   * @returns {Promise<Token | undefined>}
   */
  async #opened(grant, record) {
    try {
      const json = readJson(await this.#vault.open('token', grant, readJson(record)));
      const end = isObject(json) ? get(json, 'expires_at') : undefined;
      return {
        accessToken: textOf(json, 'access_token') ?? '',
        expiresAt: typeof end === 'number' ? end : undefined,
        refreshToken: textOf(json, 'refresh_token'),
      };
    } catch (e) {
      if (e instanceof UnsealableException || e instanceof JsonSyntaxException) {
        return undefined;
      }
      throw e;
    }
  }
}

/**
 * @template T
 * @param {() => Promise<T>} question
 */
async function asked(question) {
  try {
    return await question();
  } catch {
    throw new HostFailure(
      'STORAGE_UNAVAILABLE',
      'The store of access tokens does not answer.',
      'Try again; if it stays so, look at the D1 database of this Worker.',
    );
  }
}

/** @param {UnsealableException} e */
function unsealable({ message }) {
  return new HostFailure(
    'STORAGE_UNAVAILABLE',
    `An access token can't be kept, because ${message}.`,
    'Deploy again from the studio.',
  );
}
