import assert from 'node:assert/strict';
import { readDocument } from '../../src/document/document-reader.js';
import { DurableRun } from '../../src/durable/durable-run.js';
import { Payloads } from '../../src/durable/payloads.js';
import { Database } from '../../src/history/database.js';
import { History } from '../../src/history/history.js';
import { JournalSteps } from './journal.js';

/**
 * @typedef {{ DB: D1Database }} Env
 * @typedef {import('./journal.js').When} When
 * @typedef {import('../../src/value/json.js').Json} Json
 */

const SOURCE = JSON.stringify({
  name: 'killed',
  flow: [
    'input >> PIPE >> a',
    'a >> FOREACH n >> each',
    'a >> PIPE >> b',
    'a >> PIPE >> c',
    'b >> PIPE >> join',
    'c >> PIPE >> join',
    'join >> PIPE >> flaky',
    'flaky >> PIPE >> nap',
    'nap >> PIPE >> last',
  ],
  config: {
    a: { at: '{{_now_unix}}' },
    each: { at: '{{_now_unix}}', n: '{{n}}' },
    b: { at: '{{_now_unix}}' },
    join: { at: '{{_now_unix}}', b: '{{b.data}}', c: '{{c.data}}' },
    flaky: { run: { retry: { attempts: 2, delay_ms: 60_000 } } },
    last: { at: '{{_now_unix}}', each: '{{a.results}}' },
  },
});

/** What parts give, by node; all others their name and attempt. @type {Record<string, Json[]>} */
const ANSWERS = {
  flaky: [{ success: false, error: 'no' }, { success: true, data: 'at last' }],
  nap: [{ success: true, pending: true, resume_after_ms: 86_400_000 }],
};

/** @type {Omit<import('../../src/part/contract.js').Contract, 'id'>} */
const CONTRACT = {
  runtime: 'wasm',
  inputSchema: {},
  fromScope: [],
  verbatim: [],
  credentials: [],
  failureInData: false,
  storage: false,
  network: true,
  hosts: [],
};

/**
 * A host that notes calls as `{id, input}`; its clock goes on whenever it is looked at.
 *
 * @param {D1Database} d1
 */
function hostOf(d1) {
  let now = Date.UTC(2026, 0, 1);
  /** @type {{ id: string, input: string }[]} */
  const calls = [];
  const database = new Database(d1);
  const clock = () => (now += 7);
  /** @type {import('../../src/durable/run-host.js').RunHost} */
  const host = {
    components: { resolve: (id) => ({ kind: 'part', id, contract: { ...CONTRACT, id } }) },
    caller: {
      async call(_run, { callId, attempt, input, key }) {
        calls.push({ id: `${callId}#${attempt}`, input: JSON.stringify(input) });
        await new Promise((resolve) => setTimeout(resolve, 0));
        const result = ANSWERS[key.node]?.[attempt - 1] ?? {
          success: true,
          data: `${key.node} ${attempt}`,
        };
        return { result, report: { log: '', hostCalls: [], computingMs: 0, memoryBytes: 0 } };
      },
    },
    recipes: { find: async () => undefined },
    recipeOf: (source) => readDocument(JSON.parse(source)).recipe,
    keepAlive: () => {},
    recall: async () => {},
    noteBug: () => {},
    database,
    history: new History(database, { clock }),
    workflows: undefined,
    clock,
  };
  return { host, calls, pass: (/** @type {number} */ ms) => void (now += ms) };
}

/** @param {string} runId */
function startOf(runId) {
  return {
    runId,
    instance: 1,
    source: SOURCE,
    allowedHosts: [],
    input: { ns: [1, 2] },
    triggeredBy: 'api',
    depth: 0,
    startedAtMs: Date.UTC(2026, 0, 1),
    record: true,
    events: [],
  };
}

/**
 * Lives the run to its end, killed once on the way where it is asked for. Each wait passes at once.
 *
 * @param {D1Database} d1
 * @param {string} runId
 * @param {{ at: number, when: When }} [kill]
 */
async function live(d1, runId, kill) {
  const { host, calls, pass } = hostOf(d1);
  /** @type {string[]} */
  const journal = [];
  for (const killed of kill ? [kill, undefined] : [undefined]) {
    const steps = new JournalSteps(journal, killed);
    const { wait } = steps;
    steps.wait = async () => {
      await wait.call(steps);
      pass(86_400_000);
    };
    await Promise.race([new DurableRun(host, startOf(runId), steps).go(), steps.killed]);
    // Calls that were cut off end somewhere, unheard.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { host, calls, journal };
}

/** @param {{ id: string }[]} calls */
function counts(calls) {
  /** @type {Map<string, number>} */
  const counted = new Map();
  calls.forEach(({ id }) => counted.set(id, (counted.get(id) ?? 0) + 1));
  return counted;
}

/**
 * @param {Env} env
 * @param {When} when
 * @param {(repeated: string[], told: Set<string>, at: number) => void} check
 */
async function killedAtEachStep(env, when, check) {
  const whole = await live(env.DB, `whole-${when}`);
  const expected = await whole.host.history.find(`whole-${when}`);
  assert.equal(expected?.status, 'succeeded');
  assert.ok(whole.journal.length > 10);
  for (let at = 0; at < whole.journal.length; at++) {
    const runId = `${when}-${at}`;
    const { host, calls, journal } = await live(env.DB, runId, { at, when });
    const run = await host.history.find(runId);
    assert.equal(run?.status, 'succeeded', `${when} ${at}`);
    assert.deepEqual(run?.data, expected?.data);
    assert.deepEqual(
      new Set(counts(calls).keys()),
      new Set([...counts(whole.calls).keys()].map((id) => id.replace(`whole-${when}`, runId))),
    );
    const told = new Set(
      journal.slice(0, at).flatMap((text) =>
        (text.startsWith('{') ? JSON.parse(text).events : []).flatMap(
          (/** @type {any} */ { event, node, iteration, attempt }) =>
            event === 'call_finished' ? [`${runId}:${[node, ...iteration].join(':')}#${attempt}`] : [],
        ),
      ),
    );
    const repeated = [...counts(calls)].filter(([, times]) => times > 1).map(([id]) => id);
    for (const id of repeated) {
      const [first, ...others] = calls.filter((call) => call.id === id);
      others.forEach(({ input }) => assert.equal(input, first.input, id));
    }
    check(repeated, told, at);
  }
}

/** @param {Env} env */
export async function a_run_killed_in_any_step_repeats_only_calls_it_was_making_with_the_same_input(env) {
  let some = 0;
  await killedAtEachStep(env, 'during', (repeated, told) => {
    repeated.forEach((id) => assert.ok(!told.has(id), id));
    some += repeated.length;
  });
  assert.ok(some > 0);
}

/** @param {Env} env */
export async function a_run_killed_before_a_step_is_kept_repeats_only_calls_of_that_step(env) {
  let some = 0;
  await killedAtEachStep(env, 'lost', (repeated, told) => {
    repeated.forEach((id) => assert.ok(!told.has(id), id));
    some += repeated.length;
  });
  assert.ok(some > 0);
}

/** @param {Env} env */
export async function a_run_killed_after_a_step_repeats_no_call_that_the_step_told_of(env) {
  await killedAtEachStep(env, 'after', (repeated, told) => {
    repeated.forEach((id) => assert.ok(!told.has(id), id));
  });
}

export async function a_run_ends_also_while_the_database_is_out_of_reach() {
  const broken = /** @type {any} */ ({
    prepare: () => ({ bind: () => ({}) }),
    batch: async () => {
      throw new Error('D1 is away');
    },
  });
  const { calls } = await live(broken, 'without');
  assert.equal(calls.at(-1)?.id, 'without:last#1');
}

/** @param {Env} env */
export async function a_payload_of_any_length_comes_back_as_it_was(env) {
  const payloads = new Payloads(new Database(env.DB));
  for (const text of ['', 'a', 'é'.repeat(500_001), `${'x'.repeat(499_999)}😀${'漢'.repeat(700_000)}`]) {
    await payloads.keep('p', 'run', text);
    assert.equal(await payloads.read('p'), text);
    await payloads.forget('p');
    assert.equal(await payloads.read('p'), undefined);
  }
}
