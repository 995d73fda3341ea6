import { describePart } from '../../src/catalog/part-description.js';
import { readConnector } from '../../src/connector/connector-reader.js';
import { Connectors } from '../../src/connector/connectors.js';
import { TokensInMemory } from '../../src/connector/tokens-in-memory.js';
import { NetworkHost } from '../../src/sandbox/network-host.js';
import { EMPTY, get, isObject } from '../../src/value/json.js';
import { accountBinding } from './account-binding.js';

/**
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 */

const NOW = Date.UTC(2026, 2, 1, 8, 30);
const LONGEST_MS = 30_000;
const NONCE = 'record';
const ACCOUNT = { id: '0123456789abcdef0123456789abcdef', token: 'fake-api-token' };

/**
 * Has a connector make the call of its example.
 *
 * @param {{ contract: JsonObject, credentials: Record<string, string> }} given the whole contract,
 *   and the credentials that are there
 */
export async function callExample({ contract: json, credentials }) {
  const { contract } = describePart(json, '');
  const reading = readConnector(contract, json);
  if (reading.kind === 'refused') {
    throw new Error(JSON.stringify(reading.mistakes));
  }
  const example = get(json, 'config_example');
  await new Connectors(new TokensInMemory(), () => NOW).call({
    connector: reading.connector,
    input: isObject(example) ? example : EMPTY,
    callId: 'record:call',
    atMostMs: LONGEST_MS,
    surroundings: {
      network: (found) =>
        new NetworkHost({
          allowed: ['*'],
          credentials: found,
          nonce: NONCE,
          timeoutMs: LONGEST_MS,
        }),
      vault: {
        find: async (name) =>
          Object.hasOwn(credentials, name)
            ? { name, value: credentials[name], hosts: ['*'] }
            : undefined,
      },
      names: {},
      nonce: NONCE,
      obtained() {},
      ai: accountBinding(ACCOUNT),
      signal: new AbortController().signal,
    },
  });
}
