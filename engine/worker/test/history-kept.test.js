import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';

const SECRET = 'a-value-that-a-caller-sends-along';
const FLOW = ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'];
const CALL = {
  component: 'http_request',
  url: 'https://api.example/',
  headers: { K: '{{credential.key}}' },
};
const SET = { call: { component: 'set', values: { seen: '{{input.seen}}' } } };

/** @type {ExecutorWorker} */
let worker;

before(async () => {
  worker = new ExecutorWorker({
    outbound: ({ url }) =>
      url.startsWith('https://long.example/')
        ? Response.json({ success: false, error: 'no', error_code: 'A'.repeat(3_000_000) })
        : Response.json({ said: url.startsWith('https://leak.example/') ? SECRET : 'ok' }),
  });
  await worker.putCredential('key', SECRET, ['api.example']);
});
after(() => worker.close());

/** The runs of a recipe. @param {string} recipe */
async function kept(recipe) {
  return (await worker.get(`/executions?recipe=${recipe}`)).json.runs;
}

describe('the history', () => {
  test('keeps no credential that a caller sends as input, once the run has used it', async () => {
    await worker.deploy('asked', FLOW, { config: { call: CALL } });
    const { json } = await worker.post(
      '/webhooks/named/asked/trigger',
      { pin: SECRET, [SECRET]: 1 },
      KEYS.call,
    );
    assert.equal(json.status, 'succeeded');
    const { json: run } = await worker.get(`/executions/${json.run_id}`);
    assert.deepEqual(run.input, { pin: '«credential:key»', '«credential:key»': 1 });
  });

  test('keeps no credential that a run hands on before it has used it', async () => {
    const leak = { component: 'http_request', url: 'https://leak.example/' };
    await worker.deploy('quoted', FLOW, { config: SET });
    const { json } = await worker.post('/execute', {
      recipe: {
        name: 'handing',
        flow: ['input >> PIPE >> leak', 'leak >> PIPE >> sub', 'sub >> PIPE >> call', 'call >> ON_SUCCESS >> output'],
        config: {
          leak,
          sub: { component: 'trigger_workflow', workflow_name: 'quoted', input: { seen: '{{leak}}' } },
          call: CALL,
        },
      },
    });
    assert.equal(json.status, 'succeeded');
    const [{ run_id: id }] = await kept('quoted');
    const { json: run } = await worker.get(`/executions/${id}`);
    assert.match(JSON.stringify([run.input, run.data, run.trace]), /(.*«credential:key»){3}/);
    assert.ok(!JSON.stringify(run).includes(SECRET));
  });

  test('keeps a run whose error has a code of megabytes', async () => {
    const { json } = await worker.post('/execute', {
      triplets: FLOW,
      config: { call: { component: 'https://long.example/' } },
    });
    assert.equal(json.stored, true);
    const { json: run } = await worker.get(`/executions/${json.run_id}`);
    assert.equal(run.status, 'failed');
    assert.match(run.error_code, /^A{100,}…$/);
  });

  test('keeps no run of a recipe without a record, whoever calls it', async () => {
    await worker.deploy('quiet', FLOW, { config: SET, record: false });
    const calling = { call: { component: 'trigger_workflow', workflow_name: 'quiet', input: { seen: 1 } } };
    const { json } = await worker.post('/execute', { triplets: FLOW, config: calling });
    assert.deepEqual(json.data.data.data, { seen: 1 }, JSON.stringify(json));
    assert.deepEqual([(await kept('unnamed')).length, (await kept('quiet')).length], [2, 0]);
  });
});
