import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';
import {
  ECHO,
  ECHO_CONFIG,
  ended,
  FAIL,
  FAIL_CONFIG,
  isError,
  useRoutes,
  worker,
} from './support/routes.js';

useRoutes();

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
    assert.deepEqual(
      json.trace.map((/** @type {any} */ entry) => entry.node),
      ['input', 'echo', 'output'],
    );
    assert.equal(json.stored, true);
  });

  test("runs Arcrun's compiled graph", async () => {
    const graph = {
      id: 'g',
      name: 'A graph',
      nodes: [
        { id: 'input', type: 'Input', componentId: 'input', label: 'input' },
        {
          id: 'echo',
          type: 'Component',
          componentId: 'set',
          label: 'echo',
          data: { values: { said: '{{say}}' } },
        },
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
    assert.deepEqual(
      [problem.code, problem.severity, problem.path],
      ['UNKNOWN_PART', 'error', ['config', 'broken']],
    );
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
    const circle = await worker.post('/execute', {
      triplets: ['set >> PIPE >> code', 'code >> PIPE >> set'],
    });
    isError(circle, 422, 'INVALID_RECIPE');
    assert.equal(circle.json.problems[0].code, 'CYCLE');
    isError(await worker.post('/execute', { triplets: ['a > b'] }), 422, 'INVALID_RECIPE');
    for (const body of [
      {},
      { triplets: [] },
      { triplets: 'a >> b >> c' },
      { graph: [] },
      { recipe: 3 },
    ]) {
      isError(await worker.post('/execute', body), 400, 'WRONG_TYPE');
    }
  });

  test('refuses hosts that are none', async () => {
    for (const allowed_hosts of ['a.example', ['https://a.example/'], [1], ['a.example:0']]) {
      isError(
        await worker.post('/execute', { triplets: ECHO, config: ECHO_CONFIG, allowed_hosts }),
        400,
        'WRONG_TYPE',
      );
    }
  });

  test('runs in the background with async=1', async () => {
    const { status, json } = await worker.post('/execute?async=1', {
      recipe: 'echo',
      context: { say: 'later' },
    });
    assert.equal(status, 202);
    assert.equal(json.accepted, true);
    const run = await ended(json.run_id);
    assert.deepEqual(run.data.data, { said: 'later' });
  });
});

test('POST /cypher/execute answers as Arcrun does, with version and timestamp', async () => {
  const { status, json } = await worker.post('/cypher/execute', {
    triplets: ECHO,
    config: ECHO_CONFIG,
    context: { say: 1 },
  });
  assert.equal(status, 200);
  assert.match(json.version, /^execute-v1-\d{8}-\d{6}$/);
  assert.ok(!Number.isNaN(Date.parse(json.timestamp)));
  assert.deepEqual(json.data.data, { said: 1 });
  isError(await worker.post('/cypher/execute', { triplets: [] }), 400, 'WRONG_TYPE');
});

describe('POST /validate', () => {
  test('finds nothing wrong with a good recipe', async () => {
    const { status, json } = await worker.post('/validate', {
      triplets: ECHO,
      config: ECHO_CONFIG,
    });
    assert.equal(status, 200);
    assert.deepEqual(
      [json.valid, json.errors, json.nodeCount, json.edgeCount],
      [true, [], 3, 2],
    );
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
    for (const code of [
      'NAME_INVALID',
      'UNKNOWN_RELATION',
      'UNKNOWN_PART',
      'UNKNOWN_KEY',
      'SIGNATURE_STYLE_UNKNOWN',
    ]) {
      assert.ok(codes.includes(code), `${code} is in ${codes}`);
    }
  });
});

test('a recipe calls another one, which may reach its own hosts', async () => {
  const outer = await worker.post('/execute', {
    triplets: ['input >> CALLS_SUBFLOW >> echo'],
    context: { say: 'inside' },
  });
  assert.equal(outer.status, 200, outer.text);
  assert.match(outer.text, /"said":"inside"/);
});

describe('the stores of parts', () => {
  /** @param {object} parameters */
  async function stored(parameters) {
    const { json } = await worker.post('/execute', {
      triplets: ['input >> PIPE >> store', 'store >> ON_SUCCESS >> output'],
      config: { store: parameters },
    });
    return json;
  }

  test('keep values from one run to the next', async () => {
    await stored({ operation: 'set', key: 'tests.a', value: { n: [1] } });
    assert.deepEqual((await stored({ operation: 'get', key: 'tests.a' })).data.data.value, {
      n: [1],
    });
    assert.equal((await stored({ operation: 'get', key: 'tests.b' })).data.data.found, false);
    for (const value of [1, 2, 3]) {
      const { data } = await stored({ operation: 'increment', key: 'tests.count' });
      assert.equal(data.data.value, value);
    }
  });

  test('that are not there are a failure that says so', async () => {
    const bare = new ExecutorWorker({ d1: false });
    const { json } = await bare.post('/execute', {
      triplets: ['input >> PIPE >> store'],
      config: { store: { operation: 'set', key: 'a', value: 1 } },
    });
    assert.deepEqual([json.success, json.error_code], [false, 'STORAGE_UNAVAILABLE']);
    await bare.close();
  });
});

test('the part code runs JavaScript', async () => {
  const { json } = await worker.post('/execute', {
    triplets: ['input >> PIPE >> code', 'code >> ON_SUCCESS >> output'],
    config: { code: { code: 'return { sum: input.a + input.b };' } },
    context: { a: 1, b: 2 },
  });
  assert.equal(json.success, true, JSON.stringify(json));
  assert.match(JSON.stringify(json.data), /"sum":3/);
});
