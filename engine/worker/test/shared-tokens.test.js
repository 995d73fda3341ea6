import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CaseService } from './support/case-service.js';
import { TestWorker } from './support/workerd.js';

/** Each request is one call that needs a token; all are of one isolate. */
const ENTRY = `
import { AccessTokens } from '../src/connector/access-tokens.js';
import { TokensInMemory } from '../src/connector/tokens-in-memory.js';

const kept = new TokensInMemory();
let looked = 0;
const tokens = new AccessTokens(
  {
    get: (grant) => (looked++, kept.get(grant)),
    compareAndSet: (grant, expected, next) => kept.compareAndSet(grant, expected, next),
  },
  Date.now,
  async () => void (await fetch('https://patience.example/')),
);

async function source() {
  const response = await fetch('https://auth.example.com/token');
  return { accessToken: (await response.json()).access_token };
}

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    return Response.json(
      pathname === '/looked' ? looked : await tokens.get(pathname, undefined, source, request.signal),
    );
  },
};`;

const WAITING = 5;

/** @param {string} accessToken */
function token(accessToken) {
  return { json: { access_token: accessToken } };
}

describe('requests of one isolate that need the same token', () => {
  const service = new CaseService();
  /** @type {TestWorker} */
  let worker;
  before(async () => {
    worker = new TestWorker(ENTRY, { outbound: await service.outbound() });
  });
  after(async () => {
    await worker.close();
    await service.close();
  });

  /** How often a call has looked for a kept token: all that came have once nothing more happens. @param {number} times */
  async function looked(times) {
    while ((await worker.ask('/looked')) < times) {
      // Each question is a request behind those that are waited for.
    }
  }

  /** Requests to the token endpoint. */
  function renewals() {
    return service.requests.filter(({ url }) => url === 'https://auth.example.com/token').length;
  }

  test('wait for the one that renews it', async () => {
    service.answer([{ ...token('shared-token'), held: true }]);
    const start = await worker.ask('/looked');
    const calls = Array.from({ length: WAITING }, () => worker.ask('/grant-1'));
    // Who renews looks twice; the others ask for patience as soon as they wait.
    await looked(start + WAITING + 1);
    await service.arrived(WAITING);
    assert.equal(renewals(), 1);
    service.release();
    for (const { accessToken } of await Promise.all(calls)) {
      assert.equal(accessToken, 'shared-token');
    }
    assert.equal(renewals(), 1);
  });

  test('go on without one that is never heard of again', async () => {
    service.answer([{ fails: 'late' }, { json: {} }, token('own-token')]);
    const gone = new AbortController();
    const lost = worker.ask('/grant-2', undefined, gone.signal).catch(() => 'gone');
    await service.arrived(1);
    gone.abort();
    assert.equal(await lost, 'gone');
    const { accessToken } = await worker.ask('/grant-2');
    assert.equal(accessToken, 'own-token');
    assert.equal(renewals(), 2);
  });
});
