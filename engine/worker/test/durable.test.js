import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { PartsService } from './support/parts-service.js';
import { SceneWorker } from './support/scenes.js';

/** A Worker with its storage in a folder, and parts outside of it. */
class Place {
  state = mkdtempSync(join(tmpdir(), 'arcrun-durable-'));
  parts = new PartsService();
  #worker = this.#open();

  #open() {
    return new SceneWorker('durable/scenes.js', {
      d1: true,
      workflows: ['Durable', 'Traveller', 'FewSteps'],
      state: this.state,
      outbound: /** @type {any} */ (this.parts.outbound),
    });
  }

  /** @param {string} scene @param {unknown} [given] */
  play(scene, given) {
    return this.#worker.play(scene, given);
  }

  /** Kills the runtime and starts it again on what it stored. */
  async restart() {
    await this.#worker.close();
    this.#worker = this.#open();
  }

  async close() {
    await this.#worker.close();
    rmSync(this.state, { recursive: true });
  }

  /** The run once it stands like that. @param {string} runId @param {string[]} statuses */
  async until(runId, ...statuses) {
    for (;;) {
      const run = await this.play('find', { runId });
      if (run && statuses.includes(run.status)) {
        return run;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** @param {string} runId */
  ended(runId) {
    return this.until(runId, 'succeeded', 'failed', 'cancelled', 'lost');
  }
}

describe('durable runs', () => {
  /** @type {Place} */
  let place;
  beforeEach(() => {
    place = new Place();
  });
  afterEach(() => place.close());

  test('a durable run goes on without the request and ends with its result', async () => {
    const started = await place.play('run', { recipe: 'chain', durable: true });
    assert.equal(started.kind, 'started');
    assert.equal(started.stored, true);
    const run = await place.ended(started.runId);
    assert.equal(run.status, 'succeeded');
    assert.deepEqual(run.data, { success: true, data: 'c' });
    assert.deepEqual(place.parts.nodes(started.runId), ['a', 'b', 'c']);
  });

  test('a run that is killed during a call goes on: finished calls were made once, the one cut off again with the same id and input', async () => {
    const { called } = place.parts.hold('b');
    const { runId } = await place.play('start', { recipe: 'chain', input: { n: 1 } });
    await called;
    await place.restart();
    place.parts.answers.b = () => ({ success: true, data: 'b' });
    await place.play('poke', { runId });
    const run = await place.ended(runId);
    assert.equal(run.status, 'succeeded');
    assert.deepEqual(place.parts.nodes(runId), ['a', 'b', 'b', 'c']);
    const [, first, second] = place.parts.calls;
    assert.deepEqual(second, first);
  });

  test('calls side by side are made once each', async () => {
    const { runId } = await place.play('start', { recipe: 'wide' });
    assert.equal((await place.ended(runId)).status, 'succeeded');
    assert.deepEqual(place.parts.nodes(runId).toSorted(), ['a', 'b', 'c']);
  });

  test('a run that meets a long wait in a request is handed over with what it did', async () => {
    const { kind, record, stored } = await place.play('run', { recipe: 'nap', by: 'Traveller' });
    assert.equal(kind, 'waiting');
    assert.equal(stored, true);
    const run = await place.ended(record.runId);
    assert.equal(run.status, 'succeeded');
    assert.deepEqual(place.parts.nodes(), ['a', 'nap', 'b']);
    assert.ok(run.duration_ms >= 3 * 86_400_000);
  });

  test('a short wait stays within the request', async () => {
    const { kind, record } = await place.play('run', { recipe: 'short_nap' });
    assert.deepEqual([kind, record.status], ['ended', 'succeeded']);
  });

  test('a durable run waits for minutes between attempts', async () => {
    const { runId } = await place.play('start', { recipe: 'patient', by: 'Traveller' });
    const run = await place.ended(runId);
    assert.equal(run.status, 'failed');
    assert.deepEqual(
      place.parts.calls.map(({ attempt }) => attempt),
      [1, 2, 3],
    );
    assert.ok(run.duration_ms >= 2 * 600_000);
  });

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
    assert.deepEqual(place.parts.nodes(), ['ask', 'ask2']);
  });

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

  test('a waiting run is cancelled, and its task is over', async () => {
    const { record, tasks } = await place.play('run', { recipe: 'approval' });
    await place.play('cancel', { runId: record.runId });
    const run = await place.ended(record.runId);
    assert.equal(run.status, 'cancelled');
    assert.equal('tasks' in run, false);
    const result = { success: true };
    const { kind } = await place.play('resume', { taskId: tasks[0].taskId, result });
    assert.equal(kind, 'over');
    assert.deepEqual(place.parts.nodes(), ['a', 'ask']);
  });

  test('a recipe that a durable run calls is a durable run of its own: killed in the middle, it repeats nothing', async () => {
    const { called } = place.parts.hold('b');
    const { runId } = await place.play('start', { recipe: 'parent' });
    await called;
    await place.restart();
    place.parts.answers.b = () => ({ success: true, data: 'b' });
    const { runs } = await place.play('list', { recipe: 'chain' });
    assert.equal(runs.length, 0, 'a called run is recorded once it ends');
    const child = place.parts.calls[1].callId.split(':')[0];
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

  test('a run with more steps than an instance goes on in the next one', async () => {
    const input = { ns: Array.from({ length: 30 }, (_, i) => i) };
    const { runId } = await place.play('start', { recipe: 'loop', by: 'FewSteps', input });
    const run = await place.ended(runId);
    assert.equal(run.status, 'succeeded');
    assert.equal(place.parts.calls.length, 30);
    assert.equal(new Set(place.parts.calls.map(({ callId }) => callId)).size, 30);
    const [{ instance }] = await place.play('rows', { sql: 'SELECT instance FROM durable_runs' });
    assert.ok(instance > 1);
  });

  test('a result over 1 MiB takes the way through D1, survives a restart, and is forgotten in the end', async () => {
    place.parts.answers.large = () => ({
      success: true,
      data: { text: '漢'.repeat(600_000), n: 42 },
    });
    const { called } = place.parts.hold('b');
    const { runId } = await place.play('start', { recipe: 'large' });
    await called;
    const kept = await place.play('rows', { sql: 'SELECT length(piece) AS n FROM payloads' });
    assert.ok(kept.length > 1);
    await place.restart();
    place.parts.answers.b = () => ({ success: true, data: 'b' });
    await place.play('poke', { runId });
    const run = await place.ended(runId);
    assert.equal(run.status, 'succeeded');
    assert.equal(place.parts.calls.at(-1)?.input.n, 42);
    assert.deepEqual(place.parts.nodes(), ['large', 'b', 'b']);
    while ((await place.play('rows', { sql: 'SELECT 1 FROM payloads' })).length > 0);
  });

  test('an input over 1 MiB takes the same way', async () => {
    const input = { text: 'x'.repeat(2_000_000) };
    const { runId } = await place.play('start', { recipe: 'chain', input });
    assert.equal((await place.ended(runId)).status, 'succeeded');
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

  test('of a durable run that is not recorded only counts are kept', async () => {
    const { runId } = await place.play('start', {
      recipe: 'chain',
      input: { planted: 'value-4711' },
      more: { record: false },
    });
    let counts = [];
    while (counts.length === 0) {
      counts = await place.play('rows', { sql: 'SELECT * FROM run_counts' }).catch(() => []);
    }
    assert.equal(counts[0].runs, 1);
    assert.equal(await place.play('find', { runId }), null);
  });

  test('a bug of the host ends a durable run with a sentence for the user', async () => {
    const { runId } = await place.play('start', { recipe: 'broken' });
    const run = await place.ended(runId);
    assert.deepEqual([run.status, run.error_code], ['failed', 'INTERNAL']);
    assert.doesNotMatch(run.error, /a bug of the host/);
  });

  test('without Workflows a run that has to wait fails and says so', async () => {
    const { kind, record } = await place.play('run', { recipe: 'approval', by: 'nobody' });
    assert.equal(kind, 'ended');
    assert.deepEqual([record.status, record.errorCode], ['failed', 'DURABLE_UNAVAILABLE']);
    const found = await place.play('find', { runId: record.runId });
    assert.equal(found.status, 'failed');
  });
});
