import assert from 'node:assert/strict';
import { replay } from '../../src/run/run-replay.js';
import { runRecordJson } from '../../src/run/run-record-json.js';
import { answer, ECHO, Host, NEVER } from './host.js';
import { chain, recipe } from './recipes.js';

const PENDING = { success: true, pending: true, task_id: 't-1' };

export async function a_run_calls_its_parts_and_tells_what_happens_in_order() {
  const host = new Host(ECHO);
  const record = await host.start(chain('a', 'b'), { input: { x: 1 } }).done;
  assert.equal(record.status, 'succeeded');
  assert.deepEqual(host.called, ['a', 'b']);
  assert.deepEqual(
    host.events.map((event) =>
      event.kind === 'node_changed' ? `${event.entry.key.node} ${event.entry.status}` : event.kind,
    ),
    ['began', 'input succeeded', 'a running', 'a succeeded', 'b running', 'b succeeded', 'ended'],
  );
  assert.deepEqual(host.ended, [record]);
}

export async function a_record_is_written_as_the_specification_has_it() {
  const host = new Host(async () => answer({ success: false, error: 'closed', error_code: 'E1' }), {
    clock: () => Date.parse('2026-11-22T12:00:00.000Z'),
  });
  const json = runRecordJson(await host.start(chain('a'), { input: { x: 1 } }).done);
  assert.match(String(json.run_id), /^20261122T120000000-[0-9a-f]{8}$/);
  assert.deepEqual(
    { ...json, run_id: '' },
    {
      run_id: '',
      recipe: 'demo',
      status: 'failed',
      started_at: '2026-11-22T12:00:00.000Z',
      duration_ms: 0,
      input: { x: 1 },
      error: 'closed',
      error_code: 'E1',
      failed_node: 'a',
      trace: [
        {
          node: 'input',
          part: 'input',
          status: 'succeeded',
          attempt: 1,
          started_ms: 0,
          duration_ms: 0,
          output: { x: 1 },
        },
        {
          node: 'a',
          part: 'a',
          status: 'failed',
          attempt: 1,
          started_ms: 0,
          duration_ms: 0,
          input: { input: { x: 1 }, x: 1 },
          output: { success: false, error: 'closed', error_code: 'E1' },
          error: 'closed',
          error_code: 'E1',
        },
      ],
    },
  );
}

export async function a_cancelled_run_aborts_what_is_under_way() {
  const abort = new AbortController();
  let aborted = false;
  const host = new Host((caller, command, signal) => {
    signal.addEventListener('abort', () => (aborted = true));
    return NEVER(caller, command, signal);
  });
  const run = host.start(chain('a', 'b'), { signal: abort.signal });
  await called(host, 1);
  abort.abort();
  const record = await run.done;
  assert.equal(record.status, 'cancelled');
  assert.equal(record.errorCode, 'CANCELLED');
  assert.equal(aborted, true);
  assert.deepEqual(host.called, ['a']);
}

export async function a_run_that_is_cancelled_before_it_begins_is_recorded() {
  const host = new Host(NEVER);
  const record = await host.start(chain('a'), { signal: AbortSignal.abort() }).done;
  assert.equal(record.status, 'cancelled');
  assert.equal(host.ended.length, 1);
}

export async function an_answer_after_the_end_changes_nothing() {
  /** @type {(value: any) => void} */
  let late = () => {};
  const host = new Host(() => new Promise((resolve) => (late = resolve)));
  const run = host.start(chain('a'));
  await called(host, 1);
  run.cancel();
  const record = await run.done;
  late(answer({ success: true }));
  run.resume('t', 1);
  await new Promise((resolve) => setTimeout(resolve, 0));
  assert.equal(host.ended.length, 1);
  assert.equal(record.status, 'cancelled');
}

export async function a_failed_call_is_made_again_after_its_delay() {
  const host = new Host(async (_caller, { attempt }) =>
    answer(attempt === 1 ? { success: false, error: 'busy' } : { success: true, data: attempt }),
  );
  const retry = { attempts: 2, delay_ms: 1 };
  const record = await host.start(
    recipe(['input >> PIPE >> a'], { config: { a: { run: { retry } } } }),
  ).done;
  assert.deepEqual(record.data, { success: true, data: 2 });
  assert.deepEqual(host.called, ['a', 'a']);
}

export async function a_waiting_node_is_resumed_once() {
  const host = new Host(async () => answer(PENDING));
  const run = host.start(chain('a'));
  await event(host, 'waiting');
  run.resume('another', 'no');
  run.resume('t-1', { success: true, data: 'yes' });
  run.resume('t-1', { success: false, error: 'late' });
  const record = await run.done;
  assert.deepEqual(record.data, { success: true, data: 'yes' });
}

export async function a_run_may_be_left_waiting_and_restored_from_its_events() {
  const host = new Host(async (_caller, { key, input }) =>
    answer(key.node === 'a' ? PENDING : { success: true, data: input }),
  );
  const request = { recipe: chain('a', 'b'), source: '', input: {}, triggeredBy: 'api' };
  const left = await host.runner.start({ ...request, longestWaitMs: 0 }).done;
  assert.equal(left.status, 'waiting');
  assert.deepEqual(
    left.trace.map((entry) => entry.status),
    ['succeeded', 'waiting'],
  );
  assert.ok(host.context);
  const past = { startedAtMs: host.startedAtMs, events: [...host.recorded] };
  const run = host.runner.restore({ ...request, longestWaitMs: 0 }, host.context, past);
  run.resume('t-1', { success: true, data: 'go' });
  const record = await run.done;
  assert.equal(record.status, 'succeeded');
  assert.equal(record.runId, left.runId);
  assert.deepEqual(host.called, ['a', 'b']);
  assert.deepEqual(host.recorded.map(({ kind }) => kind), [
    'started',
    'call_finished',
    'resumed',
    'call_finished',
  ]);
}

export async function a_restored_run_that_nobody_resumes_is_left_again() {
  const host = new Host(async () => answer(PENDING));
  const request = { recipe: chain('a'), source: '', input: {}, triggeredBy: 'api', longestWaitMs: 0 };
  await host.runner.start(request).done;
  assert.ok(host.context);
  const past = { startedAtMs: host.startedAtMs, events: host.recorded };
  const run = host.runner.restore(request, host.context, past);
  run.resume('guessed', 1);
  assert.equal((await run.done).status, 'waiting');
}

export async function calls_and_timers_that_were_cut_off_go_on_after_a_restore() {
  const cut = new Host(async (caller, command, signal) =>
    command.key.node === 'busy'
      ? answer({ success: false, error: 'busy' })
      : NEVER(caller, command, signal),
  );
  const retry = { attempts: 2, delay_ms: 30_000 };
  const cutOff = recipe(['input >> PIPE >> busy', 'input >> PIPE >> slow'], {
    config: { busy: { run: { retry } } },
  });
  const run = cut.start(cutOff);
  await called(cut, 2);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const past = { startedAtMs: cut.startedAtMs, events: [...cut.recorded] };
  run.cancel();
  await run.done;
  const later = new Host(ECHO, { clock: () => Date.now() + 60_000 });
  assert.ok(cut.context);
  const restored = later.runner.restore(
    { recipe: cutOff, source: '', input: {}, triggeredBy: 'manual' },
    cut.context,
    past,
  );
  assert.equal((await restored.done).status, 'succeeded');
  assert.deepEqual(later.called.toSorted(), ['busy', 'slow']);
}

export async function recorded_events_lead_to_the_same_record() {
  const host = new Host(ECHO);
  const made = recipe(['input >> FOREACH n >> a', 'input >> PIPE >> b']);
  const record = await host.start(made, { input: { ns: [1, 2] } }).done;
  assert.ok(host.context);
  const components = host.runner.components;
  const past = { startedAtMs: host.startedAtMs, events: host.recorded };
  const again = replay(made, components, host.context, past);
  assert.deepEqual({ ...again, durationMs: 0 }, { ...record, durationMs: 0 });
  const half = replay(made, components, host.context, { ...past, events: past.events.slice(0, 2) });
  assert.equal(half.status, 'running');
}

export async function a_run_that_takes_too_long_fails_with_its_code() {
  const host = new Host(NEVER, { longestRunMs: 10 });
  const record = await host.start(chain('a')).done;
  assert.equal(record.status, 'failed');
  assert.equal(record.errorCode, 'RUN_TIME_LIMIT');
}

export async function a_bug_of_the_host_ends_the_run_and_is_not_swallowed() {
  const bugs = [
    new Host(async () => {
      throw new TypeError('a bug');
    }),
    new Host(ECHO, {
      recorder: {
        began: () => Promise.reject(new TypeError('a bug')),
        happened() {},
        reported() {},
        ended() {},
      },
    }),
    new Host(ECHO, {
      components: {
        resolve() {
          throw new TypeError('a bug');
        },
      },
    }),
  ];
  for (const host of bugs) {
    await assert.rejects(host.start(chain('a')).done, /a bug/);
  }
}

export async function a_recipe_runs_another_and_gets_its_result() {
  const inner = { recipe: chain('inner'), source: '' };
  const host = new Host(ECHO, {
    recipes: { find: async (name) => (name === 'other' ? inner : undefined) },
  });
  const record = await host.start(recipe(['input >> PIPE >> a', 'a >> CALLS_SUBFLOW >> other'])).done;
  assert.equal(record.status, 'succeeded');
  assert.deepEqual(host.called, ['a', 'inner']);
  assert.equal(host.ended.length, 2);
}

export async function a_recipe_that_takes_too_long_is_cancelled_and_fails_its_node() {
  const host = new Host(NEVER, { recipes: { find: async () => ({ recipe: chain('x'), source: '' }) } });
  const record = await host.start(
    recipe(['input >> CALLS_SUBFLOW >> other'], { config: { other: { run: { timeout_ms: 5 } } } }),
  ).done;
  assert.equal(record.errorCode, 'TIMEOUT');
  await Promise.all(host.kept);
  assert.deepEqual(host.ended.map(({ status }) => status).toSorted(), ['cancelled', 'failed']);
}

export async function a_cancelled_run_cancels_the_recipe_it_waits_for() {
  const host = new Host(NEVER, { recipes: { find: async () => ({ recipe: chain('x'), source: '' }) } });
  const run = host.start(recipe(['input >> CALLS_SUBFLOW >> other']));
  await called(host, 1);
  run.cancel();
  await run.done;
  await until(() => host.ended.length === 2);
  assert.deepEqual(host.ended.map(({ status }) => status), ['cancelled', 'cancelled']);
}

export async function an_unknown_recipe_is_a_failure_of_the_node() {
  const record = await new Host(ECHO).start(recipe(['input >> CALLS_SUBFLOW >> nowhere'])).done;
  assert.equal(record.trace.at(-1)?.errorCode, 'UNKNOWN_RECIPE');
  assert.match(String(record.error), /nowhere/);
}

export async function the_record_of_a_failed_run_goes_to_the_recipe_named_for_it_once() {
  const failing = recipe(['input >> PIPE >> a'], { on_failure: 'tell' });
  const tell = recipe(['input >> PIPE >> tell'], { on_failure: 'tell' });
  /** @type {any[]} */
  const told = [];
  const call = async (/** @type {any} */ _caller, /** @type {any} */ { key, input }) => {
    if (key.node === 'tell') {
      told.push(input.input);
    }
    return answer({ success: false, error: 'no', error_code: 'BROKEN' });
  };
  const host = new Host(call, { recipes: { find: async () => ({ recipe: tell, source: '' }) } });
  await host.start(failing).done;
  await Promise.all(host.kept);
  assert.deepEqual(host.called, ['a', 'tell']);
  assert.deepEqual([told[0].status, told[0].error_code], ['failed', 'BROKEN']);
  await host.start(failing, { triggeredBy: 'test' }).done;
  assert.deepEqual(host.called, ['a', 'tell', 'a']);
  assert.equal(host.kept.length, 1);
}

export async function another_recipe_gets_no_placeholder_that_works() {
  const host = new Host(ECHO, {
    components: { resolve: () => ({ kind: 'workflow' }) },
    recipes: { find: async () => ({ recipe: recipe(['input >> PIPE >> output']), source: '' }) },
  });
  const config = { a: { workflow_name: 'other', input: { '{{credential.KEY}}': '{{credential.KEY}}' } } };
  await host.start(recipe(['input >> PIPE >> a'], { config })).done;
  const [{ input }] = host.ended;
  assert.deepEqual(input, { '{{credential.KEY}}': '«credential:KEY»' });
}

export async function nobody_sees_the_nonce_of_a_run() {
  let seen = '';
  const host = new Host(async (caller, command) => {
    seen = String(command.input.t);
    assert.ok(seen.includes(caller.nonce));
    return {
      result: { success: true, data: { [seen]: `echo ${seen}` } },
      report: { log: seen, hostCalls: [{ target: seen }], computingMs: 0, memoryBytes: 0 },
    };
  });
  const made = recipe(['input >> PIPE >> a'], { config: { a: { t: '{{credential.KEY}}' } } });
  const record = await host.start(made).done;
  const nonce = /#([0-9a-f]{32})»/.exec(seen)?.[1];
  assert.ok(nonce);
  const shown = JSON.stringify([record, host.events, host.recorded]);
  assert.ok(shown.includes('«credential:KEY»'));
  assert.equal(shown.includes(nonce), false);
}

/**
 * @param {Host} host
 * @param {number} count
 */
function called(host, count) {
  return until(() => host.called.length >= count);
}

/**
 * @param {Host} host
 * @param {string} kind
 */
function event(host, kind) {
  return until(() => host.events.some((each) => each.kind === kind));
}

/** Lets others go on until something holds. @param {() => boolean} holds */
async function until(holds) {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
