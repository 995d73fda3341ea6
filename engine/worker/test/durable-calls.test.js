import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { DurablePlace } from './support/durable-place.js';

describe('recipes that durable runs call', () => {
  /** @type {DurablePlace} */
  let place;
  beforeEach(() => {
    place = new DurablePlace();
  });
  afterEach(() => place.close());

  test('a failed durable run tells the recipe of its on_failure, once', async () => {
    const { runId } = await place.play('start', { recipe: 'failing' });
    await place.ended(runId);
    /** @type {any} */
    let alarm;
    while (!alarm) {
      const { runs } = await place.play('list', { recipe: 'alarm', status: 'succeeded' });
      [alarm] = runs;
    }
    const told = await place.play('find', { runId: alarm.run_id });
    assert.equal(told.triggered_by, 'on_failure');
    assert.equal(told.input.run_id, runId);
    assert.deepEqual(place.parts.nodes(), ['fail', 'alarm']);
  });

  test('a recipe that a durable run calls is a durable run of its own: killed in the middle, it repeats nothing', async () => {
    const { called } = place.parts.hold('b');
    const { runId } = await place.play('start', { recipe: 'parent' });
    await called;
    await place.restart();
    place.parts.answers.b = () => ({ success: true, data: 'b' });
    const { runs } = await place.play('list', { recipe: 'chain' });
    const [{ run_id: child, status, triggered_by }] = runs;
    assert.deepEqual([status, triggered_by], ['running', 'subflow']);
    await place.play('poke', { runId: child });
    await place.play('poke', { runId });
    const run = await place.ended(runId);
    assert.equal(run.status, 'succeeded');
    assert.deepEqual(place.parts.nodes(), ['before', 'a', 'b', 'b', 'c', 'after']);
    const call = run.trace.find((/** @type {any} */ entry) => entry.part === 'chain');
    assert.deepEqual(call.output, { success: true, data: { success: true, data: 'c' }, run_id: child });
  });

  test('a run waits for a task of the recipe it calls', async () => {
    const { runId } = await place.play('start', { recipe: 'parent_of_approval' });
    let tasks = [];
    while (tasks.length === 0) {
      tasks = await place.play('rows', { sql: 'SELECT * FROM tasks' });
    }
    const result = { success: true, data: 'yes' };
    await place.play('resume', { taskId: tasks[0].task_id, result });
    const run = await place.ended(runId);
    assert.equal(run.status, 'succeeded');
    assert.deepEqual(place.parts.nodes(), ['a', 'ask', 'b', 'after']);
  });

  test('a called recipe that takes longer than its call may is a failure', async () => {
    const { runId } = await place.play('start', { recipe: 'hasty_parent', by: 'Traveller' });
    const run = await place.ended(runId);
    assert.deepEqual([run.status, run.error_code], ['failed', 'TIMEOUT']);
  });
});
