import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';

const SECRET = 'planted-secret-of-the-durable-run';

/** Answers of the service that recipes call, by path. @type {Record<string, any>} */
const ANSWERS = {
  '/ask': { success: true, pending: true, task_id: 'guess-me' },
};

describe('a durable recipe over HTTP', () => {
  /** @type {string} */
  let state;
  /** @type {ExecutorWorker} */
  let worker;
  /** What the service saw, in order. @type {{ path: string, headers: Headers, body: string }[]} */
  let seen;

  function open() {
    return new ExecutorWorker({
      state,
      outbound: async (request) => {
        const { pathname } = new URL(request.url);
        const body = await request.text();
        seen.push({ path: pathname, headers: request.headers, body });
        return Response.json(ANSWERS[pathname] ?? { success: true, data: { echo: body } });
      },
    });
  }

  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), 'arcrun-http-'));
    seen = [];
    worker = open();
  });
  afterEach(async () => {
    await worker.close();
    rmSync(state, { recursive: true });
  });

  /** The run once it stands like that. @param {string} runId @param {string} status */
  async function until(runId, status) {
    for (;;) {
      const { json } = await worker.get(`/executions/${runId}`, KEYS.call);
      assert.ok(json.success, JSON.stringify(json));
      if (json.status === status) {
        return json;
      }
      assert.ok(['running', 'waiting'].includes(json.status), JSON.stringify(json));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  const FLOW = ['input >> PIPE >> a', 'a >> PIPE >> ask', 'ask >> ON_SUCCESS >> b'];
  const CONFIG = {
    a: { component: 'http_request', url: 'https://parts.example/a', method: 'POST', headers: { 'X-Key': '{{credential.key}}' }, body: { n: '{{input.n}}' } },
    ask: { component: 'https://parts.example/ask' },
    b: { component: 'http_request', url: 'https://parts.example/b', method: 'POST', body: { said: '{{ask.data}}' } },
  };

  /** @param {object} more members of the recipe */
  async function deploy(more) {
    await worker.putCredential('key', SECRET, ['parts.example']);
    const response = await worker.post('/webhooks/named', {
      recipe: { name: 'asking', description: 'Asks somebody.', flow: FLOW, config: CONFIG, ...more },
    });
    assert.equal(response.status, 201, response.text);
  }

  test('hides a credential that it used before it waited, whoever shows it after', async () => {
    seen = [];
    ANSWERS['/b'] = { success: true, data: { leak: SECRET } };
    for (const durable of [true, false]) {
      await deploy({ durable });
      const { json } = await worker.post('/webhooks/named/asking/trigger', { n: 1 });
      const [{ task_id: taskId }] = (await until(json.run_id, 'waiting')).tasks;
      await worker.close();
      worker = open();
      await worker.post('/workflows/resume', { task_id: taskId, data: 1 });
      const run = await until(json.run_id, 'succeeded');
      assert.match(JSON.stringify(run.trace.at(-1).output), /«credential:key»/);
      assert.ok(!JSON.stringify(run).includes(SECRET));
    }
    delete ANSWERS['/b'];
  });

  test('is cancelled and resumed at once: one of them counts, and a result of megabytes hides nothing', async () => {
    await deploy({ durable: true });
    const { json } = await worker.post('/webhooks/named/asking/trigger', { n: 1 });
    const [{ task_id: taskId }] = (await until(json.run_id, 'waiting')).tasks;
    const end = `/executions/${json.run_id}/cancel`;
    const error = { task_id: taskId, error: ['no'], error_code: 'Z'.repeat(3_000_000) };
    const [forbidden, ...given] = await Promise.all([
      worker.post(end, {}, KEYS.call),
      worker.post('/workflows/resume', error, KEYS.call),
      worker.post('/workflows/resume', { task_id: taskId, data: 1 }, KEYS.call),
      worker.post(end, {}),
      worker.post(end, {}),
    ]);
    assert.equal(forbidden.status, 403);
    assert.ok(given.slice(0, 2).filter(({ status }) => status === 200).length <= 1);
    let run;
    do {
      run = (await worker.get(`/executions/${json.run_id}`)).json;
    } while (['running', 'waiting'].includes(run.status));
    assert.ok(['succeeded', 'failed', 'cancelled'].includes(run.status), run.status);
    assert.ok((run.error_code ?? '').length < 200);
    assert.equal((await worker.post('/workflows/resume', { task_id: taskId, data: 1 })).status, 409);
    let late;
    do {
      late = await worker.post(end, {});
    } while (late.status === 202);
    assert.equal(late.status, 409);
  });

  test('is triggered, killed while it waits, resumed once, and seen in the history', async () => {
    await deploy({ durable: true });
    const { status, json } = await worker.post('/webhooks/named/asking/trigger', { n: 7 });
    assert.equal(status, 202);
    const runId = json.run_id;
    const waiting = await until(runId, 'waiting');
    const [{ task_id: taskId, node }] = waiting.tasks;
    assert.equal(node, 'ask');
    await worker.close();
    worker = open();
    assert.equal((await until(runId, 'waiting')).tasks[0].task_id, taskId);
    const guess = await worker.post('/workflows/resume', { task_id: 'guess-me', data: 'no' });
    assert.deepEqual([guess.status, guess.json.error_code], [404, 'UNKNOWN_TASK']);
    const resumed = await worker.post('/workflows/resume', { task_id: taskId, data: 'yes' });
    assert.deepEqual([resumed.status, resumed.json.run_id], [200, runId]);
    const again = await worker.post('/workflows/resume', { task_id: taskId, data: 'no' });
    assert.deepEqual([again.status, again.json.error_code], [409, 'TASK_SETTLED']);
    const run = await until(runId, 'succeeded');
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/a', '/ask', '/b'],
    );
    assert.equal(seen[0].headers.get('X-Key'), SECRET);
    assert.equal(JSON.parse(seen[2].body).said, 'yes');
    assert.deepEqual(
      run.trace.map((/** @type {any} */ entry) => entry.status),
      ['succeeded', 'succeeded', 'succeeded', 'succeeded'],
    );
    const { json: page } = await worker.get('/executions?recipe=asking', KEYS.call);
    assert.deepEqual(
      page.runs.map((/** @type {any} */ each) => [each.run_id, each.status]),
      [[runId, 'succeeded']],
    );
    const parts = await worker.get('/components', KEYS.call);
    const request = parts.json.components.find(
      (/** @type {any} */ part) => part.canonical_id === 'http_request',
    );
    assert.equal(request.total_runs, 2);
  });

  test('that is not durable is handed over where it meets a wait', async () => {
    await deploy({});
    const { status, json } = await worker.post('/webhooks/named/asking/trigger', { n: 7 });
    assert.equal(status, 202);
    assert.equal(json.status, 'waiting');
    await worker.post('/workflows/resume', { task_id: json.tasks[0].task_id, error: 'denied' });
    const run = await until(json.run_id, 'failed');
    assert.deepEqual([run.failed_node, run.error], ['ask', 'denied']);
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/a', '/ask'],
    );
  });

  test('runs by its schedule, once a minute, with the time it was due', async () => {
    const nine = Date.UTC(2126, 0, 1, 9);
    await worker.deploy('ticking', ['input >> PIPE >> a'], {
      config: { a: { component: 'http_request', url: 'https://parts.example/tick', method: 'POST', body: { at: '{{_scheduled_at}}' } } },
      triggers: [{ cron: '0 17 * * *', timezone: 'Asia/Taipei' }],
    });
    await worker.deploy('resting', ['input >> PIPE >> a'], { config: { a: { component: 'set' } } });
    for (const minute of [nine - 60_000, nine, nine, nine + 60_000]) {
      assert.equal((await worker.schedule(minute)).outcome, 'ok');
    }
    const { json } = await worker.get('/executions', KEYS.call);
    assert.deepEqual(
      json.runs.map((/** @type {any} */ run) => [run.recipe, run.status, run.triggered_by, run.scheduled_at]),
      [['ticking', 'succeeded', 'cron', new Date(nine).toISOString()]],
    );
    assert.deepEqual(
      seen.map(({ body }) => JSON.parse(body)),
      [{ at: new Date(nine).toISOString() }],
    );
  });

  test('that is scheduled together with others runs on its own', async () => {
    const nine = Date.UTC(2126, 0, 1, 9);
    for (const name of ['one', 'two']) {
      await worker.deploy(name, ['input >> PIPE >> a'], {
        config: { a: { component: 'http_request', url: `https://parts.example/${name}`, method: 'POST', body: {} } },
        triggers: [{ cron: '* * * * *' }],
      });
    }
    await worker.schedule(nine);
    const { json } = await worker.get('/executions', KEYS.call);
    assert.equal(json.runs.length, 2);
    for (const { run_id } of json.runs) {
      await until(run_id, 'succeeded');
    }
    await worker.schedule(nine + 60_000);
    const after = await worker.get('/executions', KEYS.call);
    assert.equal(after.json.runs.length, 4);
    for (const { run_id } of after.json.runs) {
      await until(run_id, 'succeeded');
    }
    assert.deepEqual(seen.map(({ path }) => path).toSorted(), ['/one', '/one', '/two', '/two']);
  });
});
