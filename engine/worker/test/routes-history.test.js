import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS } from './support/executor-worker.js';
import { ECHO, ECHO_CONFIG, isError, useRoutes, worker } from './support/routes.js';

useRoutes();

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
      const { json } = await worker.get(
        `/executions?recipe=counted&status=succeeded&limit=2${cursor}`,
        KEYS.call,
      );
      seen.push(...json.runs.map((/** @type {any} */ run) => run.run_id));
      cursor = json.cursor === undefined ? '' : `&cursor=${json.cursor}`;
    } while (cursor !== '');
    assert.deepEqual(seen.sort(), ids.sort());
    assert.deepEqual(
      (await worker.get('/executions?recipe=counted&status=failed')).json.runs,
      [],
    );
  });

  test('gives one run with input, result and trace', async () => {
    const { json } = await worker.post('/webhooks/named/echo/trigger', { say: 'kept' });
    const run = (await worker.get(`/executions/${json.run_id}`, KEYS.call)).json;
    assert.deepEqual(
      [run.success, run.status, run.input, run.data.data],
      [true, 'succeeded', { say: 'kept' }, { said: 'kept' }],
    );
    assert.equal(run.trace.length, 3);
  });

  test('tells what is left of a row that was damaged, and all others', async () => {
    const { json } = await worker.post('/webhooks/named/echo/trigger', { say: 'damaged' });
    const id = json.run_id;
    const database = await worker.database();
    await database.batch([
      database
        .prepare('UPDATE runs SET started_at = 9e15, input = ?1, data = ?1 WHERE run_id = ?2')
        .bind('{"cut', id),
      database.prepare('UPDATE trace SET entry = ?1 WHERE run_id = ?2').bind('["cut', id),
    ]);
    const { json: run } = await worker.get(`/executions/${id}`);
    assert.deepEqual(
      [run.status, run.started_at, run.input, run.data, run.trace],
      ['succeeded', null, null, null, []],
    );
    const { json: list } = await worker.get('/executions?recipe=echo');
    assert.ok(list.runs.length > 1);
    assert.equal(list.runs[0].run_id, id);
  });

  test('refuses what it can not read', async () => {
    for (const query of [
      'status=great',
      'limit=0',
      'limit=1000',
      'limit=x',
      'cursor=%25',
      "cursor=' OR 1",
    ]) {
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
    for (const body of [
      {},
      { task_id: 3 },
      { task_id: '' },
      { task_id: 'a b' },
      { task_id: 'x'.repeat(300) },
    ]) {
      isError(await worker.post('/workflows/resume', body, KEYS.call), 400, 'WRONG_TYPE');
    }
  });
});
