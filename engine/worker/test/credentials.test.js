import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENCRYPTION_KEY, ExecutorWorker, sealed } from './support/executor-worker.js';

const VALUE = 'the-value-of-a-credential';
const OTHER_KEY = Buffer.alloc(32, 9).toString('base64');

/** @type {ExecutorWorker} */
let worker;
/** Headers that got out of the Worker. @type {(string | null)[]} */
let sent = [];

before(async () => {
  worker = new ExecutorWorker({
    bindings: { ARCRUN_ENCRYPTION_KEY_PREVIOUS: OTHER_KEY },
    outbound,
  });
  await worker.putCredential('mine', VALUE, ['api.example']);
});
after(() => worker.close());

/** @param {Request} request */
function outbound(request) {
  sent.push(request.headers.get('K'));
  return new Response('ok');
}

/** Stores a record of any kind, and what came of using it. @param {string} name @param {any} record @param {ExecutorWorker} [at] */
async function used(name, record, at = worker) {
  if (record !== undefined) {
    const text = typeof record === 'string' ? record : JSON.stringify(record);
    await (await at.credentials()).put(`cred:${name}`, text);
  }
  sent = [];
  const { json } = await at.post('/execute', {
    triplets: ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'],
    config: {
      call: {
        component: 'http_request',
        url: 'https://api.example/',
        headers: { K: `{{credential.${name}}}` },
      },
    },
  });
  return json;
}

/** @param {string} value @param {string[]} [hosts] */
function content(value, hosts = ['api.example']) {
  return JSON.stringify({ value, hosts });
}

describe('a record made by another program in the same form', () => {
  test('is read', async () => {
    assert.equal((await used('mine', undefined)).success, true);
    assert.deepEqual(sent, [VALUE]);
  });

  test('is read with the key before a rotation too', async () => {
    assert.equal(
      (await used('old', sealed(content(VALUE), { name: 'old', key: OTHER_KEY }))).success,
      true,
    );
    assert.deepEqual(sent, [VALUE]);
  });
});

describe('a record is unreadable', () => {
  /** @type {[string, (good: any) => any][]} */
  const CASES = [
    ['moved from another name', () => sealed(content(VALUE), { name: 'mine' })],
    ['made for another Worker', () => sealed(content(VALUE), { name: 'bad', worker: 'other' })],
    [
      'made for another account',
      () => sealed(content(VALUE), { name: 'bad', account: 'f'.repeat(32) }),
    ],
    [
      'made as another kind of secret',
      () => sealed(content(VALUE), { name: 'bad', kind: 'token' }),
    ],
    [
      'made with an unknown key',
      () =>
        sealed(content(VALUE), { name: 'bad', key: Buffer.alloc(32, 1).toString('base64') }),
    ],
    [
      'made with another key under the name of ours',
      (good) => ({ ...sealed(content(VALUE), { name: 'bad', key: OTHER_KEY }), kid: good.kid }),
    ],
    ['changed in one bit', (good) => ({ ...good, encrypted: flipped(good.encrypted) })],
    ['with another nonce', (good) => ({ ...good, iv: flipped(good.iv) })],
    ['cut', (good) => ({ ...good, encrypted: good.encrypted.slice(0, 8) })],
    ['of a newer form', (good) => ({ ...good, v: 2 })],
    ['of another algorithm', (good) => ({ ...good, alg: 'none' })],
    ['without a nonce', (good) => ({ ...good, iv: '' })],
    ['that is no JSON', () => 'no json'],
    ['that is empty', () => ''],
    ['that is plain text', () => content(VALUE)],
    ['whose content is no JSON', () => sealed(VALUE, { name: 'bad' })],
    ['whose content is a text', () => sealed(JSON.stringify(VALUE), { name: 'bad' })],
    [
      'whose value is too short to be kept out of logs',
      () => sealed(content('short'), { name: 'bad' }),
    ],
    [
      'whose hosts are none',
      () => sealed(content(VALUE, ['https://api.example/']), { name: 'bad' }),
    ],
    [
      'whose hosts are missing',
      () => sealed(JSON.stringify({ value: VALUE }), { name: 'bad' }),
    ],
  ];
  for (const [what, made] of CASES) {
    test(what, async () => {
      const good = sealed(content(VALUE), { name: 'bad' });
      const { success, error_code, error, hint } = await used('bad', made(good));
      assert.deepEqual([success, error_code], [false, 'CREDENTIAL_UNREADABLE']);
      assert.match(error, /`bad`/);
      assert.match(hint, /\S/);
      assert.deepEqual(sent, []);
    });
  }

  test('where the Worker has no key, or one that is none', async () => {
    for (const key of [undefined, '', 'short', ENCRYPTION_KEY.slice(4), '%%%']) {
      const keyless = new ExecutorWorker({
        bindings: { ARCRUN_ENCRYPTION_KEY: key },
        outbound,
      });
      const record = sealed(content(VALUE), { name: 'mine' });
      assert.equal((await used('mine', record, keyless)).error_code, 'CREDENTIAL_UNREADABLE');
      await keyless.close();
    }
  });

  test('and mended by storing it anew', async () => {
    assert.equal((await used('mended', 'no json')).success, false);
    assert.equal(
      (await used('mended', sealed(content(VALUE), { name: 'mended' }))).success,
      true,
    );
  });
});

test('a credential can be unreadable on one branch while the run goes on over ON_FAIL', async () => {
  await (await worker.credentials()).put('cred:broken', 'no json');
  const { json } = await worker.post('/execute', {
    triplets: ['input >> PIPE >> call', 'call >> ON_FAIL >> tell', 'tell >> PIPE >> output'],
    config: {
      call: { component: 'http_request', url: 'https://api.example/{{credential.broken}}' },
      tell: { component: 'set', values: { code: '{{call.error_code}}' } },
    },
  });
  assert.deepEqual(json.data.data, { code: 'CREDENTIAL_UNREADABLE' });
});

describe('a part that reads a credential itself', () => {
  test('gets those of its contract, and what it gives back is looked through', async () => {
    const contract = {
      canonical_id: 'tell_secret',
      runtime: 'connector',
      constraints: { no_network_syscall: false },
      network: { hosts: ['api.example'] },
      credentials_required: [{ key: 'api_key', label: { en: 'Key' } }],
      input_schema: { type: 'object', properties: {} },
      request: {
        method: 'GET',
        url: 'https://api.example/',
        headers: { K: '{{credential.api_key}}' },
      },
      response: {},
    };
    const echo = new ExecutorWorker({
      contracts: new Map([['tell_secret', contract]]),
      outbound: (request) =>
        Response.json({
          echo: request.headers.get('K'),
          b: btoa(request.headers.get('K') ?? ''),
        }),
    });
    await echo.putCredential('mine', VALUE, ['api.example']);
    const { json, text } = await echo.post('/execute', {
      triplets: ['input >> PIPE >> tell_secret', 'tell_secret >> ON_SUCCESS >> output'],
      config: { tell_secret: { credentials: { api_key: 'mine' } } },
    });
    assert.equal(json.success, true, text);
    assert.equal(json.data.data.echo, '«credential:mine»');
    const missing = await echo.post('/execute', { triplets: ['input >> PIPE >> tell_secret'] });
    assert.equal(missing.json.error_code, 'CREDENTIAL_MISSING');
    await echo.close();
  });
});

/** The same base64 with one bit of its first byte changed. @param {string} base64 */
function flipped(base64) {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] ^= 1;
  return bytes.toString('base64');
}
