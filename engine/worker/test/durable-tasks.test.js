import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { DurablePlace } from './support/durable-place.js';

describe('tasks of durable runs', () => {
  /** @type {DurablePlace} */
  let place;
  beforeEach(() => {
    place = new DurablePlace();
  });
  afterEach(() => place.close());

  test('a task is resumed once: then it is over, and nobody else is let in', async () => {
    const { kind, record, tasks } = await place.play('run', { recipe: 'approval' });
    assert.equal(kind, 'waiting');
    const [{ taskId, node }] = tasks;
    assert.equal(node, 'ask');
    assert.match(taskId, /^[0-9a-f]{32}$/);
    assert.deepEqual((await place.play('find', { runId: record.runId })).tasks, [
      { task_id: taskId, node: 'ask' },
    ]);
    const result = { success: true, data: 'yes' };
    for (const guess of ['t-1', '0'.repeat(32), '', record.runId, `${taskId}' OR 1 --`]) {
      assert.equal((await place.play('resume', { taskId: guess, result })).kind, 'unknown');
    }
    assert.equal((await place.play('resume', { taskId, result })).kind, 'settled');
    const late = { success: false, error: 'late' };
    assert.equal((await place.play('resume', { taskId, result: late })).kind, 'over');
    const run = await place.ended(record.runId);
    assert.equal(run.status, 'succeeded');
    assert.deepEqual(
      run.trace.find((/** @type {any} */ entry) => entry.node === 'ask').output,
      result,
    );
    assert.deepEqual(place.parts.nodes(), ['a', 'ask', 'b']);
    assert.equal((await place.play('resume', { taskId, result })).kind, 'over');
  });

  test('of two that resume a task at once one wins', async () => {
    const { record, tasks } = await place.play('run', { recipe: 'approval' });
    const [{ taskId }] = tasks;
    const kinds = await Promise.all(
      ['one', 'two', 'three'].map(async (data) => {
        const given = await place.play('resume', { taskId, result: { success: true, data } });
        return { data, kind: given.kind };
      }),
    );
    const winners = kinds.filter(({ kind }) => kind === 'settled');
    assert.equal(winners.length, 1);
    const run = await place.ended(record.runId);
    const asked = run.trace.find((/** @type {any} */ entry) => entry.node === 'ask');
    assert.equal(asked.output.data, winners[0].data);
  });

  test('a run that waits survives the end of its host, and may be resumed meanwhile or after', async () => {
    const { record, tasks } = await place.play('run', { recipe: 'two_approvals' });
    await place.restart();
    const [first, second] = tasks;
    await place.play('resume', { taskId: first.taskId, result: { success: true, data: 1 } });
    await place.restart();
    await place.play('resume', { taskId: second.taskId, result: { success: true, data: 2 } });
    const run = await place.ended(record.runId);
    assert.equal(run.status, 'succeeded');
    // Both are called at once: which one the service hears first is chance.
    assert.deepEqual(place.parts.nodes().toSorted(), ['ask', 'ask2']);
  });

  test('a waiting run is cancelled, and its task is over', async () => {
    const { record, tasks } = await place.play('run', { recipe: 'approval' });
    assert.equal(await place.play('cancel', { runId: record.runId }), true);
    const run = await place.ended(record.runId);
    assert.equal(run.status, 'cancelled');
    assert.equal('tasks' in run, false);
    const result = { success: true };
    const { kind } = await place.play('resume', { taskId: tasks[0].taskId, result });
    assert.equal(kind, 'over');
    assert.deepEqual(place.parts.nodes(), ['a', 'ask']);
  });

  test('a run whose instance somebody terminated is lost, one that waits is not', async () => {
    const { record: dead } = await place.play('run', { recipe: 'approval' });
    const { record: alive } = await place.play('run', { recipe: 'approval' });
    await place.play('terminate', { id: dead.runId });
    await place.play('markDead');
    const lost = await place.play('find', { runId: dead.runId });
    assert.deepEqual([lost.status, lost.error_code], ['lost', 'LOST']);
    assert.equal((await place.play('find', { runId: alive.runId })).status, 'waiting');
  });

  test('who cancels a run that is over, or none, is told so', async () => {
    assert.equal(await place.play('cancel', { runId: 'nobody' }), false);
    const { record } = await place.play('run', { recipe: 'chain' });
    assert.equal(await place.play('cancel', { runId: record.runId }), false);
    assert.deepEqual(await place.play('rows', { sql: 'SELECT * FROM durable_runs' }), []);
  });

  test('nothing that is stored can be used as a credential, also where a run waits', async () => {
    const { record } = await place.play('run', { recipe: 'secretive' });
    const [seen] = place.parts.calls;
    assert.match(seen.input.key, /^«credential:k#[0-9a-f]{32}»$/);
    await place.until(record.runId, 'waiting');
    const run = await place.play('find', { runId: record.runId });
    assert.equal(run.trace[1].input.key, '«credential:k»');
    for (const table of ['runs', 'trace', 'payloads', 'tasks']) {
      const all = JSON.stringify(await place.play('rows', { sql: `SELECT * FROM ${table}` }));
      assert.doesNotMatch(all, /«credential:k#/);
    }
  });
});
