import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { CaseService } from './support/case-service.js';
import { ExecutorWorker } from './support/executor-worker.js';

const CLIENT_SECRET = 'client-secret-of-the-tests';
const REFRESH = 'refresh-token-of-the-tests';
const CONTRACT = {
  canonical_id: 'mailbox',
  runtime: 'connector',
  constraints: { no_network_syscall: false },
  network: { hosts: ['api.example.com', 'auth.example.com'] },
  credentials_required: [
    { key: 'secret', label: { en: 'Client secret' } },
    { key: 'refresh', label: { en: 'Refresh token' } },
  ],
  input_schema: { type: 'object', properties: { base: { type: 'string' } } },
  request: { method: 'GET', url: '{{base}}/mails' },
  response: { data: 'body.mails' },
  auth: {
    kind: 'oauth2',
    grant: 'mailbox',
    authorize_url: 'https://auth.example.com/',
    token_url: 'https://auth.example.com/token',
    client_id: 'id',
    client_secret: '{{credential.secret}}',
    refresh_token: '{{credential.refresh}}',
  },
};
const TOKEN = {
  json: { access_token: 'access-token-1', expires_in: 3600, refresh_token: 'rotated-refresh-token' },
};
const MAILS = { json: { mails: ['hello'], echo: 'access-token-1' } };

describe('a run that calls a connector', () => {
  const service = new CaseService();
  /** @type {ExecutorWorker} */
  let worker;
  before(async () => {
    worker = new ExecutorWorker({
      outbound: /** @type {any} */ (await service.outbound()),
      contracts: new Map([['mailbox', CONTRACT]]),
    });
    await worker.putCredential('secret', CLIENT_SECRET, ['*.example.com']);
    await worker.putCredential('refresh', REFRESH, ['*.example.com']);
  });
  beforeEach(async () => {
    const database = await worker.database();
    const tables = await database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'tokens'").all();
    if (tables.results.length > 0) {
      await database.prepare('DELETE FROM tokens').run();
    }
  });
  after(async () => {
    await worker.close();
    await service.close();
  });

  /** @param {string} [base] */
  async function run(base = 'https://api.example.com') {
    const response = await worker.post('/execute', {
      triplets: ['input >> PIPE >> mails'],
      config: { mails: { component: 'mailbox', base } },
      allowed_hosts: ['*.example.com'],
    });
    return response.json;
  }

  /** The token endpoint answers first, the service then. @param {number} [tokens] */
  function answers(tokens = 1) {
    service.answer([...Array.from({ length: tokens }, () => TOKEN), MAILS]);
  }

  test('is let in with a token it got', async () => {
    answers();
    const { success, data } = await run();
    assert.equal(success, true, JSON.stringify(data));
    assert.deepEqual(data.data, ['hello']);
    assert.deepEqual(
      service.requests.map(({ method, url }) => `${method} ${url}`),
      ['POST https://auth.example.com/token', 'GET https://api.example.com/mails'],
    );
    assert.equal(service.requests[1].headers.authorization, 'Bearer access-token-1');
  });

  test('leaves the token in D1 for others, where nobody can read it', async () => {
    answers();
    await run();
    await run();
    assert.equal(service.requests.length, 3, 'the second run used the kept token');
    const row = await (await worker.database()).prepare('SELECT * FROM tokens').first();
    assert.equal(row.name, 'mailbox');
    assert.equal(JSON.parse(row.token).alg, 'A256GCM');
    assert.ok(!row.token.includes('access-token-1') && !row.token.includes('rotated'));
  });

  test('shows a token that a service echoes by its name', async () => {
    service.answer([TOKEN, { status: 500, json: { said: 'Bearer access-token-1' } }]);
    const json = await run();
    const text = JSON.stringify(json);
    assert.ok(text.includes('«credential:mailbox_access_token»'), text);
    assert.ok(!text.includes('access-token-1'), text);
  });

  test('reaches the hosts of its contract only', async () => {
    answers();
    const json = await run('https://other.example.com');
    assert.equal(json.success, false);
    assert.match(JSON.stringify(json), /calls the hosts of its contract only/);
    assert.ok(service.requests.every(({ url }) => url.startsWith('https://auth.example.com/')));
  });

  test('says which credential is missing', async () => {
    const store = await worker.credentials();
    const kept = await store.get('cred:refresh');
    await store.delete('cred:refresh');
    try {
      service.answer([{ status: 599 }]);
      assert.match(JSON.stringify(await run()), /needs the credential `refresh` \(Refresh token\)/);
      assert.equal(service.requests.length, 0);
    } finally {
      await store.put('cred:refresh', kept);
    }
  });
});
