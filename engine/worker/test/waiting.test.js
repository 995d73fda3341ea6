import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';

/** A part that asks for a task: its answer comes from outside. */
const ASK = 'https://approval.example/ask';

/** @type {ExecutorWorker} */
let worker;
before(async () => {
  worker = new ExecutorWorker({
    outbound: () => Response.json({ success: true, pending: true, task_id: 'guessable' }),
  });
  await worker.deploy('approval', ['input >> PIPE >> ask', 'ask >> ON_SUCCESS >> output'], {
    config: { ask: { component: ASK } },
    triggers: [{ webhook: { public: true } }],
  });
});
after(() => worker.close());

/** @returns {Promise<{ run_id: string, task_id: string }>} */
async function waiting() {
  const { status, json } = await worker.post(
    '/webhooks/named/approval/trigger',
    { a: 1 },
    KEYS.call,
  );
  assert.equal(status, 202, JSON.stringify(json));
  assert.deepEqual([json.success, json.status, json.tasks.length], [true, 'waiting', 1]);
  return { run_id: json.run_id, task_id: json.tasks[0].task_id };
}

test('a run that waits gives 202 with its tasks, whose ids nobody can guess', async () => {
  const first = await waiting();
  const second = await waiting();
  assert.match(first.task_id, /^[0-9a-f]{32}$/);
  assert.notEqual(first.task_id, second.task_id);
});

test('a task is resumed once, and its run comes to its end', async () => {
  const { run_id, task_id } = await waiting();
  const resumed = await worker.post(
    '/workflows/resume',
    { task_id, data: { approved: true } },
    KEYS.call,
  );
  assert.deepEqual(
    [resumed.status, resumed.json],
    [200, { success: true, resumed: true, run_id }],
  );
  const again = await worker.post(
    '/workflows/resume',
    { task_id, data: { approved: false } },
    KEYS.call,
  );
  assert.deepEqual([again.status, again.json.error_code], [409, 'TASK_SETTLED']);
  const run = await ended(run_id);
  assert.equal(run.status, 'succeeded');
  assert.deepEqual(run.data, { success: true, data: { approved: true } });
});

test('a task may be resumed with an error', async () => {
  const { run_id, task_id } = await waiting();
  await worker.post('/workflows/resume', { task_id, error: 'declined' }, KEYS.call);
  const run = await ended(run_id);
  assert.deepEqual([run.status, run.error], ['failed', 'declined']);
});

test('a task that is unknown or guessed is not found, and needs a key', async () => {
  const { task_id } = await waiting();
  for (const guess of [
    'guessable',
    'f'.repeat(32),
    `${task_id}0`,
    task_id.toUpperCase().replace(/^./, 'x'),
  ]) {
    const { status, json } = await worker.post(
      '/workflows/resume',
      { task_id: guess, data: 1 },
      KEYS.call,
    );
    assert.deepEqual([status, json.error_code], [404, 'UNKNOWN_TASK']);
  }
  assert.equal(
    (await worker.fetch('/workflows/resume', { json: { task_id, data: 1 } })).status,
    401,
  );
});

test('a run that waits can be cancelled by who may manage; its task is over then', async () => {
  const { run_id, task_id } = await waiting();
  const path = `/executions/${run_id}/cancel`;
  assert.equal((await worker.post(path, {}, KEYS.call)).status, 403);
  const { status, json } = await worker.post(path, {});
  assert.deepEqual([status, json], [202, { success: true, cancelled: true, run_id }]);
  assert.equal((await ended(run_id)).status, 'cancelled');
  const resumed = await worker.post('/workflows/resume', { task_id, data: 1 });
  assert.deepEqual([resumed.status, resumed.json.error_code], [409, 'TASK_SETTLED']);
});

test('a run that is over or unknown can not be cancelled', async () => {
  const { run_id, task_id } = await waiting();
  await worker.post('/workflows/resume', { task_id, data: 1 });
  await ended(run_id);
  await until(async () => (await worker.post(`/executions/${run_id}/cancel`, {})).status === 409);
  const over = await worker.post(`/executions/${run_id}/cancel`, {});
  assert.deepEqual(
    [over.status, over.json.error_code, over.json.status],
    [409, 'NOT_CANCELLABLE', 'succeeded'],
  );
  const unknown = await worker.post('/executions/nobody/cancel', {});
  assert.deepEqual([unknown.status, unknown.json.error_code], [404, 'UNKNOWN_RUN']);
  assert.equal((await worker.get(`/executions/${run_id}`)).json.status, 'succeeded');
});

test('who comes through a public hook is told that the run waits, not how to resume it', async () => {
  const { json } = await worker.get('/webhooks/named/approval/definition');
  assert.equal(json.public, true);
  const { hook } = await worker.deploy(
    'approval',
    ['input >> PIPE >> ask', 'ask >> ON_SUCCESS >> output'],
    {
      config: { ask: { component: ASK } },
      triggers: [{ webhook: { public: true } }],
      rotate_hook: true,
    },
  );
  for (const path of [`/webhooks/${hook.token}/trigger`, `/q/${hook.token}`]) {
    const response = await worker.fetch(path, { method: 'POST', body: '{}' });
    assert.equal(response.status, 202);
    assert.deepEqual(Object.keys(response.json).sort(), ['run_id', 'status', 'success']);
  }
});

test('a query that has to wait says so with 202 and its tasks', async () => {
  const { status, json } = await worker.get('/webhooks/named/approval/query', KEYS.call);
  assert.deepEqual([status, json.status, json.tasks.length], [202, 'waiting', 1]);
});

/** A run that has come to its end. @param {string} runId */
async function ended(runId) {
  for (;;) {
    const { json } = await worker.get(`/executions/${runId}`);
    if (json.status !== 'running' && json.status !== 'waiting') {
      return json;
    }
  }
}

/** The record of a run is there a moment before its instance is over. @param {() => Promise<boolean>} holds */
async function until(holds) {
  while (!(await holds())) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
