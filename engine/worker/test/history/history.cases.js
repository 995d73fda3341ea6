import assert from 'node:assert/strict';
import { HistoryException } from '../../src/history/history-exception.js';
import { HistoryReader } from '../../src/history/history-reader.js';
import { HistoryWriter } from '../../src/history/history-writer.js';
import { eventJson, readEvent } from '../../src/history/event-json.js';
import { storedTrace, storedValue } from '../../src/history/stored-size.js';
import { runRecordJson } from '../../src/run/run-record-json.js';
import { answer, ECHO, Host } from '../run/host.js';
import { chain, recipe } from '../run/recipes.js';

/** @typedef {{ DB: D1Database, SCHEMA: string }} Env */

/** @type {import('../../src/schedule/event.js').Event[]} */
const EVENTS = [
  { kind: 'started', atMs: 1 },
  {
    kind: 'call_finished',
    atMs: 2,
    key: { node: 'a', iteration: [1, 0] },
    attempt: 2,
    result: { __proto__: null, x: [1] },
  },
  { kind: 'timer_fired', atMs: 3, key: { node: 'b', iteration: [] }, attempt: 3 },
  { kind: 'resumed', atMs: 4, taskId: 't', result: null },
  { kind: 'cancelled', atMs: 5 },
];

export function events_are_read_back_as_they_were_written() {
  for (const event of EVENTS) {
    const text = JSON.stringify(eventJson(event));
    assert.deepEqual(JSON.stringify(readEvent(JSON.parse(text))), JSON.stringify(event));
  }
}

export function what_is_no_event_is_refused() {
  for (const json of /** @type {import('../../src/value/json.js').JsonObject[]} */ ([
    {},
    { event: 'exploded', at_ms: 1 },
    { event: 'started' },
    { event: 'timer_fired', at_ms: 1, node: 'a', iteration: ['0'], attempt: 1 },
    { event: 'resumed', at_ms: 1, task_id: 5, result: 1 },
  ])) {
    assert.throws(() => readEvent(json), TypeError);
  }
}

export async function a_run_is_kept_with_its_trace_and_reports(/** @type {Env} */ env) {
  const { writer, reader } = await history(env);
  const report = { log: 'seen', hostCalls: [{ op: 'http' }], computingMs: 0, memoryBytes: 65536 };
  const host = new Host(
    async (_caller, { input }) => ({ result: { success: true, data: input }, report }),
    { recorder: writer },
  );
  const made = recipe(['input >> FOREACH n >> a'], { config: { a: { n: '{{n}}' } } });
  const record = await host.start(made, { input: { ns: [1, 2] }, source: 'name: demo' }).done;
  assert.deepEqual(await reader.find(record.runId), runRecordJson(record));
  assert.deepEqual(
    (await reader.reports(record.runId)).map(({ call, attempt, log }) => [call, attempt, log]),
    [
      ['a[0]', 1, 'seen'],
      ['a[1]', 1, 'seen'],
    ],
  );
  assert.deepEqual((await reader.stored(record.runId))?.past.events, []);
}

export async function a_failed_run_says_why(/** @type {Env} */ env) {
  const { writer, reader } = await history(env);
  const host = new Host(async () => answer({ success: false, error: 'no', error_code: 'E' }), {
    recorder: writer,
  });
  const record = await host.start(chain('a')).done;
  const found = await reader.find(record.runId);
  assert.deepEqual(
    [found?.status, found?.error, found?.error_code, found?.failed_node],
    ['failed', 'no', 'E', 'a'],
  );
  assert.equal(await reader.find('no such run'), undefined);
  assert.equal(await reader.stored('no such run'), undefined);
}

export async function a_run_left_waiting_is_restored_from_what_was_kept(/** @type {Env} */ env) {
  const { writer, reader } = await history(env);
  const wait = { pending: true, task_id: 't-1' };
  const waitAgain = { pending: true, task_id: 't-2' };
  const host = new Host(
    async (_caller, { key }) =>
      answer(key.node === 'a' ? wait : key.node === 'b' ? waitAgain : { success: true, data: 1 }),
    { recorder: writer },
  );
  const request = {
    recipe: chain('a', 'b', 'c'),
    source: 'name: demo',
    input: { x: 1 },
    triggeredBy: 'api',
    leaveWaiting: true,
  };
  const { runId } = await host.runner.start(request).done;
  assert.equal((await reader.find(runId))?.status, 'waiting');
  await resume('t-1', 'waiting');
  await resume('t-2', 'succeeded');
  assert.deepEqual(host.called, ['a', 'b', 'c']);
  const found = await reader.find(runId);
  assert.deepEqual(found?.data, { success: true, data: 1 });
  assert.equal(/** @type {any[]} */ (found?.trace).length, 4);

  /**
   * Goes on as another request would.
   *
   * @param {string} taskId
   * @param {string} status
   */
  async function resume(taskId, status) {
    const stored = await reader.stored(runId);
    assert.ok(stored);
    assert.equal(stored.source, 'name: demo');
    const run = host.runner.restore(request, { ...stored.context, nonce: 'n' }, stored.past);
    run.resume(taskId, { success: true });
    assert.equal((await run.done).status, status);
  }
}

export async function the_newest_runs_come_first_and_page_by_page(/** @type {Env} */ env) {
  const { writer, reader } = await history(env);
  let now = Date.parse('2026-01-01T00:00:00Z');
  const host = new Host(ECHO, { recorder: writer, clock: () => now });
  const ids = [];
  for (let i = 0; i < 5; i++) {
    now += i % 2;
    ids.unshift((await host.start(chain('a')).done).runId);
  }
  const first = await reader.newest(2);
  const second = await reader.newest(2, { cursor: first.cursor });
  const third = await reader.newest(2, { cursor: second.cursor });
  const listed = [first, second, third].flatMap(({ runs }) => runs.map((run) => run.run_id));
  assert.deepEqual(listed.toSorted(), ids.toSorted());
  assert.equal(third.cursor, undefined);
  assert.equal((await reader.newest(9, { recipe: 'other' })).runs.length, 0);
  assert.equal((await reader.newest(9, { recipe: 'demo', status: 'succeeded' })).runs.length, 5);
  await assert.rejects(reader.newest(2, { cursor: "1' OR 1" }), HistoryException);
}

export async function long_values_are_cut_and_say_so(/** @type {Env} */ env) {
  const { writer, reader } = await history(env);
  const host = new Host(async () => answer({ success: true, data: '漢'.repeat(1_000_000) }), {
    recorder: writer,
  });
  const record = await host.start(chain('a', 'b')).done;
  const found = await reader.find(record.runId);
  assert.deepEqual(found?.data, { truncated: true, bytes: 3_000_000 + 26 });
  const [, entry] = /** @type {any[]} */ (found?.trace);
  assert.equal(entry.truncated, true);
  assert.match(entry.output, /^\{"success":true,"data":"漢+…$/);
}

export function the_trace_of_a_long_run_stays_within_its_share() {
  const output = 'x'.repeat(30_000);
  const entries = Array.from({ length: 9_000 }, (_, i) => ({ node: `n${i}`, output }));
  const texts = storedTrace(entries);
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  assert.ok(bytes <= 900_000 && bytes > 870_000, `${bytes}`);
  assert.equal(JSON.parse(texts[0]).output, output);
  assert.deepEqual(JSON.parse(texts[texts.length - 1]).truncated, true);
  assert.equal(storedValue({ a: 1 }), '{"a":1}');
}

/** Empty, with its tables. @param {Env} env */
async function history({ DB, SCHEMA }) {
  const statements = SCHEMA.replace(/^--.*$/gm, '')
    .split(';')
    .filter((sql) => sql.trim() !== '');
  await DB.batch(statements.map((sql) => DB.prepare(sql)));
  await DB.batch(
    ['events', 'trace', 'reports', 'runs'].map((table) => DB.prepare(`DELETE FROM ${table}`)),
  );
  return { writer: new HistoryWriter(DB), reader: new HistoryReader(DB) };
}
