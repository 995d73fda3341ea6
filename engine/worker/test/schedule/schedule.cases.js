import assert from 'node:assert/strict';
import { isOverLimit, LIMIT, sizeOf } from '../../src/schedule/result-size.js';
import { Schedule } from '../../src/schedule/schedule.js';
import { encodeUtf8 } from '../../src/value/utf8.js';
import { Random } from '../random.js';
import { recipe } from '../run/recipes.js';

/**
 * @typedef {import('../../src/schedule/command.js').Command} Command
 * @typedef {import('../../src/value/json.js').Json} Json
 */

const A = { node: 'a', iteration: [] };
const OK = { success: true };
const BUSY = { success: false, error: 'busy' };
const PENDING = { pending: true, task_id: 'task' };
const RETRY = { config: { a: { run: { retry: { attempts: 3, delay_ms: 100 } } } } };

export function nothing_happens_before_the_run_has_started() {
  const schedule = of(['a >> PIPE >> b']);
  assert.deepEqual(schedule.on(finished(0, OK)), []);
  assert.deepEqual(schedule.on({ kind: 'timer_fired', atMs: 0, key: A, attempt: 1 }), []);
  assert.deepEqual(schedule.on({ kind: 'resumed', atMs: 0, taskId: 'task', result: OK }), []);
}

export function a_run_starts_once() {
  const schedule = of(['a >> PIPE >> b']);
  assert.ok(kinds(schedule.on({ kind: 'started', atMs: 0 })).includes('call_part'));
  assert.deepEqual(schedule.on({ kind: 'started', atMs: 0 }), []);
}

export function a_run_cancelled_before_its_start_is_over() {
  const schedule = of(['a >> PIPE >> b']);
  assert.deepEqual(kinds(schedule.on({ kind: 'cancelled', atMs: 5 })), ['finish']);
  assert.deepEqual(schedule.on({ kind: 'started', atMs: 6 }), []);
}

export function a_call_is_answered_once_and_for_its_own_attempt() {
  const schedule = started(['a >> PIPE >> b']);
  assert.deepEqual(schedule.on(finished(1, OK, 2)), []);
  assert.notDeepEqual(schedule.on(finished(1, OK)), []);
  assert.deepEqual(schedule.on(finished(2, BUSY)), []);
}

export function an_answer_while_the_next_attempt_is_awaited_changes_nothing() {
  const schedule = started(['a >> PIPE >> b'], RETRY);
  const timer = schedule.on(finished(1, BUSY)).find(({ kind }) => kind === 'start_timer');
  assert.deepEqual(timer, { kind: 'start_timer', key: A, attempt: 2, delayMs: 100 });
  assert.deepEqual(schedule.on(finished(2, OK, 2)), []);
  const due = { kind: /** @type {const} */ ('timer_fired'), atMs: 101, key: A, attempt: 2 };
  assert.ok(kinds(schedule.on(due)).includes('call_part'));
  assert.deepEqual(schedule.on(due), []);
}

export function nothing_follows_the_end() {
  const schedule = started(['input >> PIPE >> a']);
  assert.equal(kinds(schedule.on(finished(1, OK))).at(-1), 'finish');
  assert.equal(schedule.isFinished, true);
  assert.deepEqual(schedule.on({ kind: 'cancelled', atMs: 2 }), []);
}

export function a_run_waits_only_when_nothing_else_can_go_on() {
  const schedule = started(['input >> PIPE >> a', 'input >> PIPE >> b']);
  assert.equal(kinds(schedule.on(finished(1, PENDING))).includes('wait'), false);
  const other = { ...finished(2, OK), key: { node: 'b', iteration: [] } };
  assert.ok(kinds(schedule.on(other)).includes('wait'));
  const retrying = started(['a >> PIPE >> b'], RETRY);
  assert.equal(kinds(retrying.on(finished(1, BUSY))).includes('wait'), false);
}

export function who_watches_sees_a_node_begin_wait_and_end() {
  const schedule = of(['input >> PIPE >> a']);
  const seen = [
    schedule.on({ kind: 'started', atMs: 1000 }),
    schedule.on(finished(1250, PENDING)),
    schedule.on({ kind: 'resumed', atMs: 1400, taskId: 'task', result: OK }),
  ].map((commands) =>
    commands.flatMap((each) =>
      each.kind === 'traced' ? `${each.entry.key.node} ${each.entry.status}` : [],
    ),
  );
  assert.deepEqual(seen, [['input succeeded', 'a running'], ['a waiting'], ['a succeeded']]);
}

export function times_count_from_the_start_and_never_go_back() {
  const schedule = of(['a >> PIPE >> b']);
  schedule.on({ kind: 'started', atMs: 1000 });
  schedule.on(finished(1250, OK));
  schedule.on({ ...finished(400, OK), key: { node: 'b', iteration: [] } });
  assert.deepEqual(
    schedule.trace().map((entry) => [entry.startedMs, entry.durationMs]),
    [
      [0, 250],
      [250, 0],
    ],
  );
}

export function nodes_and_iterations_whose_texts_look_alike_are_told_apart() {
  const schedule = started(['input >> FOREACH n >> a', 'input >> PIPE >> a[0]'], {
    config: { a: { run: { concurrency: 2 } } },
  });
  const calls = schedule
    .on({ ...finished(1, OK), key: { node: 'a', iteration: [0] } })
    .filter(({ kind }) => kind === 'call_part');
  assert.equal(calls.length, 0);
  assert.equal(schedule.isFinished, false);
}

export function a_long_row_of_skipped_nodes_is_skipped_without_end_of_stack() {
  const flow = Array.from({ length: 5_000 }, (_, i) =>
    i === 0 ? 'input >> ON_FAIL >> n0' : `n${i - 1} >> PIPE >> n${i}`,
  );
  const schedule = of(flow);
  schedule.on({ kind: 'started', atMs: 0 });
  assert.equal(schedule.isFinished, true);
  assert.equal(schedule.trace().length, 5_001);
}

export function the_order_in_which_calls_end_makes_no_difference() {
  for (let seed = 1; seed <= 300; seed++) {
    const outcomes = [1, 2, 3].map((order) => play(seed, new Random(seed * 10 + order)));
    assert.equal(outcomes[1].outcome, outcomes[0].outcome, `seed ${seed}`);
    assert.equal(outcomes[2].outcome, outcomes[0].outcome, `seed ${seed}`);
  }
}

export function a_value_is_as_long_as_its_compact_json_in_utf_8() {
  const random = new Random(3);
  const texts = ['', 'plain', '"\\/', '\b\f\n\r\t\u0001', 'é漢😀', '\ud83d', '\ude00x', '\u007f\u0080'];
  for (let i = 0; i < 500; i++) {
    /** @type {Json} */
    const value = [random.pick(texts), random.next(), { [random.pick(texts)]: null }, [], true];
    assert.equal(sizeOf(value), encodeUtf8(JSON.stringify(value)).length);
  }
  for (const character of ['x', 'é', '漢', '\n', '\u0001']) {
    const most = Math.floor((LIMIT - 2) / (sizeOf(character) - 2));
    assert.equal(isOverLimit(character.repeat(most)), false);
    assert.equal(isOverLimit(character.repeat(most + 1)), true);
  }
}

/**
 * Plays a recipe made from a seed; calls end in the order the other numbers say.
 *
 * @param {number} seed
 * @param {Random} order
 */
function play(seed, order) {
  const random = new Random(seed);
  const relations = ['PIPE', 'ON_SUCCESS', 'ON_FAIL', 'ON_TRUE', 'ON_FALSE', 'IF(x)', 'FOREACH n'];
  const size = 3 + random.integer(6);
  const flow = Array.from({ length: size + random.integer(5) }, (_, i) => {
    const to = 1 + (i % size);
    return `n${random.integer(to)} >> ${random.pick(relations)} >> n${to}`;
  });
  const results = new Map();
  const schedule = of(flow, { config: { n0: { component: 'first' } } });
  /** @type {Extract<Command, { kind: 'call_part' }>[]} */
  const open = [];
  let outcome = '';
  take(schedule.on({ kind: 'started', atMs: 0 }));
  while (outcome === '') {
    const [{ key, attempt }] = open.splice(order.integer(open.length), 1);
    take(schedule.on({ kind: 'call_finished', atMs: 0, key, attempt, result: resultOf(key.node) }));
  }
  return { outcome };

  /** @param {Command[]} commands */
  function take(commands) {
    for (const command of commands) {
      if (command.kind === 'call_part') {
        open.push(command);
      } else if (command.kind === 'finish') {
        outcome = JSON.stringify(command.outcome);
      }
    }
  }

  /** The same for a node in every order. @param {string} node @returns {Json} */
  function resultOf(node) {
    const numbers = new Random(seed * 1000 + node.charCodeAt(1));
    if (!results.has(node)) {
      results.set(
        node,
        numbers.next() < 0.2
          ? { success: false, error: node }
          : { success: true, x: numbers.integer(2), result: numbers.next() < 0.5, ns: [1, 2] },
      );
    }
    return results.get(node);
  }
}

/**
 * @param {number} atMs
 * @param {Json} result
 * @param {number} [attempt]
 * @returns {Extract<import('../../src/schedule/event.js').Event, { kind: 'call_finished' }>}
 */
function finished(atMs, result, attempt = 1) {
  return { kind: 'call_finished', atMs, key: A, attempt, result };
}

/**
 * @param {string[]} flow
 * @param {import('../../src/value/json.js').JsonObject} [more]
 */
function started(flow, more) {
  const schedule = of(flow, more);
  schedule.on({ kind: 'started', atMs: 0 });
  return schedule;
}

/**
 * @param {string[]} flow
 * @param {import('../../src/value/json.js').JsonObject} [more]
 */
function of(flow, more = {}) {
  return new Schedule(
    recipe(flow, more),
    { resolve: (name) => ({ kind: 'part', id: name, contract: undefined }) },
    {
      runId: 'run',
      input: { ns: [1, 2] },
      triggeredBy: 'manual',
      scheduledAt: undefined,
      nonce: 'nonce',
      depth: 0,
    },
  );
}

/** @param {Command[]} commands */
function kinds(commands) {
  return commands.map(({ kind }) => kind);
}
