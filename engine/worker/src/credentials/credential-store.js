import { HostFailure } from '../sandbox/host-failure.js';
import { isHostList } from '../sandbox/host-pattern.js';
import { SHORTEST } from '../run/redactor.js';
import { isCredentialName } from '../template/credential-placeholder.js';
import { get, isObject, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { encodeUtf8 } from '../value/utf8.js';
import { UnsealableException } from './seal.js';

/**
 * @typedef {import('../sandbox/credential.js').Credential} Credential
 * @typedef {import('../value/json.js').Json} Json
 */

export const PREFIX = 'cred:';

/** The bytes of a key that KV takes. */
const LONGEST_KEY = 512;

/**
 * The credentials in KV: `cred:<name>` is a sealed record, in it the JSON `{value, hosts}`. Each is
 * opened when a call needs it, and not kept.
 */
export class CredentialStore {
  #kv;
  #vault;

  /**
   * @param {KVNamespace | undefined} kv
   * @param {import('./vault.js').Vault} vault
   */
  constructor(kv, vault) {
    this.#kv = kv;
    this.#vault = vault;
  }

  /**
   * The credential of that name; undefined where there is none.
   *
   * @param {string} name
   * @returns {Promise<Credential | undefined>}
   * @throws {HostFailure} `CREDENTIAL_UNREADABLE`
   */
  async find(name) {
    const isThere = isCredentialName(name) && encodeUtf8(PREFIX + name).length <= LONGEST_KEY;
    const stored = isThere ? await this.#stored(name) : null;
    if (stored === null) {
      return undefined;
    }
    try {
      const text = await this.#vault.open('credential', name, readJson(stored));
      return credential(name, readJson(text));
    } catch (e) {
      if (e instanceof UnsealableException) {
        throw unreadable(name, e.message);
      }
      // A message of the JSON reader may quote the secret.
      throw e instanceof JsonSyntaxException ? unreadable(name, 'its record is damaged') : e;
    }
  }

  /** @param {string} name */
  async #stored(name) {
    try {
      return (await this.#kv?.get(PREFIX + name)) ?? null;
    } catch {
      throw unreadable(name, 'the store of credentials does not answer');
    }
  }
}

/**
 * @param {string} name
 * @param {Json} content
 * @returns {Credential}
 */
function credential(name, content) {
  const value = textOf(content, 'value');
  const hosts = isObject(content) ? get(content, 'hosts') : undefined;
  if (value === undefined || value.length < SHORTEST) {
    throw unreadable(name, `its value is missing or has fewer than ${SHORTEST} characters`);
  }
  if (!isHostList(hosts)) {
    throw unreadable(name, 'its list of hosts can not be read');
  }
  return { name, value, hosts };
}

/**
 * @param {string} name
 * @param {string} why
 */
function unreadable(name, why) {
  return new HostFailure(
    'CREDENTIAL_UNREADABLE',
    `The credential \`${name}\` can't be read, because ${why}.`,
    'Deploy again from the studio: it stores all credentials anew.',
  );
}
