import assert from 'node:assert/strict';
import { answer, Host } from './host.js';
import { chain, recipe } from './recipes.js';

/** A host whose part `a` asks to go on after so long. @param {number} ms */
function sleeper(ms, more = {}) {
  return new Host(
    async (_caller, { key }) =>
      answer(
        key.node === 'a'
          ? { success: true, data: 'slept', pending: true, resume_after_ms: ms }
          : { success: true, data: key.node },
      ),
    more,
  );
}

export async function a_run_goes_on_when_the_time_is_over() {
  const host = sleeper(5);
  const record = await host.start(chain('a', 'b')).done;
  assert.equal(record.status, 'succeeded');
  assert.deepEqual(host.called, ['a', 'b']);
  assert.ok(host.events.some(({ kind }) => kind === 'waiting'));
  assert.deepEqual(record.trace[1].output, { success: true, data: 'slept' });
}

export async function a_short_wait_is_not_left() {
  const record = await sleeper(5).start(chain('a'), { longestWaitMs: 10_000 }).done;
  assert.equal(record.status, 'succeeded');
}

export async function a_long_wait_is_left_once_nothing_else_goes_on() {
  const host = sleeper(60_000);
  const flow = recipe(['input >> PIPE >> a', 'input >> PIPE >> b', 'b >> PIPE >> c']);
  const record = await host.start(flow, { longestWaitMs: 10_000 }).done;
  assert.equal(record.status, 'waiting');
  assert.deepEqual(host.called, ['a', 'b', 'c']);
}

export async function a_long_time_before_another_attempt_is_left_too() {
  const host = new Host(async () => answer({ success: false, error: 'busy' }));
  const retry = { attempts: 2, delay_ms: 60_000 };
  const flow = recipe(['input >> PIPE >> a'], { config: { a: { run: { retry } } } });
  assert.equal((await host.start(flow, { longestWaitMs: 10_000 }).done).status, 'waiting');
}

export async function a_run_that_was_left_asleep_goes_on_where_it_is_restored() {
  const host = sleeper(60_000);
  const request = { recipe: chain('a', 'b'), source: '', input: {}, triggeredBy: 'api' };
  await host.runner.start({ ...request, longestWaitMs: 10_000 }).done;
  assert.ok(host.context);
  const later = sleeper(0, { clock: () => Date.now() + 120_000 });
  const past = { startedAtMs: host.startedAtMs, events: [...host.recorded] };
  const record = await later.runner.restore(request, host.context, past).done;
  assert.equal(record.status, 'succeeded');
  assert.deepEqual(later.called, ['b']);
}

export async function a_wait_that_ends_after_the_run_may_last_ends_the_run_now_and_says_why() {
  const host = sleeper(7_200_000, { longestRunMs: 600_000 });
  const record = await host.start(chain('a')).done;
  assert.equal(record.status, 'failed');
  assert.equal(record.errorCode, 'RUN_TIME_LIMIT');
  assert.match(record.error ?? '', /`a` waits 7200 s, but a run here lasts 600 s at most/);
}

export async function a_sleeping_node_can_be_cancelled() {
  const host = sleeper(40 * 24 * 60 * 60 * 1000);
  const run = host.start(chain('a'));
  while (!host.events.some(({ kind }) => kind === 'waiting')) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  run.cancel();
  const record = await run.done;
  assert.equal(record.status, 'cancelled');
  assert.equal(record.trace[1].status, 'failed');
}
