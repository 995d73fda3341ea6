import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS } from './support/executor-worker.js';
import {
  ECHO,
  ECHO_CONFIG,
  ended,
  FAIL,
  isError,
  useRoutes,
  worker,
} from './support/routes.js';

useRoutes();

describe('deploying', () => {
  test('gives the address, and the recipe is listed and given back', async () => {
    const recipe = {
      name: 'kept',
      description: 'Keeps.',
      flow: ECHO,
      config: ECHO_CONFIG,
      triggers: [{ cron: '0 9 * * 1-5', timezone: 'Asia/Taipei' }],
    };
    const { status, json } = await worker.post('/webhooks/named', {
      recipe,
      allowed_hosts: ['api.example.com'],
    });
    assert.equal(status, 201);
    assert.equal(json.webhook_url, 'https://executor.example/webhooks/named/kept/trigger');
    assert.equal(json.hook, undefined);
    const listed = (await worker.get('/webhooks/named')).json.workflows.find(
      (/** @type {any} */ each) => each.name === 'kept',
    );
    assert.equal(listed.description, 'Keeps.');
    assert.deepEqual(listed.schedules, [
      { cron: '0 9 * * 1-5', timezone: 'Asia/Taipei', overlap: false },
    ]);
    const definition = (await worker.get('/webhooks/named/kept/definition')).json;
    assert.deepEqual(definition.recipe, recipe);
    assert.deepEqual(definition.allowed_hosts, ['api.example.com']);
  });

  test('takes what the published client sends: name, description and graph', async () => {
    const graph = {
      nodes: [
        { id: 'input', type: 'Input' },
        { id: 'set', type: 'Component', componentId: 'set', data: { values: { a: 1 } } },
      ],
      edges: [{ from: 'input', to: 'set', type: 'PIPE' }],
    };
    const { status, json } = await worker.post('/webhooks/named', {
      name: 'published',
      description: 'Sent by acr.',
      graph,
      config: {},
    });
    assert.equal(status, 201, JSON.stringify(json));
    assert.deepEqual(
      (await worker.get('/webhooks/named/published/definition')).json.graph,
      graph,
    );
    const run = await worker.post('/webhooks/named/published/trigger', {});
    assert.deepEqual(run.json.data.data, { a: 1 });
  });

  test('replaces, and forgets', async () => {
    await worker.deploy('brief', ECHO, { config: ECHO_CONFIG });
    await worker.deploy('brief', ['input >> PIPE >> output']);
    assert.deepEqual((await worker.get('/webhooks/named/brief/definition')).json.flow, [
      'input >> PIPE >> output',
    ]);
    const deleted = await worker.fetch('/webhooks/named/brief', {
      method: 'DELETE',
      key: KEYS.manage,
    });
    assert.deepEqual(
      [deleted.status, deleted.json],
      [200, { success: true, deleted: true, name: 'brief' }],
    );
    isError(await worker.get('/webhooks/named/brief/definition'), 404, 'UNKNOWN_RECIPE');
    isError(
      await worker.fetch('/webhooks/named/brief', { method: 'DELETE', key: KEYS.manage }),
      404,
      'UNKNOWN_RECIPE',
    );
  });

  test('allows the hosts that the recipe itself names, and none that data decides', async () => {
    const { allowed_hosts } = await worker.deploy(
      'hosts',
      ['input >> PIPE >> a', 'a >> PIPE >> b', 'b >> PIPE >> c'],
      {
        config: {
          a: { component: 'http_request', url: 'https://API.example.com:8443/x?y={{input.z}}' },
          b: { component: 'http_request', url: 'https://{{input.host}}/' },
          c: { component: 'https://part.example/run' },
        },
      },
    );
    assert.deepEqual(allowed_hosts, ['api.example.com', 'part.example']);
  });

  test('refuses a recipe without a name or description, and one with problems', async () => {
    const recipe = { name: 'x', description: 'y', flow: ECHO, config: ECHO_CONFIG };
    isError(
      await worker.post('/webhooks/named', { recipe: { ...recipe, name: '../x' } }),
      422,
      'NAME_INVALID',
    );
    isError(
      await worker.post('/webhooks/named', { recipe: { ...recipe, description: ' ' } }),
      422,
      'DESCRIPTION_MISSING',
    );
    isError(
      await worker.post('/webhooks/named', { recipe: { ...recipe, flow: FAIL } }),
      422,
      'INVALID_RECIPE',
    );
    isError(
      await worker.post('/webhooks/named', { recipe, allowed_hosts: [''] }),
      400,
      'WRONG_TYPE',
    );
    isError(await worker.get('/webhooks/named/x/definition'), 404, 'UNKNOWN_RECIPE');
  });

  test('a long description and many schedules still fit what KV keeps beside a key', async () => {
    const triggers = Array.from({ length: 40 }, (_, i) => ({
      cron: `${i} 9 * * 1-5`,
      timezone: 'America/Argentina/Buenos_Aires',
    }));
    const recipe = {
      name: 'long',
      description: '說'.repeat(3000),
      flow: ECHO,
      config: ECHO_CONFIG,
      triggers,
    };
    assert.equal((await worker.post('/webhooks/named', { recipe })).status, 201);
    const listed = (await worker.get('/webhooks/named')).json.workflows.find(
      (/** @type {any} */ each) => each.name === 'long',
    );
    assert.equal(listed.schedules, null);
    assert.ok(listed.description.startsWith('說說'));
  });
});

describe('triggering and querying', () => {
  test('a trigger gives the result with its trace', async () => {
    const { status, json } = await worker.post(
      '/webhooks/named/echo/trigger',
      { say: [1, { a: null }] },
      KEYS.call,
    );
    assert.equal(status, 200);
    assert.deepEqual(json.data.data, { said: [1, { a: null }] });
    assert.equal(json.trace.length, 3);
  });

  test('a query gives the bare result, by GET and by POST', async () => {
    const asked = await worker.get('/webhooks/named/echo/query?say=hi&say=again', KEYS.call);
    assert.deepEqual(
      [asked.status, asked.json],
      [200, { success: true, data: { said: 'hi' } }],
    );
    assert.match(asked.headers.get('X-Arcrun-Run-Id') ?? '', /-/);
    const posted = await worker.post('/webhooks/named/echo/query', { say: 7 }, KEYS.call);
    assert.deepEqual(posted.json, { success: true, data: { said: 7 } });
  });

  test('a path with a namespace runs for who shows a key', async () => {
    for (const path of [
      '/webhooks/named/anything/echo/trigger',
      '/webhooks/named/anything/echo/query',
      '/q/anything/echo',
    ]) {
      const { status, text } = await worker.post(path, { say: 'ns' }, KEYS.call);
      assert.equal(status, 200);
      assert.match(text, /"said":"ns"/);
    }
    isError(
      await worker.post('/webhooks/named/anything/echo/trigger', {}, 'no-key'),
      401,
      'UNAUTHORIZED',
    );
  });

  test('a form is an input too, and no body an empty one', async () => {
    const form = await worker.fetch('/webhooks/named/echo/trigger', {
      method: 'POST',
      key: KEYS.call,
      body: 'say=a+b&say=c&__proto__=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    });
    assert.deepEqual(form.json.data.data, { said: 'a b' });
    const none = await worker.fetch('/webhooks/named/echo/trigger', {
      method: 'POST',
      key: KEYS.call,
    });
    assert.equal(none.status, 200);
  });

  test('an input that does not fit is told with its places, before the run', async () => {
    const missing = await worker.post('/webhooks/named/picky/trigger', {});
    isError(missing, 400, 'INPUT_INVALID');
    assert.deepEqual(missing.json.problems, ['input lacks say']);
    isError(
      await worker.post('/webhooks/named/picky/query', { say: 'too long' }),
      400,
      'INPUT_INVALID',
    );
    isError(
      await worker.post('/execute', { recipe: 'picky', context: { say: 1 } }),
      400,
      'INPUT_INVALID',
    );
    assert.equal(
      (await worker.post('/webhooks/named/picky/trigger', { say: 'ok' })).status,
      200,
    );
  });

  test('a failed run is an error for trigger and query alike', async () => {
    for (const path of ['trigger', 'query']) {
      isError(
        await worker.post(`/webhooks/named/failing/${path}`, {}),
        500,
        'HOST_NOT_ALLOWED',
      );
    }
  });

  test('async=1 answers at once; the run is in the history later', async () => {
    const { status, json } = await worker.post(
      '/webhooks/named/echo/trigger?async=1',
      { say: 'bg' },
      KEYS.call,
    );
    assert.deepEqual([status, json.success, json.status], [202, true, 'accepted']);
    assert.equal((await ended(json.run_id)).status, 'succeeded');
  });

  test('an unknown recipe is not found, whatever its name', async () => {
    for (const name of [
      'nobody',
      '..%2F',
      'a%2Fb',
      '%00',
      'recipe:echo',
      '__proto__',
      'constructor',
    ]) {
      isError(await worker.post(`/webhooks/named/${name}/trigger`, {}), 404, 'UNKNOWN_RECIPE');
    }
  });
});

describe('records in KV', () => {
  test('one of a newer or an older form is refused, and others still work', async () => {
    const kv = await worker.recipes();
    await kv.put(
      'recipe:newer',
      JSON.stringify({ v: 2, name: 'newer', recipe: {}, allowed_hosts: [] }),
    );
    await kv.put(
      'recipe:older',
      JSON.stringify({ name: 'older', graph: { nodes: [], edges: [] } }),
    );
    isError(await worker.post('/webhooks/named/newer/trigger', {}), 409, 'RECIPE_FORMAT');
    isError(await worker.post('/webhooks/named/older/trigger', {}), 409, 'RECIPE_FORMAT');
    assert.equal((await worker.post('/webhooks/named/echo/trigger', {})).status, 200);
  });

  test('a damaged one is told so, can be replaced and deleted', async () => {
    const kv = await worker.recipes();
    const damaged = [
      '',
      'no json',
      '[]',
      '{"v":1}',
      '{"v":1,"name":"other","recipe":{},"allowed_hosts":[]}',
      '{"v":1,"name":"hurt","recipe":{},"allowed_hosts":["a b"]}',
    ];
    for (const text of damaged) {
      await kv.put('recipe:hurt', text);
      const response = await worker.post('/webhooks/named/hurt/trigger', {});
      isError(response, 500, 'RECIPE_DAMAGED');
    }
    assert.equal((await worker.get('/webhooks/named')).status, 200);
    assert.equal(
      (await worker.fetch('/webhooks/named/hurt', { method: 'DELETE', key: KEYS.manage }))
        .status,
      200,
    );
    await kv.put('recipe:hurt', 'no json');
    await worker.deploy('hurt', ECHO, { config: ECHO_CONFIG });
    assert.equal((await worker.post('/webhooks/named/hurt/trigger', {})).status, 200);
  });

  test('a recipe that calls one with a damaged record fails, and says which', async () => {
    const kv = await worker.recipes();
    await kv.put('recipe:torn', '{');
    const { status, json } = await worker.post('/execute', {
      triplets: ['input >> CALLS_SUBFLOW >> torn'],
    });
    assert.equal(status, 500);
    assert.match(json.error, /torn/);
  });
});
