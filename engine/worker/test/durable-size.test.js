import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { DurablePlace } from './support/durable-place.js';

describe('large durable runs and what is kept of them', () => {
  /** @type {DurablePlace} */
  let place;
  beforeEach(() => {
    place = new DurablePlace();
  });
  afterEach(() => place.close());

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

  test('such a run is cancelled by its own id, not by that of the instance that carries it', async () => {
    const { release, called } = holdItem(20);
    const input = { ns: Array.from({ length: 30 }, (_, i) => i) };
    const { runId } = await place.play('start', { recipe: 'loop', by: 'FewSteps', input });
    await called;
    const [{ instance }] = await place.play('rows', { sql: 'SELECT instance FROM durable_runs' });
    assert.ok(instance > 1);
    const cancel = (/** @type {string} */ id) => place.play('cancel', { runId: id, by: 'FewSteps' });
    assert.equal(await cancel(`${runId}-${instance}`), false);
    assert.equal(await cancel(runId), true);
    release();
    await place.ended(runId);
  });

  /** The part gives no answer to the call of that item before it is released. @param {number} item */
  function holdItem(item) {
    const [answered, release] = signal();
    const [called, call] = signal();
    place.parts.answers.a = async ({ callId }) => {
      if (callId.endsWith(`:${item}`)) {
        call();
        await answered;
      }
      return { success: true, data: 'a' };
    };
    return { called, release };
  }

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

/** A promise, and what fulfils it. @returns {[Promise<void>, () => void]} */
function signal() {
  let fulfil = () => {};
  return [new Promise((resolve) => (fulfil = resolve)), () => fulfil()];
}
