import { get, isObject, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { fromHex } from '../value/digest.js';

/**
 * A key that callers show, as the Worker knows it.
 *
 * @typedef {object} ApiKey
 * @property {string} name for logs and lists
 * @property {Uint8Array} hash SHA-256 of the key
 * @property {Role} role
 *
 * @typedef {'call' | 'manage'} Role `call`: named runs, queries, history; `manage`: everything
 */

const HASH_BYTES = 32;

/**
 * The keys of the secret `ARCRUN_API_KEYS`: a JSON list of `{name, hash, role}`, the hash in
 * hexadecimal.
 *
 * @param {string | undefined} secret
 * @returns {ApiKey[] | undefined} undefined where the secret is missing or no such list
 */
export function readApiKeys(secret) {
  try {
    const list = readJson(secret ?? '');
    const keys = Array.isArray(list) ? list.map(apiKey) : [undefined];
    return keys.every((key) => key !== undefined) ? keys : undefined;
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      return undefined;
    }
    throw e;
  }
}

/** @param {import('../value/json.js').Json} entry @returns {ApiKey | undefined} */
function apiKey(entry) {
  const name = textOf(entry, 'name');
  const hash = fromHex(textOf(entry, 'hash') ?? '');
  const role = isObject(entry) ? get(entry, 'role') : undefined;
  return name !== undefined &&
    hash?.length === HASH_BYTES &&
    (role === 'call' || role === 'manage')
    ? { name, hash, role }
    : undefined;
}
