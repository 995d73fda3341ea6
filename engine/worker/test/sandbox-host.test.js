import assert from 'node:assert/strict';
import { createVerify } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { TOLD_ERROR, TOLD_NOT_FOUND } from './support/guests.js';
import { HEADERS, NONSENSE, publicKey, sandboxOfGuests, URL } from './support/scripted-guests.js';

describe('what a part asks of its host', () => {
  /** @type {import('./support/sandbox-worker.js').SandboxWorker} */
  let worker;
  before(() => {
    worker = sandboxOfGuests();
  });
  after(() => worker.close());

  /**
   * @param {string} module
   * @param {object} [more]
   */
  const call = (module, more) => worker.call({ module, host: {}, ...more });

  test('a published part gets the body of an answer', async () => {
    const called = await call('u6u_http');
    assert.deepEqual(called.result, { told: true });
    assert.deepEqual(called.requests, [
      { url: URL, method: 'POST', headers: [['X', 'y']], body: btoa('sent'), timeoutMs: 0 },
    ]);
    const [{ op, method, target, status, bytes }] = called.stats.hostCalls;
    assert.deepEqual([op, method, target, status, bytes], ['http', 'POST', URL, 200, 13]);
  });

  test('a published part never gets more than it has room for', async () => {
    const called = await call('u6u_get', { host: { http: { body: 'x', repeat: 65_537 } } });
    assert.equal(called.failure, 'RESPONSE_TOO_LARGE');
    assert.match(called.result.error, /65537 bytes/);
  });

  test('an answer that just fits is given', async () => {
    const body = `{"a":"${'x'.repeat(65_536 - 8)}"}`;
    const called = await call('u6u_get', { host: { http: { body } } });
    assert.equal(called.failure, undefined);
    assert.equal(called.stats.outputBytes, 65_536);
  });

  test('a part without network fails with the host it asked for', async () => {
    const called = await call('u6u_get', { host: undefined });
    assert.equal(called.failure, 'HOST_NOT_ALLOWED');
    assert.match(called.result.error, /a\.test/);
  });

  test('a network error explains the failure of a part that only saw error 1', async () => {
    const failure = { code: 'NETWORK_ERROR', error: 'The line is cut.' };
    const called = await call('u6u_get', { host: { failure } });
    assert.equal(called.failure, undefined);
    assert.deepEqual(called.result, {
      ...JSON.parse(TOLD_ERROR),
      error_code: 'NETWORK_ERROR',
      hint: 'The line is cut.',
    });
  });

  test('a mistake of the host is no failure of the part', async () => {
    assert.match((await call('u6u_get', { host: { bug: true } })).bug, /u6u\.http_request failed/);
  });

  test('headers that are no object of texts are error 1', async () => {
    for (const i of HEADERS.keys()) {
      const called = await call(`headers_${i}`);
      assert.equal(called.result.error, 'told 1');
      assert.deepEqual(called.requests, []);
    }
  });

  test('a stored value is given and a missing one is 2', async () => {
    const stored = await call('u6u_kv', { host: { kv: { k: '{"v":1}' } } });
    assert.deepEqual(stored.result, { v: 1 });
    assert.deepEqual((await call('u6u_kv')).result, JSON.parse(TOLD_NOT_FOUND));
  });

  test('a secret that is not the part’s is 2', async () => {
    const known = await call('u6u_secret', { host: { secrets: { known: '{"s":1}' } } });
    assert.deepEqual(known.result, { s: 1 });
    assert.deepEqual((await call('u6u_secret')).result, JSON.parse(TOLD_NOT_FOUND));
  });

  test('a time to live may be 64 bits wide', async () => {
    assert.deepEqual((await call('u6u_kv_put_long')).result, {});
  });

  test('decrypting links and is always an error', async () => {
    assert.deepEqual((await call('u6u_decrypt')).result, JSON.parse(TOLD_ERROR));
  });

  test('our parts get status, headers and body', async () => {
    const headers = [
      ['content-type', 'x/y'],
      ['set-cookie', 'a'],
      ['set-cookie', 'b'],
    ];
    const { result, requests } = await call('ask_http', { host: { http: { headers } } });
    assert.deepEqual(result, {
      ok: true,
      status: 200,
      headers: { 'content-type': 'x/y', 'set-cookie': 'a, b' },
      body: '{"told":true}',
    });
    assert.equal(requests[0].method, 'GET');
  });

  test('an answer that is no text comes in base64', async () => {
    const { result } = await call('ask_http', { host: { http: { bytes: [0xff, 0, 1] } } });
    assert.equal(result.body_base64, '/wAB');
  });

  test('a large answer arrives whole', async () => {
    const { result } = await call('ask_http', { host: { http: { body: 'x', repeat: 1_000_000 } } });
    assert.equal(result.body.length, 1_000_000);
  });

  test('a body in base64 is sent as bytes, a time-out in whole milliseconds', async () => {
    assert.equal((await call('ask_put_bytes')).requests[0].body, '/wAB');
    assert.equal((await call('ask_http_slow')).requests[0].timeoutMs, 1500);
  });

  test('values are stored with their time to live and read back', async () => {
    assert.deepEqual((await call('ask_kv_put')).result, { ok: true });
    const read = await call('ask_kv_get', { host: { kv: { k: 'v/60' } } });
    assert.deepEqual(read.result, { ok: true, found: true, value: 'v/60' });
    assert.deepEqual((await call('ask_kv_get')).result, { ok: true, found: false, value: null });
  });

  test('storing without a store is an error', async () => {
    const { result } = await call('ask_kv_put', { host: undefined });
    assert.equal(result.error_code, 'STORAGE_NOT_ALLOWED');
  });

  test('a secret of the contract is given', async () => {
    const { result } = await call('ask_secret', { host: { secrets: { known: 's' } } });
    assert.deepEqual(result, { ok: true, found: true, value: 's' });
  });

  test('a signature can be verified', async () => {
    const { result } = await call('ask_sign');
    const verifier = createVerify('RSA-SHA256').update('header.claims');
    assert.ok(verifier.verify(publicKey, result.signature_base64, 'base64'));
  });

  test('time zones are those of the IANA database', async () => {
    assert.deepEqual((await call('ask_zone')).result, { ok: true, offset_s: 28_800 });
    assert.deepEqual((await call('ask_zone_gap')).result, { ok: true, offset_s: 3600, kind: 'gap' });
    assert.deepEqual((await call('ask_zone_overlap')).result, {
      ok: true,
      offset_s: 7200,
      kind: 'overlap',
    });
    const unknown = await call('ask_zone_unknown');
    assert.equal(unknown.result.error_code, 'UNKNOWN_TIME_ZONE');
    assert.equal(unknown.stats.hostCalls.length, 1);
  });

  NONSENSE.forEach((request, i) => {
    test(`a request that makes no sense is told so: ${request}`, async () => {
      const { result, requests, stats } = await call(`nonsense_${i}`);
      assert.equal(result.ok, false);
      assert.equal(result.error_code, 'INVALID_REQUEST');
      assert.deepEqual(requests, []);
      assert.equal(stats.hostCalls.length, 1);
    });
  });

  test('answers that are never dropped count as memory', async () => {
    const host = { http: { body: 'x', repeat: 700_000 } };
    const called = await call('never_drops', { host, limits: { memoryMiB: 4 } });
    assert.equal(called.failure, 'MEMORY_LIMIT');
  });

  test('a handle that is none is minus 1', async () => {
    assert.equal((await call('no_handles')).failure, 'INVALID_OUTPUT');
  });

  test('an answer that never comes ends with the wall time', async () => {
    const called = await call('ask_http', { host: { never: true }, limits: { wallMs: 20 } });
    assert.equal(called.failure, 'TIMEOUT');
    assert.match(called.result.error, /20 ms/);
  });

  test('a call that waits can be cancelled', async () => {
    const called = await call('ask_http', { host: { never: true }, cancelAfterMs: 5 });
    assert.equal(called.failure, 'CANCELLED');
  });
});
