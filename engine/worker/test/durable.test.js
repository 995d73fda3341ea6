import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { DurablePlace } from './support/durable-place.js';

describe('durable runs', () => {
  /** @type {DurablePlace} */
  let place;
  beforeEach(() => {
    place = new DurablePlace();
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
});
