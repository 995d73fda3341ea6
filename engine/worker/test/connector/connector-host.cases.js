import assert from 'node:assert/strict';
import { readConnector } from '../../src/connector/connector-reader.js';
import { Connectors } from '../../src/connector/connectors.js';
import { TokensInMemory } from '../../src/connector/tokens-in-memory.js';
import { HostFailure } from '../../src/sandbox/host-failure.js';
import { decodeUtf8, encodeUtf8 } from '../../src/value/utf8.js';

/** @typedef {import('../../src/sandbox/http-call.js').HttpCall} HttpCall */

const OAUTH2 = {
  request: { method: 'GET', url: 'https://api.test/{{credential.a}}' },
  auth: {
    kind: 'oauth2',
    grant: 'g',
    authorize_url: 'https://x.test/',
    token_url: 'https://api.test/token',
    client_id: 'id',
    client_secret: '{{credential.a}}',
    client_auth: 'basic',
    refresh_token: '{{credential.b}}',
  },
};

/** @param {import('../../src/value/json.js').JsonObject} excerpt */
function connector(excerpt) {
  const need = { injectAs: undefined, optional: false };
  const reading = readConnector(
    {
      id: 'x',
      runtime: 'connector',
      inputSchema: {},
      fromScope: [],
      verbatim: [],
      credentials: [
        { key: 'a', label: 'A', ...need },
        { key: 'b', label: 'B', ...need },
      ],
      failureInData: false,
      storage: false,
      network: true,
      hosts: ['api.test'],
    },
    excerpt,
  );
  assert.equal(reading.kind, 'read', JSON.stringify(reading));
  return reading.kind === 'read' ? reading.connector : assert.fail();
}

/**
 * A call over a network that gives the same answer to all, and what it saw.
 *
 * @param {import('../../src/value/json.js').JsonObject} excerpt
 * @param {Partial<import('../../src/connector/connector-host.js').Surroundings>} [more]
 */
async function call(excerpt, more = {}) {
  /** @type {HttpCall[]} */
  const calls = [];
  /** @type {string[]} */
  const order = [];
  /** @type {import('../../src/sandbox/credential.js').Credentials | undefined} */
  let found;
  const answer = await new Connectors(new TokensInMemory()).call({
    connector: connector(excerpt),
    input: {},
    callId: 'c',
    atMostMs: 5000,
    surroundings: {
      network: (credentials) => {
        found = credentials;
        return {
          async http(request) {
            calls.push(request);
            order.push(request.url);
            const body = encodeUtf8('{"access_token":"made-token","expires_in":3600}');
            return { status: 200, headers: [], body };
          },
        };
      },
      vault: { find: async (name) => ({ name, value: `value-of-${name}`, hosts: ['*'] }) },
      names: {},
      nonce: 'n0nce',
      obtained: (name, value) => order.push(`${name}=${value}`),
      ai: undefined,
      signal: new AbortController().signal,
      ...more,
    },
  });
  return { ...answer, calls, order, found };
}

export async function requests_carry_placeholders_and_no_values() {
  const { result, calls } = await call(OAUTH2);
  assert.equal(result.success, true);
  assert.equal(calls.length, 2);
  for (const { url, headers, body } of calls) {
    const all = url + JSON.stringify(headers) + decodeUtf8(body);
    assert.ok(!all.includes('value-of-') && !all.includes('made-token'), all);
  }
  assert.equal(calls[1].url, 'https://api.test/«credential:a#n0nce»');
  assert.deepEqual(calls[1].headers, [
    ['authorization', 'Bearer «credential:g_access_token#n0nce»'],
  ]);
}

export async function tokens_are_told_before_anything_is_sent_with_them() {
  const { order } = await call(OAUTH2);
  assert.deepEqual(order, [
    'https://api.test/token',
    'g_access_token=made-token',
    'https://api.test/«credential:a#n0nce»',
  ]);
}

export async function the_network_finds_what_was_obtained_and_what_the_vault_has() {
  const { found } = await call(OAUTH2);
  assert.equal((await found?.find('g_access_token'))?.value, 'made-token');
  assert.equal((await found?.find('a'))?.value, 'value-of-a');
}

export async function the_requests_are_told_for_the_trace() {
  const { hostCalls } = await call(OAUTH2);
  assert.deepEqual(
    hostCalls.map(({ op, method, status, bytes }) => [op, method, status, bytes]),
    [
      ['http', 'POST', 200, 47],
      ['http', 'GET', 200, 47],
    ],
  );
}

export async function a_request_that_is_not_carried_out_is_a_result_and_in_the_trace() {
  const { result, hostCalls } = await call(
    { request: { method: 'GET', url: 'https://api.test/' } },
    {
      network: () => ({
        async http() {
          throw new HostFailure('NETWORK_ERROR', 'The connection failed.', 'Look.');
        },
      }),
    },
  );
  assert.deepEqual(result, {
    success: false,
    error: 'The connection failed.',
    error_code: 'NETWORK_ERROR',
    hint: 'Look.',
  });
  assert.equal(hostCalls[0].failure, 'NETWORK_ERROR');
}

export async function a_credential_that_can_not_be_read_is_a_result() {
  const { result, calls } = await call(OAUTH2, {
    vault: {
      async find(name) {
        throw new HostFailure('CREDENTIAL_UNREADABLE', `The credential ${name} is damaged.`);
      },
    },
  });
  assert.equal(result.error_code, 'CREDENTIAL_UNREADABLE');
  assert.equal(calls.length, 0);
}

export async function what_is_signed_with_stays_out_of_the_request() {
  const { calls } = await call({
    request: { method: 'POST', url: 'https://api.test/' },
    auth: {
      kind: 'hmac',
      secret: '{{credential.a}}',
      message: 'm',
      header: { X: '{{signature}}' },
    },
  });
  assert.ok(!JSON.stringify(calls[0].headers).includes('value-of-a'));
}

export async function a_mistake_of_ours_is_not_hidden_as_a_failure() {
  const bug = new TypeError('a mistake of ours');
  const broken = call(OAUTH2, {
    network: () => ({
      async http() {
        throw bug;
      },
    }),
  });
  await assert.rejects(broken, bug);
}
