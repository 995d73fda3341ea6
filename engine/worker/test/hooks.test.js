import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS, sha256 } from './support/executor-worker.js';
import {
  CONFIG,
  FLOW,
  fresh,
  hook,
  send,
  SIGN,
  tokens,
  useHooks,
  worker,
} from './support/hooks.js';

useHooks();

describe('a hook without signatures', () => {
  test('runs its recipe for whoever has the token, and shows no trace', async () => {
    const { status, json } = await send(tokens.open, '{"n":5}');
    assert.equal(status, 200);
    assert.deepEqual(json.data, { success: true, data: { got: 5 } });
    assert.deepEqual(Object.keys(json).sort(), ['data', 'run_id', 'success']);
  });

  test('answers queries with the bare result, by GET and by POST', async () => {
    assert.deepEqual((await worker.fetch(`/q/${tokens.open}?n=7`)).json, {
      success: true,
      data: { got: '7' },
    });
    assert.deepEqual((await send(tokens.open, '{"n":8}', {}, `/q/${tokens.open}`)).json, {
      success: true,
      data: { got: 8 },
    });
  });

  test('is reached by token and name too, and under no other name', async () => {
    for (const path of [
      `/webhooks/named/${tokens.open}/open/trigger`,
      `/webhooks/named/${tokens.open}/open/query`,
      `/q/${tokens.open}/open`,
    ]) {
      assert.equal((await send(tokens.open, '{}', {}, path)).status, 200);
      const other = await send(tokens.open, '{}', {}, path.replace('/open', '/github'));
      assert.deepEqual([other.status, other.json.error_code], [404, 'UNKNOWN_HOOK']);
    }
  });

  test('may run in the background', async () => {
    const { status, json } = await send(
      tokens.open,
      '{}',
      {},
      `/webhooks/${tokens.open}/trigger?async=1`,
    );
    assert.deepEqual([status, json.status], [202, 'accepted']);
  });

  test('a body that can not be read is refused', async () => {
    assert.equal((await send(tokens.open, '{')).json.error_code, 'MALFORMED_JSON');
    assert.equal((await send(tokens.open, `"${'x'.repeat(5 * 1024 * 1024)}"`)).status, 413);
  });

  test('tells strangers nothing of why a run failed', async () => {
    const token = await hook('breaks', undefined, {
      config: {
        echo: { component: 'http_request', url: 'https://internal.example/{{input.n}}' },
      },
      allowed_hosts: [],
    });
    const { status, json, text } = await send(token, '{"n":1}');
    assert.equal(status, 500);
    assert.deepEqual([json.success, json.error_code], [false, 'RUN_FAILED']);
    assert.ok(!text.includes('internal.example'));
    const run = await worker.get(`/executions/${json.run_id}`);
    assert.match(run.text, /internal\.example/);
  });
});

describe('tokens', () => {
  test('are shown once, and stored only as their hash', async () => {
    const kv = await worker.recipes();
    const hash = sha256(tokens.open);
    assert.deepEqual(JSON.parse(await kv.get(`hook:${hash}`)), { v: 1, recipe: 'open' });
    assert.equal(JSON.parse(await kv.get('recipe:open')).hook, hash);
    assert.match(tokens.open, /^[\w-]{22}$/);
    assert.ok(
      !(await worker.get('/webhooks/named/open/definition')).text.includes(tokens.open),
    );
  });

  test('a wrong one, a hash, a name and a key open nothing', async () => {
    const wrong = [
      'x'.repeat(22),
      sha256(tokens.open),
      'open',
      'named',
      KEYS.manage,
      `${tokens.open}x`,
      tokens.open.toUpperCase(),
      `%20${tokens.open}`,
    ];
    for (const token of wrong) {
      for (const path of [`/webhooks/${token}/trigger`, `/q/${token}`]) {
        const { status, json } = await send(token, '{}', {}, path);
        assert.deepEqual([status, json.error_code], [404, 'UNKNOWN_HOOK'], path);
      }
    }
  });

  test('stay when the recipe is deployed again, and go when it asks for no hook any more', async () => {
    const token = await hook('stays', undefined);
    const triggers = [{ webhook: { public: true } }];
    const again = await worker.deploy('stays', FLOW, { config: CONFIG, triggers });
    assert.equal(again.hook, undefined);
    assert.equal((await send(token, '{}')).status, 200);
    await worker.deploy('stays', FLOW, { config: CONFIG });
    assert.equal((await send(token, '{}')).json.error_code, 'UNKNOWN_HOOK');
  });

  test('are revoked by rotating, and by deleting the recipe', async () => {
    const token = await hook('rotates', undefined);
    const next = await hook('rotates', undefined, { rotate_hook: true });
    assert.notEqual(next, token);
    assert.equal((await send(token, '{}')).status, 404);
    assert.equal((await send(next, '{}')).status, 200);
    await worker.fetch('/webhooks/named/rotates', { method: 'DELETE', key: KEYS.manage });
    assert.equal((await send(next, '{}')).status, 404);
    await worker.deploy('rotates', FLOW, { config: CONFIG });
    assert.equal((await send(next, '{}')).status, 404);
  });

  test('stay as they are where deploying fails', async () => {
    const token = await hook('fails', undefined);
    const triggers = [{ webhook: { public: true } }];
    const recipe = { name: 'fails', description: 'x', flow: FLOW, config: CONFIG, triggers };
    for (const body of [
      { recipe, rotate_hook: true, allowed_hosts: ['no host'] },
      { recipe: { ...recipe, triggers: [] }, allowed_hosts: ['no host'] },
      { recipe: { ...recipe, triggers: [], flow: ['a'] } },
    ]) {
      assert.notEqual((await worker.post('/webhooks/named', body)).status, 201);
      assert.equal((await send(token, '{}')).status, 200);
    }
  });

  test('one whose recipe names another is revoked, whatever KV still has', async () => {
    const token = await hook('moved', undefined);
    const kv = await worker.recipes();
    const record = JSON.parse(await kv.get('recipe:moved'));
    await kv.put('recipe:moved', JSON.stringify({ ...record, hook: sha256('another token') }));
    assert.equal((await send(token, '{}')).status, 404);
  });

  test('a recipe that is not public has none', async () => {
    const deployed = await worker.deploy('private', FLOW, {
      config: CONFIG,
      triggers: [{ webhook: { public: false } }],
    });
    assert.deepEqual([deployed.public, deployed.hook], [false, undefined]);
    const kv = await worker.recipes();
    const token = 'A'.repeat(22);
    await kv.put(`hook:${sha256(token)}`, JSON.stringify({ v: 1, recipe: 'private' }));
    assert.equal((await send(token, '{}')).status, 404);
  });
});

describe('a hook that can not check', () => {
  test('because its secret is missing or unreadable, lets nobody in', async () => {
    const body = fresh();
    const token = await hook('secretless', { style: 'github', secret: 'NOBODY_HAS_THIS' });
    const { status, json, text } = await send(token, body, SIGN.github(body, { secret: '' }));
    assert.deepEqual([status, json.error_code], [503, 'HOOK_NOT_READY']);
    assert.ok(!text.includes('NOBODY_HAS_THIS'));
    await (await worker.credentials()).put('cred:NOBODY_HAS_THIS', 'damaged');
    assert.equal((await send(token, body, SIGN.github(body))).status, 503);
  });

  test('because KV asks for a signature in a way nobody knows, lets nobody in', async () => {
    const kv = await worker.recipes();
    const token = await hook('edited', undefined);
    const record = JSON.parse(await kv.get('recipe:edited'));
    for (const verify of [
      'github',
      {},
      { style: 'pigeon', secret: 'SIGNING' },
      { style: 'github' },
      { style: 'github', secret: '' },
      { style: '__proto__', secret: 'SIGNING' },
      false,
      null,
      [],
    ]) {
      record.recipe.triggers = [{ webhook: { public: true, verify } }];
      await kv.put('recipe:edited', JSON.stringify(record));
      assert.equal((await send(token, '{}')).status, 503, JSON.stringify(verify));
    }
  });

  test('can not be deployed', async () => {
    for (const settings of [
      { verify: {} },
      { verify: { style: 'pigeon', secret: 'S' } },
      { verify: { style: 'github' } },
      { verify: 'github' },
      { verify: null },
      { Verify: { style: 'github', secret: 'S' } },
      { style: 'github', secret: 'S' },
    ]) {
      const recipe = {
        name: 'bad',
        description: 'x',
        flow: FLOW,
        config: CONFIG,
        triggers: [{ webhook: { public: true, ...settings } }],
      };
      assert.equal(
        (await worker.post('/webhooks/named', { recipe })).status,
        422,
        JSON.stringify(settings),
      );
    }
  });
});
