import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { SceneWorker } from './support/scenes.js';
import { repositoryFile } from './support/workerd.js';

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2026, 2, 1, 12);

describe('the run history in D1', () => {
  /** @type {SceneWorker} */
  let worker;
  before(() => {
    worker = new SceneWorker('history/scenes.js', { d1: true });
  });
  after(() => worker.close());

  /** @param {string} scene @param {unknown} [given] */
  const play = (scene, given) => worker.play(scene, given);

  test('a run is found with its input, result and trace', async () => {
    const { runId, stored } = await play('run', { input: { who: 'Ada' } });
    assert.equal(stored, true);
    const found = await play('find', { runId });
    assert.equal(found.status, 'succeeded');
    assert.equal(found.recipe, 'greet');
    assert.deepEqual(found.input, { who: 'Ada' });
    assert.deepEqual(
      found.trace.map((/** @type {any} */ entry) => [entry.node, entry.status]),
      [
        ['input', 'succeeded'],
        ['hello', 'succeeded'],
        ['tell', 'succeeded'],
      ],
    );
    assert.equal(found.trace[2].input.text, 'hello');
    assert.equal('truncated' in found, false);
  });

  test('a run that nobody knows is not found', async () => {
    assert.equal(await play('find', { runId: 'nobody' }), null);
  });

  test('a failed run says where and why', async () => {
    const { runId } = await play('run', {
      results: { hello: { success: false, error: 'no answer', error_code: 'TIMEOUT' } },
    });
    const found = await play('find', { runId });
    assert.deepEqual(
      [found.status, found.failed_node, found.error, found.error_code],
      ['failed', 'hello', 'no answer', 'TIMEOUT'],
    );
  });

  test('the list goes from page to page, newest first, without losing runs of the same time', async () => {
    const source = JSON.stringify({ name: 'paged', flow: ['input >> PIPE >> a'] });
    const ids = [];
    for (const at of [NOON, NOON, NOON, NOON + 1, NOON - 1]) {
      ids.push((await play('run', { source, at })).runId);
    }
    const seen = [];
    let page = await play('list', { recipe: 'paged', limit: 2 });
    for (;;) {
      seen.push(...page.runs);
      if (!page.cursor) break;
      page = await play('list', { recipe: 'paged', limit: 2, cursor: page.cursor });
    }
    assert.deepEqual(new Set(seen.map(({ run_id }) => run_id)), new Set(ids));
    assert.equal(seen.length, 5);
    assert.equal(seen[0].run_id, ids[3]);
    assert.equal(seen[4].run_id, ids[4]);
    assert.equal('trace' in seen[0], false);
  });

  test('the list can be asked for one status', async () => {
    const source = JSON.stringify({ name: 'mixed', flow: ['input >> PIPE >> a'] });
    await play('run', { source });
    const failed = await play('run', { source, results: { a: { success: false, error: 'x' } } });
    const { runs } = await play('list', { recipe: 'mixed', status: 'failed' });
    assert.deepEqual(
      runs.map((/** @type {any} */ run) => run.run_id),
      [failed.runId],
    );
  });

  test('large values are cut and marked, all else is kept', async () => {
    const { runId } = await play('run', {
      results: { hello: { success: true, data: '漢"\n'.repeat(30_000) } },
    });
    const found = await play('find', { runId });
    const [, hello, tell] = found.trace;
    assert.equal(found.truncated, true);
    assert.equal(hello.truncated, true);
    assert.equal(hello.output.truncated, true);
    assert.ok(hello.output.start.startsWith('{"success":true,"data":"漢'));
    assert.ok(Buffer.byteLength(JSON.stringify(hello.output)) <= 32 * 1024);
    assert.equal(hello.output.bytes, 210_026);
    assert.equal(tell.status, 'succeeded');
  });

  test('a trace over 900 KB loses values of later entries, then entries, and says so', async () => {
    const source = JSON.stringify({
      name: 'long',
      flow: ['input >> FOREACH n >> a'],
      config: { a: { text: '{{input.text}}' } },
    });
    const input = { ns: Array.from({ length: 5000 }, (_, i) => i), text: 'x'.repeat(2000) };
    const { runId, stored } = await play('run', { source, input });
    assert.equal(stored, true);
    const found = await play('find', { runId });
    assert.equal(found.truncated, true);
    assert.ok(Buffer.byteLength(JSON.stringify(found.trace)) <= 900_000);
    assert.ok(found.trace.length + found.omitted === 5001, `${found.trace.length}`);
    assert.equal(found.trace[1].truncated, undefined);
    assert.equal(found.trace.at(-1).truncated, true);
  });

  test('nothing in the database can be used as a credential', async () => {
    const source = JSON.stringify({
      name: 'secretive',
      flow: ['input >> PIPE >> a', 'a >> PIPE >> b'],
      config: { a: { token: '{{credential.token}}' }, b: { echo: '{{a.data}}' } },
    });
    const keeping = { byWorkflow: true };
    const results = { a: { success: true, data: 'echo PLACEHOLDER' } };
    const { runId } = await play('run', { source, results, keeping });
    const found = await play('find', { runId });
    assert.equal(found.trace[1].input.token, '«credential:token»');
    assert.equal(found.trace[2].input.echo, 'echo «credential:token»');
    const all = JSON.stringify(await play('everything'));
    assert.ok(all.includes('«credential:token»'));
    assert.doesNotMatch(all, /«credential:token#/);
  });

  test('of a run that is not recorded only counts are kept', async () => {
    const source = JSON.stringify({ name: 'private', flow: ['input >> PIPE >> unseen_part'] });
    const keeping = { record: false, byWorkflow: true };
    const before = await play('everything');
    const { runId, stored } = await play('run', { source, keeping, input: { planted: 'value-4711' } });
    assert.equal(stored, true);
    const tables = await play('everything');
    for (const table of ['runs', 'trace', 'events', 'sources', 'payloads']) {
      assert.deepEqual(tables[table], before[table], table);
    }
    assert.equal(JSON.stringify(tables).includes('value-4711'), false);
    assert.equal(JSON.stringify(tables).includes(runId), false);
    const counts = tables.run_counts.find((/** @type {any} */ row) => row.recipe === 'private');
    assert.deepEqual([counts.status, counts.runs], ['succeeded', 1]);
    assert.equal((await play('statistics')).unseen_part.total_runs, 1);
  });

  test('parts have counts, a rate of success and a mean duration', async () => {
    const source = JSON.stringify({ name: 's', flow: ['input >> PIPE >> counted_part'] });
    const failing = { counted_part: { success: false, error: 'x' } };
    await play('run', { source });
    await play('run', { source });
    await play('run', { source });
    await play('run', { source, results: failing });
    const { counted_part, input } = await play('statistics');
    assert.equal(counted_part.total_runs, 4);
    assert.equal(counted_part.success_rate, 0.75);
    assert.ok(Number.isInteger(counted_part.avg_duration_ms));
    assert.equal(input, undefined);
  });

  test('events of a run that a workflow carried replay it', async () => {
    const { runId, data } = await play('run', { keeping: { byWorkflow: true } });
    assert.deepEqual(await play('replayed', { runId }), data);
    const other = await play('run', {});
    assert.equal(await play('replayed', { runId: other.runId }), null);
  });

  test('a run without an end past its deadline is lost, not before', async () => {
    const runId = await play('begin', { at: NOON, keeping: { longestMs: 60_000 } });
    assert.equal((await play('find', { runId, at: NOON + 60_000 })).status, 'running');
    const lost = await play('find', { runId, at: NOON + 60_001 });
    assert.deepEqual([lost.status, lost.error_code], ['lost', 'LOST']);
    const listed = await play('list', { status: 'lost', at: NOON + 60_001 });
    assert.deepEqual(
      listed.runs.map((/** @type {any} */ run) => run.run_id),
      [runId],
    );
    await play('sweep', { at: NOON + 60_001 });
    assert.equal((await play('find', { runId, at: NOON })).status, 'lost');
  });

  test('a run that a workflow carries is never lost', async () => {
    const runId = await play('begin', { at: NOON + 5, keeping: { byWorkflow: true } });
    await play('sweep', { at: NOON + 365 * DAY, retentionMs: DAY });
    assert.equal((await play('find', { runId, at: NOON + 365 * DAY })).status, 'running');
  });

  test('runs older than they are kept are forgotten with all that belongs to them', async () => {
    const source = JSON.stringify({ name: 'aging', flow: ['input >> PIPE >> once_aging'] });
    const old = await play('run', { source, at: NOON - 100 * DAY, keeping: { byWorkflow: true } });
    await play('run', { at: NOON - 30 * DAY, retentionMs: 60 * DAY });
    assert.equal(await play('find', { runId: old.runId }), null);
    await play('sweep', { at: NOON, retentionMs: 60 * DAY });
    const all = JSON.stringify(await play('everything'));
    assert.equal(all.includes(old.runId), false);
    assert.equal(all.includes('"name\\":\\"aging'), false);
  });

  test('a run goes on without the database and says that it is not stored', async () => {
    const { status, stored } = await play('runWithoutDatabase', {});
    assert.deepEqual([status, stored], ['succeeded', false]);
  });

  test('reading without the database fails with a sentence for the user', async () => {
    const messages = await play('readWithoutDatabase');
    assert.equal(messages.length, 3);
    for (const message of messages) {
      assert.match(message, /^The run history can't be reached\. Try again/);
      assert.doesNotMatch(message, /D1_ERROR/);
    }
  });

  test('a cursor somebody made up is none', async () => {
    for (const cursor of ['', '!', 'bm8', 'x'.repeat(1000), '../..', "MSAn' OR 1"]) {
      assert.deepEqual((await play('list', { recipe: 'nobody', cursor })).runs, []);
    }
  });
});

describe('the tables', () => {
  /** @type {SceneWorker} */
  let worker;
  beforeEach(() => {
    worker = new SceneWorker('history/scenes.js', { d1: true });
  });

  test('are those of the files of the schema', async (t) => {
    t.after(() => worker.close());
    const files = ['history.sql', 'executor.sql'].map((name) =>
      repositoryFile('engine', 'schema', name).toString('utf8'),
    );
    const statements = files
      .join('\n')
      .replaceAll(/--.*/g, '')
      .split(';')
      .map(plain)
      .filter((sql) => sql !== '');
    assert.deepEqual((await worker.play('schema')).map(plain), statements);
  });

  test('are made when they are first missed, and may be made again', async (t) => {
    t.after(() => worker.close());
    assert.deepEqual((await worker.play('list', {})).runs, []);
    assert.deepEqual(await worker.play('prepareTwice'), [{ version: 1 }]);
  });
});

/** @param {string} sql */
function plain(sql) {
  return sql.replaceAll(/\s+/g, ' ').trim();
}
