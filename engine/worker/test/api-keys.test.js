import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ExecutorWorker, KEYS, sha256 } from './support/executor-worker.js';

/** What each role may do. */
const CALLS = [
  ['GET', '/webhooks/named'],
  ['POST', '/webhooks/named/echo/trigger'],
  ['GET', '/webhooks/named/echo/query'],
  ['POST', '/webhooks/named/echo/query'],
  ['GET', '/executions'],
  ['GET', '/executions/none'],
  ['POST', '/workflows/resume'],
  ['GET', '/components'],
  ['GET', '/openapi.json'],
];
const MANAGES = [
  ['POST', '/execute'],
  ['POST', '/cypher/execute'],
  ['POST', '/validate'],
  ['POST', '/webhooks/named'],
  ['GET', '/webhooks/named/echo/definition'],
  ['DELETE', '/webhooks/named/nobody'],
];

describe('keys', () => {
  /** @type {ExecutorWorker} */
  let worker;
  before(async () => {
    worker = new ExecutorWorker();
    await worker.deploy('echo', ['input >> PIPE >> output']);
  });
  after(() => worker.close());

  for (const [method, path] of [...CALLS, ...MANAGES]) {
    test(`${method} ${path} needs one`, async () => {
      const none = await worker.fetch(path, { method });
      const unknown = await worker.fetch(path, { method, key: 'x'.repeat(KEYS.manage.length) });
      const nearly = await worker.fetch(path, { method, key: `${KEYS.manage}x` });
      assert.deepEqual([none.status, unknown.status, nearly.status], [401, 401, 401]);
      assert.equal(none.text, unknown.text);
      assert.equal(nearly.text, unknown.text);
      assert.equal(none.json.error_code, 'UNAUTHORIZED');
      assert.equal(none.headers.get('WWW-Authenticate'), 'Bearer');
    });
  }

  for (const [method, path] of MANAGES) {
    test(`${method} ${path} needs the role to manage`, async () => {
      const { status, json } = await worker.fetch(path, { method, key: KEYS.call });
      assert.deepEqual([status, json.error_code], [403, 'FORBIDDEN']);
      assert.notEqual((await worker.fetch(path, { method, key: KEYS.manage })).status, 403);
    });
  }

  for (const [method, path] of CALLS) {
    test(`${method} ${path} takes the role to call`, async () => {
      const { status } = await worker.fetch(path, { method, key: KEYS.call });
      assert.ok(status !== 401 && status !== 403, String(status));
    });
  }

  test('a key may come as Authorization: Bearer', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
      const headers = { Authorization: `${scheme} ${KEYS.call}` };
      assert.equal((await worker.fetch('/executions', { headers })).status, 200);
    }
  });

  test('what is no key lets nobody in', async () => {
    const texts = [
      '',
      ' ',
      'Bearer',
      `Basic ${btoa(KEYS.manage)}`,
      KEYS.manage,
      `Bearer${KEYS.manage}`,
    ];
    for (const Authorization of [
      ...texts,
      `Bearer ${KEYS.manage} x`,
      `Bearer ${'x'.repeat(8000)}`,
    ]) {
      assert.equal(
        (await worker.fetch('/executions', { headers: { Authorization } })).status,
        401,
      );
    }
    const hash = sha256(KEYS.manage);
    assert.equal((await worker.fetch('/executions', { key: hash })).status, 401);
    assert.equal((await worker.fetch(`/executions?key=${KEYS.manage}`)).status, 401);
  });

  test('a wrong key is not helped by a right one in the other header', async () => {
    const headers = { Authorization: `Bearer ${KEYS.manage}` };
    assert.equal((await worker.fetch('/executions', { key: 'wrong', headers })).status, 401);
  });

  test('a body is not read before the key is known', async () => {
    const body = 'x'.repeat(6 * 1024 * 1024);
    const { status } = await worker.fetch('/execute', { method: 'POST', body });
    assert.equal(status, 401);
  });
});

describe('a list of keys that can not be read', () => {
  for (const [what, list] of [
    ['is missing', undefined],
    ['is no JSON', 'not json'],
    ['is no list', '{}'],
    ['has an entry without a role', JSON.stringify([{ name: 'a', hash: sha256('a') }])],
    ['has an unknown role', JSON.stringify([{ name: 'a', hash: sha256('a'), role: 'root' }])],
    ['has a short hash', JSON.stringify([{ name: 'a', hash: 'abcd', role: 'manage' }])],
  ]) {
    test(`that ${what} lets nobody in and says what to do`, async () => {
      const worker = new ExecutorWorker({ bindings: { ARCRUN_API_KEYS: list } });
      const { status, json } = await worker.fetch('/executions', { key: 'a' });
      assert.deepEqual([status, json.error_code], [500, 'NOT_CONFIGURED']);
      assert.equal((await worker.fetch('/health')).status, 200);
      await worker.close();
    });
  }

  test('an empty list lets nobody in', async () => {
    const worker = new ExecutorWorker({ bindings: { ARCRUN_API_KEYS: '[]' } });
    for (const key of [undefined, 'a', '']) {
      assert.equal((await worker.fetch('/executions', { key })).status, 401);
    }
    await worker.close();
  });
});
