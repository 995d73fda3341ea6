import { Connectors } from '../../src/connector/connectors.js';
import { TokensInMemory } from '../../src/connector/tokens-in-memory.js';
import { NetworkHost } from '../../src/sandbox/network-host.js';
import { get, isObject, textOf } from '../../src/value/json.js';
import { connectorOf, nowOf, numberAt, objectAt, textsAt } from './connector-case.js';
import { accountBinding } from './account-binding.js';

/**
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 * @typedef {import('../../src/connector/token.js').Token} Token
 */

const NONCE = 'nonce';
const TIMEOUT_MS = 10_000;
const RESPONSE_BYTES = 1_000_000;

/**
 * Plays a case: what came of it, or the mistakes for which its connector was refused.
 *
 * @param {JsonObject} text
 */
export async function played(text) {
  const reading = connectorOf(text);
  if (reading.kind === 'refused') {
    return {
      mistakes: reading.mistakes.map(({ path, message }) => ({ path: path.join('.'), message })),
    };
  }
  const tokens = await tokensOf(text);
  const connectors = new Connectors(tokens, () => nowOf(text));
  let result;
  for (let i = 0; i < numberAt(text, 'calls', 1); i++) {
    const call = {
      connector: reading.connector,
      input: objectAt(text, 'input'),
      callId: 'run-1:send',
      atMostMs: numberAt(text, 'timeout_ms', TIMEOUT_MS),
      surroundings: surroundingsOf(text, reading.connector.contract.hosts),
    };
    result = (await connectors.call(call)).result;
  }
  return { result, tokens: await shown(text, tokens) };
}

/**
 * @param {JsonObject} text
 * @param {string[]} within
 * @returns {import('../../src/connector/connector-host.js').Surroundings}
 */
function surroundingsOf(text, within) {
  const account = get(text, 'account');
  const credentials = objectAt(text, 'credentials');
  return {
    network: (found) =>
      new NetworkHost({
        allowed: textsAt(text, 'allowed', ['*']),
        credentials: found,
        nonce: NONCE,
        responseBytes: numberAt(text, 'response_bytes', RESPONSE_BYTES),
        timeoutMs: numberAt(text, 'timeout_ms', TIMEOUT_MS),
        within,
      }),
    vault: { find: async (name) => credentialOf(name, get(credentials, name)) },
    names: /** @type {Record<string, string>} */ (objectAt(text, 'names')),
    nonce: NONCE,
    obtained() {},
    ai: isObject(account) ? accountBinding(account) : undefined,
    signal: new AbortController().signal,
  };
}

/**
 * @param {string} name
 * @param {Json | undefined} written
 */
function credentialOf(name, written) {
  if (written === undefined) {
    return undefined;
  }
  const value = isObject(written) ? String(written.value) : String(written);
  return { name, value, hosts: isObject(written) ? textsAt(written, 'hosts', ['*']) : ['*'] };
}

/** @param {JsonObject} text */
async function tokensOf(text) {
  const tokens = new TokensInMemory();
  for (const [grant, it] of Object.entries(objectAt(text, 'tokens'))) {
    const seconds = isObject(it) ? get(it, 'expires_in') : undefined;
    await tokens.compareAndSet(grant, undefined, {
      accessToken: textOf(it, 'access_token') ?? '',
      expiresAt: typeof seconds === 'number' ? nowOf(text) + seconds * 1000 : undefined,
      refreshToken: textOf(it, 'refresh_token'),
    });
  }
  return tokens;
}

/**
 * The tokens that the case expects something of.
 *
 * @param {JsonObject} text
 * @param {TokensInMemory} tokens
 */
async function shown(text, tokens) {
  /** @type {Record<string, object | null>} */
  const all = {};
  for (const grant of Object.keys(objectAt(objectAt(text, 'expect'), 'tokens'))) {
    const token = await tokens.get(grant);
    all[grant] = token ? tokenJson(token, nowOf(text)) : null;
  }
  return all;
}

/**
 * @param {Token} token
 * @param {number} now
 */
function tokenJson({ accessToken, expiresAt, refreshToken }, now) {
  return {
    access_token: accessToken,
    ...(expiresAt === undefined ? {} : { expires_in: (expiresAt - now) / 1000 }),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  };
}
