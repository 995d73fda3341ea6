import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';

const FLOW = ['input >> PIPE >> echo', 'echo >> PIPE >> output'];
const CONFIG = { echo: { component: 'set', values: { got: '{{input.n}}' } } };
const QUOTED = 'what-a-store-says-may-quote-a-secret';

/** The executor with stores that fail in a way. @param {string} env text of the changed bindings */
function troubled(env) {
  return new ExecutorWorker({
    entry: {
      path: 'src/troubled.js',
      contents: `
        import worker from './executor.js';
        export { ArcrunWorkflow } from './executor.js';
        const fail = () => { throw new Error('D1_ERROR: ${QUOTED}'); };
        export default {
          fetch(request, env, ctx) { return worker.fetch(request, { ...env, ${env} }, ctx); },
        };`,
    },
  });
}

const BROKEN_D1 = `ARCRUN_DB: { prepare: () => ({ bind: () => ({ all: fail, run: fail }) }), batch: async () => fail() }`;

describe('a database that does not answer', () => {
  test('breaks no run: the answer says that it is not stored', async () => {
    const worker = troubled(BROKEN_D1);
    const { status, json } = await worker.post('/execute', {
      triplets: FLOW,
      config: CONFIG,
      context: { n: 1 },
    });
    assert.deepEqual([status, json.success, json.stored], [200, true, false]);
    assert.deepEqual(json.data.data, { got: 1 });
    await worker.close();
  });

  test('makes reading the history an error that says so', async () => {
    const worker = troubled(BROKEN_D1);
    for (const path of ['/executions', '/executions/x']) {
      const { status, json } = await worker.get(path);
      assert.deepEqual([status, json.error_code], [503, 'NOT_AVAILABLE']);
    }
    const resumed = await worker.post('/workflows/resume', {
      task_id: 'f'.repeat(32),
      data: 1,
    });
    assert.deepEqual([resumed.status, resumed.json.error_code], [503, 'NOT_AVAILABLE']);
    const cancelled = await worker.post('/executions/x/cancel', {});
    assert.deepEqual([cancelled.status, cancelled.json.error_code], [503, 'NOT_AVAILABLE']);
    const parts = await worker.get('/components');
    assert.deepEqual([parts.status, parts.json.statistics], [200, 'unavailable']);
    await worker.close();
  });

  test('that is not bound at all is no worse', async () => {
    const worker = new ExecutorWorker({ d1: false });
    const { json } = await worker.post('/execute', {
      triplets: FLOW,
      config: CONFIG,
      context: { n: 1 },
    });
    assert.deepEqual([json.success, json.stored], [true, false]);
    assert.equal((await worker.get('/executions')).status, 503);
    await worker.close();
  });
});

describe('a store of recipes that does not answer', () => {
  test('is an unexpected error with an id, which the log has too, without what the store said', async () => {
    const worker = troubled('ARCRUN_RECIPES: { get: fail, put: fail, list: fail }');
    const { status, json, text } = await worker.post('/webhooks/named/echo/trigger', {});
    assert.deepEqual([status, json.success, json.error_code], [500, false, 'INTERNAL_ERROR']);
    assert.match(json.error_id, /^[0-9a-f]{16}$/);
    assert.ok(json.hint.includes(json.error_id));
    assert.ok(!text.includes(QUOTED) && !text.includes('.js'));
    await worker.close();
    assert.ok(worker.log.includes(json.error_id), worker.log);
    assert.ok(worker.log.includes('POST /webhooks/named/:name/trigger'));
    assert.ok(!worker.log.includes(QUOTED));
  });

  test('that takes no more writes is told with when to try again', async () => {
    const worker = troubled(
      `ARCRUN_RECIPES: { get: async () => null, put: async () => { throw new Error('KV PUT failed: 429 Too Many Requests'); } }`,
    );
    const recipe = { name: 'x', description: 'y', flow: FLOW, config: CONFIG };
    const { status, json, headers } = await worker.post('/webhooks/named', { recipe });
    assert.deepEqual(
      [status, json.error_code, headers.get('Retry-After')],
      [429, 'TOO_MANY_WRITES', '1'],
    );
    await worker.close();
  });

  test('that is not bound is told so', async () => {
    const worker = troubled('ARCRUN_RECIPES: undefined');
    for (const response of [
      await worker.get('/webhooks/named'),
      await worker.post('/webhooks/named/x/trigger', {}),
      await worker.post(`/webhooks/${'x'.repeat(22)}/trigger`, {}),
      await worker.fetch('/health', { key: KEYS.call }),
    ]) {
      assert.deepEqual([response.status, response.json.error_code], [500, 'NOT_CONFIGURED']);
    }
    await worker.close();
  });
});

test('parts that were put together wrongly are an unexpected error, not a crash', async () => {
  const worker = new ExecutorWorker({ index: '{"v":99,"parts":[]}' });
  const { status, json } = await worker.fetch('/health');
  assert.deepEqual([status, json.error_code], [500, 'INTERNAL_ERROR']);
  await worker.close();
});

test('without Workflows a run in the background is refused, others run', async () => {
  const worker = troubled('ARCRUN_WORKFLOW: undefined');
  const body = { triplets: FLOW, config: CONFIG, context: { n: 1 } };
  const later = await worker.post('/execute?async=1', body);
  assert.deepEqual(
    [later.status, later.json.success, later.json.error_code],
    [500, false, 'DURABLE_UNAVAILABLE'],
  );
  assert.equal((await worker.post('/execute', body)).status, 200);
  await worker.close();
});
