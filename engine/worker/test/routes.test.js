import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';

const ECHO = ['input >> PIPE >> echo', 'echo >> PIPE >> output'];
const ECHO_CONFIG = { echo: { component: 'set', values: { said: '{{input.say}}' } } };
const FAIL = ['input >> PIPE >> broken'];
const FAIL_CONFIG = { broken: { component: 'number_of', run: {} } };
const MIB = 1024 * 1024;

/** @type {ExecutorWorker} */
let worker;
before(async () => {
  worker = new ExecutorWorker();
  await worker.deploy('echo', ECHO, { config: ECHO_CONFIG });
  await worker.deploy('picky', ECHO, {
    config: ECHO_CONFIG,
    inputs: { type: 'object', required: ['say'], properties: { say: { type: 'string', maxLength: 5 } } },
  });
  await worker.deploy('failing', ['input >> PIPE >> call'], {
    config: { call: { component: 'http_request', url: 'https://nowhere.example/' } },
    allowed_hosts: [],
  });
});
after(() => worker.close());

/** @param {{ status: number, json: any }} response @param {number} status @param {string} code */
function isError({ status: actual, json }, status, code) {
  assert.equal(actual, status, JSON.stringify(json));
  assert.equal(json.success, false);
  assert.equal(json.error_code, code);
  assert.match(json.error, /\S/);
  assert.match(json.hint, /\S/);
  assert.equal(JSON.stringify(json).includes('at '.concat('src/')), false);
}

describe('GET /health', () => {
  test('is for anybody, and counts no recipes for strangers', async () => {
    const { status, json } = await worker.fetch('/health');
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(json), ['ok', 'version', 'parts']);
    assert.equal(json.ok, true);
    assert.ok(json.parts > 3);
  });

  test('counts the recipes for who shows a key', async () => {
    assert.equal((await worker.get('/health', KEYS.call)).json.recipes, 3);
  });

  test('takes HEAD, with no body', async () => {
    const { status, text } = await worker.fetch('/health', { method: 'HEAD' });
    assert.deepEqual([status, text], [200, '']);
  });
});

describe('POST /execute', () => {
  test('runs triplets with their config and context', async () => {
    const { status, json } = await worker.post('/execute', {
      triplets: ECHO,
      config: ECHO_CONFIG,
      context: { say: 'hi' },
    });
    assert.equal(status, 200);
    assert.equal(json.success, true);
    assert.deepEqual(json.data, { success: true, data: { said: 'hi' } });
    assert.match(json.run_id, /^\w+-\w+$/);
    assert.deepEqual(json.trace.map((/** @type {any} */ entry) => entry.node), ['input', 'echo', 'output']);
    assert.equal(json.stored, true);
  });

  test("runs Arcrun's compiled graph", async () => {
    const graph = {
      id: 'g',
      name: 'A graph',
      nodes: [
        { id: 'input', type: 'Input', componentId: 'input', label: 'input' },
        { id: 'echo', type: 'Component', componentId: 'set', label: 'echo', data: { values: { said: '{{say}}' } } },
        { id: 'output', type: 'Output', componentId: 'output', label: 'output' },
      ],
      edges: [
        { from: 'input', to: 'echo', type: 'PIPE' },
        { from: 'echo', to: 'output', type: 'PIPE' },
      ],
    };
    const wrapped = await worker.post('/execute', { graph, context: { say: 'hi' } });
    assert.deepEqual(wrapped.json.data.data, { said: 'hi' });
    const bare = await worker.post('/execute', { ...graph, context: { say: 'ho' } });
    assert.deepEqual(bare.json.data.data, { said: 'ho' });
  });

  test('runs a recipe document, and a deployed one by its name', async () => {
    const recipe = { name: 'sent', flow: ECHO, config: ECHO_CONFIG };
    const sent = await worker.post('/execute', { recipe, input: { say: 1 } });
    assert.deepEqual([sent.json.recipe, sent.json.data.data], ['sent', { said: 1 }]);
    const deployed = await worker.post('/execute', { recipe: 'echo', context: { say: 2 } });
    assert.deepEqual([deployed.json.recipe, deployed.json.data.data], ['echo', { said: 2 }]);
  });

  test('names the nearest recipes where there is none of that name', async () => {
    const response = await worker.post('/execute', { recipe: 'ecko' });
    isError(response, 404, 'UNKNOWN_RECIPE');
    assert.deepEqual(response.json.nearest, ['echo']);
  });

  test('refuses unknown parts with the nearest ones, before anything runs', async () => {
    const response = await worker.post('/execute', { triplets: FAIL, config: FAIL_CONFIG });
    isError(response, 422, 'INVALID_RECIPE');
    const [problem] = response.json.problems;
    assert.deepEqual([problem.code, problem.severity, problem.path], ['UNKNOWN_PART', 'error', ['config', 'broken']]);
    const near = await worker.post('/execute', { triplets: ['input >> PIPE >> string_op'] });
    assert.match(near.json.error, /string_ops/);
  });

  test('tells a failed run with its node, hint and id', async () => {
    const response = await worker.post('/execute', { recipe: 'failing' });
    isError(response, 500, 'HOST_NOT_ALLOWED');
    assert.equal(response.json.failed_node, 'call');
    assert.match(response.json.run_id, /-/);
    assert.equal(response.json.status, 'failed');
  });

  test('refuses circles, lines that are no triplets, and what is no recipe', async () => {
    const circle = await worker.post('/execute', { triplets: ['set >> PIPE >> code', 'code >> PIPE >> set'] });
    isError(circle, 422, 'INVALID_RECIPE');
    assert.equal(circle.json.problems[0].code, 'CYCLE');
    isError(await worker.post('/execute', { triplets: ['a > b'] }), 422, 'INVALID_RECIPE');
    for (const body of [{}, { triplets: [] }, { triplets: 'a >> b >> c' }, { graph: [] }, { recipe: 3 }]) {
      isError(await worker.post('/execute', body), 400, 'WRONG_TYPE');
    }
  });

  test('refuses hosts that are none', async () => {
    for (const allowed_hosts of ['a.example', ['https://a.example/'], [1], ['a.example:0']]) {
      isError(await worker.post('/execute', { triplets: ECHO, config: ECHO_CONFIG, allowed_hosts }), 400, 'WRONG_TYPE');
    }
  });

  test('runs in the background with async=1', async () => {
    const { status, json } = await worker.post('/execute?async=1', { recipe: 'echo', context: { say: 'later' } });
    assert.equal(status, 202);
    assert.equal(json.accepted, true);
    const run = await ended(json.run_id);
    assert.deepEqual(run.data.data, { said: 'later' });
  });
});

test('POST /cypher/execute answers as Arcrun does, with version and timestamp', async () => {
  const { status, json } = await worker.post('/cypher/execute', { triplets: ECHO, config: ECHO_CONFIG, context: { say: 1 } });
  assert.equal(status, 200);
  assert.match(json.version, /^execute-v1-\d{8}-\d{6}$/);
  assert.ok(!Number.isNaN(Date.parse(json.timestamp)));
  assert.deepEqual(json.data.data, { said: 1 });
  isError(await worker.post('/cypher/execute', { triplets: [] }), 400, 'WRONG_TYPE');
});

describe('POST /validate', () => {
  test('finds nothing wrong with a good recipe', async () => {
    const { status, json } = await worker.post('/validate', { triplets: ECHO, config: ECHO_CONFIG });
    assert.equal(status, 200);
    assert.deepEqual([json.valid, json.errors, json.nodeCount, json.edgeCount], [true, [], 3, 2]);
  });

  test('lists the problems of a bad one, with places', async () => {
    const recipe = {
      name: 'bad name',
      flow: ['input >> SOMETIMES >> nobody_knows_me'],
      triggers: [{ webhook: { public: true, verify: { style: 'pigeon', secret: 'S' } } }],
      colour: 'red',
    };
    const { status, json } = await worker.post('/validate', { recipe });
    assert.equal(status, 200);
    assert.equal(json.valid, false);
    const codes = json.problems.map((/** @type {any} */ problem) => problem.code);
    for (const code of ['NAME_INVALID', 'UNKNOWN_RELATION', 'UNKNOWN_PART', 'UNKNOWN_KEY', 'SIGNATURE_STYLE_UNKNOWN']) {
      assert.ok(codes.includes(code), `${code} is in ${codes}`);
    }
  });
});

describe('deploying', () => {
  test('gives the address, and the recipe is listed and given back', async () => {
    const recipe = { name: 'kept', description: 'Keeps.', flow: ECHO, config: ECHO_CONFIG, triggers: [{ cron: '0 9 * * 1-5', timezone: 'Asia/Taipei' }] };
    const { status, json } = await worker.post('/webhooks/named', { recipe, allowed_hosts: ['api.example.com'] });
    assert.equal(status, 201);
    assert.equal(json.webhook_url, 'https://executor.example/webhooks/named/kept/trigger');
    assert.equal(json.hook, undefined);
    const listed = (await worker.get('/webhooks/named')).json.workflows.find((/** @type {any} */ each) => each.name === 'kept');
    assert.equal(listed.description, 'Keeps.');
    assert.deepEqual(listed.schedules, [{ cron: '0 9 * * 1-5', timezone: 'Asia/Taipei', overlap: false }]);
    const definition = (await worker.get('/webhooks/named/kept/definition')).json;
    assert.deepEqual(definition.recipe, recipe);
    assert.deepEqual(definition.allowed_hosts, ['api.example.com']);
  });

  test('takes what the published client sends: name, description and graph', async () => {
    const graph = { nodes: [{ id: 'input', type: 'Input' }, { id: 'set', type: 'Component', componentId: 'set', data: { values: { a: 1 } } }], edges: [{ from: 'input', to: 'set', type: 'PIPE' }] };
    const { status, json } = await worker.post('/webhooks/named', { name: 'published', description: 'Sent by acr.', graph, config: {} });
    assert.equal(status, 201, JSON.stringify(json));
    assert.deepEqual((await worker.get('/webhooks/named/published/definition')).json.graph, graph);
    const run = await worker.post('/webhooks/named/published/trigger', {});
    assert.deepEqual(run.json.data.data, { a: 1 });
  });

  test('replaces, and forgets', async () => {
    await worker.deploy('brief', ECHO, { config: ECHO_CONFIG });
    await worker.deploy('brief', ['input >> PIPE >> output']);
    assert.deepEqual((await worker.get('/webhooks/named/brief/definition')).json.flow, ['input >> PIPE >> output']);
    const deleted = await worker.fetch('/webhooks/named/brief', { method: 'DELETE', key: KEYS.manage });
    assert.deepEqual([deleted.status, deleted.json], [200, { success: true, deleted: true, name: 'brief' }]);
    isError(await worker.get('/webhooks/named/brief/definition'), 404, 'UNKNOWN_RECIPE');
    isError(await worker.fetch('/webhooks/named/brief', { method: 'DELETE', key: KEYS.manage }), 404, 'UNKNOWN_RECIPE');
  });

  test('allows the hosts that the recipe itself names, and none that data decides', async () => {
    const { allowed_hosts } = await worker.deploy('hosts', ['input >> PIPE >> a', 'a >> PIPE >> b', 'b >> PIPE >> c'], {
      config: {
        a: { component: 'http_request', url: 'https://API.example.com:8443/x?y={{input.z}}' },
        b: { component: 'http_request', url: 'https://{{input.host}}/' },
        c: { component: 'https://part.example/run' },
      },
    });
    assert.deepEqual(allowed_hosts, ['api.example.com', 'part.example']);
  });

  test('refuses a recipe without a name or description, and one with problems', async () => {
    const recipe = { name: 'x', description: 'y', flow: ECHO, config: ECHO_CONFIG };
    isError(await worker.post('/webhooks/named', { recipe: { ...recipe, name: '../x' } }), 422, 'NAME_INVALID');
    isError(await worker.post('/webhooks/named', { recipe: { ...recipe, description: ' ' } }), 422, 'DESCRIPTION_MISSING');
    isError(await worker.post('/webhooks/named', { recipe: { ...recipe, flow: FAIL } }), 422, 'INVALID_RECIPE');
    isError(await worker.post('/webhooks/named', { recipe, allowed_hosts: [''] }), 400, 'WRONG_TYPE');
    isError(await worker.get('/webhooks/named/x/definition'), 404, 'UNKNOWN_RECIPE');
  });

  test('a long description and many schedules still fit what KV keeps beside a key', async () => {
    const triggers = Array.from({ length: 40 }, (_, i) => ({ cron: `${i} 9 * * 1-5`, timezone: 'America/Argentina/Buenos_Aires' }));
    const recipe = { name: 'long', description: '說'.repeat(3000), flow: ECHO, config: ECHO_CONFIG, triggers };
    assert.equal((await worker.post('/webhooks/named', { recipe })).status, 201);
    const listed = (await worker.get('/webhooks/named')).json.workflows.find((/** @type {any} */ each) => each.name === 'long');
    assert.equal(listed.schedules, null);
    assert.ok(listed.description.startsWith('說說'));
  });
});

describe('triggering and querying', () => {
  test('a trigger gives the result with its trace', async () => {
    const { status, json } = await worker.post('/webhooks/named/echo/trigger', { say: [1, { a: null }] }, KEYS.call);
    assert.equal(status, 200);
    assert.deepEqual(json.data.data, { said: [1, { a: null }] });
    assert.equal(json.trace.length, 3);
  });

  test('a query gives the bare result, by GET and by POST', async () => {
    const asked = await worker.get('/webhooks/named/echo/query?say=hi&say=again', KEYS.call);
    assert.deepEqual([asked.status, asked.json], [200, { success: true, data: { said: 'hi' } }]);
    assert.match(asked.headers.get('X-Arcrun-Run-Id') ?? '', /-/);
    const posted = await worker.post('/webhooks/named/echo/query', { say: 7 }, KEYS.call);
    assert.deepEqual(posted.json, { success: true, data: { said: 7 } });
  });

  test('a path with a namespace runs for who shows a key', async () => {
    for (const path of ['/webhooks/named/anything/echo/trigger', '/webhooks/named/anything/echo/query', '/q/anything/echo']) {
      const { status, text } = await worker.post(path, { say: 'ns' }, KEYS.call);
      assert.equal(status, 200);
      assert.match(text, /"said":"ns"/);
    }
    isError(await worker.post('/webhooks/named/anything/echo/trigger', {}, 'no-key'), 401, 'UNAUTHORIZED');
  });

  test('a form is an input too, and no body an empty one', async () => {
    const form = await worker.fetch('/webhooks/named/echo/trigger', {
      method: 'POST',
      key: KEYS.call,
      body: 'say=a+b&say=c&__proto__=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    });
    assert.deepEqual(form.json.data.data, { said: 'a b' });
    const none = await worker.fetch('/webhooks/named/echo/trigger', { method: 'POST', key: KEYS.call });
    assert.equal(none.status, 200);
  });

  test('an input that does not fit is told with its places, before the run', async () => {
    const missing = await worker.post('/webhooks/named/picky/trigger', {});
    isError(missing, 400, 'INPUT_INVALID');
    assert.deepEqual(missing.json.problems, ['input lacks say']);
    isError(await worker.post('/webhooks/named/picky/query', { say: 'too long' }), 400, 'INPUT_INVALID');
    isError(await worker.post('/execute', { recipe: 'picky', context: { say: 1 } }), 400, 'INPUT_INVALID');
    assert.equal((await worker.post('/webhooks/named/picky/trigger', { say: 'ok' })).status, 200);
  });

  test('a failed run is an error for trigger and query alike', async () => {
    for (const path of ['trigger', 'query']) {
      isError(await worker.post(`/webhooks/named/failing/${path}`, {}), 500, 'HOST_NOT_ALLOWED');
    }
  });

  test('async=1 answers at once; the run is in the history later', async () => {
    const { status, json } = await worker.post('/webhooks/named/echo/trigger?async=1', { say: 'bg' }, KEYS.call);
    assert.deepEqual([status, json.success, json.status], [202, true, 'accepted']);
    assert.equal((await ended(json.run_id)).status, 'succeeded');
  });

  test('an unknown recipe is not found, whatever its name', async () => {
    for (const name of ['nobody', '..%2F', 'a%2Fb', '%00', 'recipe:echo', '__proto__', 'constructor']) {
      isError(await worker.post(`/webhooks/named/${name}/trigger`, {}), 404, 'UNKNOWN_RECIPE');
    }
  });
});

describe('GET /executions', () => {
  test('lists runs by recipe and status, page by page', async () => {
    await worker.deploy('counted', ECHO, { config: ECHO_CONFIG });
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.push((await worker.post('/webhooks/named/counted/trigger', { say: i })).json.run_id);
    }
    const seen = [];
    let cursor = '';
    do {
      const { json } = await worker.get(`/executions?recipe=counted&status=succeeded&limit=2${cursor}`, KEYS.call);
      seen.push(...json.runs.map((/** @type {any} */ run) => run.run_id));
      cursor = json.cursor === undefined ? '' : `&cursor=${json.cursor}`;
    } while (cursor !== '');
    assert.deepEqual(seen.sort(), ids.sort());
    assert.deepEqual((await worker.get('/executions?recipe=counted&status=failed')).json.runs, []);
  });

  test('gives one run with input, result and trace', async () => {
    const { json } = await worker.post('/webhooks/named/echo/trigger', { say: 'kept' });
    const run = (await worker.get(`/executions/${json.run_id}`, KEYS.call)).json;
    assert.deepEqual([run.success, run.status, run.input, run.data.data], [true, 'succeeded', { say: 'kept' }, { said: 'kept' }]);
    assert.equal(run.trace.length, 3);
  });

  test('refuses what it can not read', async () => {
    for (const query of ['status=great', 'limit=0', 'limit=1000', 'limit=x', 'cursor=%25', "cursor=' OR 1"]) {
      isError(await worker.get(`/executions?${query}`), 400, 'WRONG_QUERY');
    }
    isError(await worker.get("/executions/x'--"), 404, 'UNKNOWN_RUN');
  });
});

test('GET /components lists the parts with what is known of their calls', async () => {
  await worker.post('/webhooks/named/echo/trigger', { say: 1 });
  const { json } = await worker.get('/components', KEYS.call);
  const set = json.components.find((/** @type {any} */ each) => each.canonical_id === 'set');
  assert.ok(set.total_runs >= 1);
  assert.equal(set.success_rate, 1);
  const code = json.components.find((/** @type {any} */ each) => each.canonical_id === 'code');
  assert.deepEqual([code.total_runs, code.success_rate], [0, null]);
});

describe('POST /workflows/resume', () => {
  test('refuses what is no task', async () => {
    for (const body of [{}, { task_id: 3 }, { task_id: '' }, { task_id: 'a b' }, { task_id: 'x'.repeat(300) }]) {
      isError(await worker.post('/workflows/resume', body, KEYS.call), 400, 'WRONG_TYPE');
    }
  });
});

describe('what goes wrong', () => {
  test('an address that is none is not found; a method that is not taken is told with those that are', async () => {
    for (const path of ['/', '/nothing', '/health/', '//health', '/webhooks/named/', '/executions/a/b']) {
      isError(await worker.get(path), 404, 'UNKNOWN_ROUTE');
    }
    const put = await worker.fetch('/execute', { method: 'PUT', key: KEYS.manage, body: '{}' });
    isError(put, 405, 'METHOD_NOT_ALLOWED');
    assert.equal(put.headers.get('Allow'), 'POST');
    const options = await worker.fetch('/webhooks/named', { method: 'OPTIONS', headers: { Origin: 'https://evil.example' } });
    isError(options, 405, 'METHOD_NOT_ALLOWED');
    assert.equal(options.headers.get('Allow'), 'POST, GET');
    assert.equal(options.headers.get('Access-Control-Allow-Origin'), null);
    assert.equal((await worker.fetch('/webhooks/named/echo/query', { method: 'HEAD' })).status, 405);
    isError(await worker.get('/webhooks/named/%E0%A4%A/definition'), 400, 'MALFORMED_PATH');
  });

  test('JSON with a mistake is told with its place', async () => {
    const response = await worker.fetch('/execute', { method: 'POST', key: KEYS.manage, body: '{"a": 1,\n  "b": tru }' });
    isError(response, 400, 'MALFORMED_JSON');
    assert.equal(response.json.line, 2);
    assert.ok(response.json.column > 5);
  });

  test('bodies that are no JSON object are refused where one is needed', async () => {
    for (const body of ['[]', '"text"', '1', 'null']) {
      isError(await worker.fetch('/execute', { method: 'POST', key: KEYS.manage, body }), 400, 'WRONG_TYPE');
    }
    isError(await worker.fetch('/execute', { method: 'POST', key: KEYS.manage, body: Buffer.from([0x22, 0xff, 0x22]) }), 400, 'MALFORMED_JSON');
    isError(await worker.fetch('/execute', { method: 'POST', key: KEYS.manage, body: '['.repeat(100_000) }), 400, 'MALFORMED_JSON');
  });

  test('a byte order mark is no mistake', async () => {
    const { status } = await worker.fetch('/validate', { method: 'POST', key: KEYS.manage, body: '\ufeff{"triplets":["input >> PIPE >> output"]}' });
    assert.equal(status, 200);
  });

  test('members called like what objects inherit are members like any other', async () => {
    const { json } = await worker.fetch('/execute', {
      method: 'POST',
      key: KEYS.manage,
      body: '{"triplets":["input >> PIPE >> output"],"context":{"__proto__":{"success":false},"constructor":1}}',
    });
    assert.equal(json.success, true);
    assert.deepEqual(Object.keys(json.data), ['__proto__', 'constructor']);
  });

  test('a body of 5 MiB is taken, one byte more is not, with or without a length', async () => {
    const body = `{"say":"${'x'.repeat(5 * MIB - 10)}"}`;
    assert.equal(Buffer.byteLength(body), 5 * MIB);
    const taken = await worker.fetch('/webhooks/named/picky/trigger', { method: 'POST', key: KEYS.call, body });
    isError(taken, 400, 'INPUT_INVALID');
    isError(await worker.fetch('/webhooks/named/echo/trigger', { method: 'POST', key: KEYS.call, body: `${body} ` }), 413, 'BODY_TOO_LARGE');
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 6; i++) {
          controller.enqueue(new Uint8Array(MIB).fill(32));
        }
        controller.close();
      },
    });
    isError(await worker.fetch('/webhooks/named/echo/trigger', { method: 'POST', key: KEYS.call, body: stream, duplex: 'half' }), 413, 'BODY_TOO_LARGE');
  });

  test('answers are for one who asks by program: no page, not kept, not sniffed', async () => {
    const { headers } = await worker.fetch('/nothing');
    assert.equal(headers.get('Content-Type'), 'application/json; charset=utf-8');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  });
});

describe('records in KV', () => {
  test('one of a newer or an older form is refused, and others still work', async () => {
    const kv = await worker.recipes();
    await kv.put('recipe:newer', JSON.stringify({ v: 2, name: 'newer', recipe: {}, allowed_hosts: [] }));
    await kv.put('recipe:older', JSON.stringify({ name: 'older', graph: { nodes: [], edges: [] } }));
    isError(await worker.post('/webhooks/named/newer/trigger', {}), 409, 'RECIPE_FORMAT');
    isError(await worker.post('/webhooks/named/older/trigger', {}), 409, 'RECIPE_FORMAT');
    assert.equal((await worker.post('/webhooks/named/echo/trigger', {})).status, 200);
  });

  test('a damaged one is told so, can be replaced and deleted', async () => {
    const kv = await worker.recipes();
    const damaged = ['', 'no json', '[]', '{"v":1}', '{"v":1,"name":"other","recipe":{},"allowed_hosts":[]}', '{"v":1,"name":"hurt","recipe":{},"allowed_hosts":["a b"]}'];
    for (const text of damaged) {
      await kv.put('recipe:hurt', text);
      const response = await worker.post('/webhooks/named/hurt/trigger', {});
      isError(response, 500, 'RECIPE_DAMAGED');
    }
    assert.equal((await worker.get('/webhooks/named')).status, 200);
    assert.equal((await worker.fetch('/webhooks/named/hurt', { method: 'DELETE', key: KEYS.manage })).status, 200);
    await kv.put('recipe:hurt', 'no json');
    await worker.deploy('hurt', ECHO, { config: ECHO_CONFIG });
    assert.equal((await worker.post('/webhooks/named/hurt/trigger', {})).status, 200);
  });

  test('a recipe that calls one with a damaged record fails, and says which', async () => {
    const kv = await worker.recipes();
    await kv.put('recipe:torn', '{');
    const { status, json } = await worker.post('/execute', { triplets: ['input >> CALLS_SUBFLOW >> torn'] });
    assert.equal(status, 500);
    assert.match(json.error, /torn/);
  });
});

test('a recipe calls another one, which may reach its own hosts', async () => {
  const outer = await worker.post('/execute', { triplets: ['input >> CALLS_SUBFLOW >> echo'], context: { say: 'inside' } });
  assert.equal(outer.status, 200, outer.text);
  assert.match(outer.text, /"said":"inside"/);
});

/** A run that has come to its end. @param {string} runId */
async function ended(runId) {
  for (;;) {
    const { status, json } = await worker.get(`/executions/${runId}`);
    if (status === 200 && json.status !== 'running') {
      return json;
    }
  }
}
