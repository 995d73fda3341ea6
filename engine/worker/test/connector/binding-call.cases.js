import assert from 'node:assert/strict';
import { readConnector } from '../../src/connector/connector-reader.js';
import { Connectors } from '../../src/connector/connectors.js';
import { TokensInMemory } from '../../src/connector/tokens-in-memory.js';

/** @typedef {import('../../src/connector/workers-ai.js').WorkersAi} WorkersAi */

const REQUEST = { binding: 'AI', model: '@cf/a/b', body: { prompt: '{{prompt}}' } };
const RESPONSE = { text_path: 'body.response', error_path: 'body.errors.0.message' };

/**
 * What a call gives whose model runs like this.
 *
 * @param {WorkersAi['run']} run
 * @param {{ atMostMs?: number, signal?: AbortSignal, request?: object }} [more]
 */
async function call(run, { atMostMs = 5000, signal, request = REQUEST } = {}) {
  const reading = readConnector(
    {
      id: 'ask',
      runtime: 'connector',
      inputSchema: { properties: { prompt: {} } },
      fromScope: [],
      verbatim: [],
      credentials: [],
      failureInData: false,
      storage: false,
      network: true,
      hosts: [],
    },
    { request: /** @type {any} */ (request), response: RESPONSE },
  );
  assert.equal(reading.kind, 'read', JSON.stringify(reading));
  return new Connectors(new TokensInMemory()).call({
    connector: /** @type {any} */ (reading).connector,
    input: { prompt: 'Hi' },
    callId: 'c',
    atMostMs,
    surroundings: {
      network: () => ({ http: () => assert.fail('a binding needs no network') }),
      vault: { find: async () => undefined },
      names: {},
      nonce: 'n',
      obtained() {},
      ai: { run },
      signal: signal ?? new AbortController().signal,
    },
  });
}

export async function the_binding_gets_model_and_body() {
  /** @type {unknown[]} */
  let asked = [];
  const { result, hostCalls } = await call(async (model, body, { returnRawResponse }) => {
    asked = [model, body, returnRawResponse];
    return Response.json({ response: 'Hello' });
  });
  assert.deepEqual(asked, ['@cf/a/b', { prompt: 'Hi' }, true]);
  assert.equal(result.text, 'Hello');
  assert.deepEqual([hostCalls[0].target, hostCalls[0].status], ['@cf/a/b', 200]);
}

export async function an_error_of_the_binding_is_told_in_its_words() {
  const { result } = await call(async () =>
    Response.json(
      { internalCode: 3036, name: 'AiError', description: 'The daily allocation is used up' },
      { status: 429 },
    ),
  );
  assert.equal(result.error_code, 'RATE_LIMITED');
  assert.equal(
    result.error,
    'The service got too many requests (status 429): The daily allocation is used up.',
  );
}

export async function an_error_that_is_thrown_is_a_result() {
  const { result } = await call(async () => {
    throw new Error('5007: No such model');
  });
  assert.equal(result.error_code, 'SERVICE_ERROR');
  assert.equal(result.error, 'Workers AI failed: 5007: No such model.');
}

export async function a_model_that_does_not_answer_is_not_waited_for_for_ever() {
  const { result, hostCalls } = await call(() => new Promise(() => {}), { atMostMs: 1 });
  assert.equal(result.error_code, 'NETWORK_TIMEOUT');
  assert.equal(hostCalls[0].failure, 'NETWORK_TIMEOUT');
}

export async function a_cancelled_call_ends_at_once() {
  const cancelled = new AbortController();
  const { result } = await call(
    () => {
      cancelled.abort();
      return new Promise(() => {});
    },
    { signal: cancelled.signal },
  );
  assert.equal(result.error_code, 'CANCELLED');
}

export async function what_is_no_object_is_not_sent() {
  const { result } = await call(() => assert.fail('nothing is sent'), {
    request: { ...REQUEST, body: '{{prompt}}' },
  });
  assert.equal(result.error_code, 'INVALID_TYPE');
}
