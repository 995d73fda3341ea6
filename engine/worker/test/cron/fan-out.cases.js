import assert from 'node:assert/strict';
import { Claims } from '../../src/cron/claims.js';
import { fanOut } from '../../src/cron/fan-out.js';
import { Database } from '../../src/history/database.js';

/**
 * @typedef {import('../../src/cron/fan-out.js').CronHost} CronHost
 * @typedef {{ DB: D1Database }} Env
 */

const MINUTE = 60_000;
const NINE = Date.UTC(2026, 2, 2, 9);

/**
 * A host with these schedules, and what it started: recipe and time.
 *
 * @param {Env} env
 * @param {Record<string, Partial<import('../../src/cron/due.js').ScheduleOf> & { since?: number }>}
 *   schedules
 * @param {Partial<CronHost>} [more]
 */
async function cronOf(env, schedules, more = {}) {
  const database = new Database(env.DB);
  await database.change('DELETE FROM scheduled_until');
  await database.change('DELETE FROM scheduled');
  /** @type {string[]} */
  const started = [];
  /** @type {CronHost} */
  const host = {
    database,
    recipes: async () =>
      Object.entries(schedules).map(([name, { cron = '* * * * *', timezone = 'UTC', ...rest }]) => ({
        name,
        schedules: [{ cron, timezone, overlap: rest.overlap ?? false }],
        sinceMs: rest.since ?? 0,
      })),
    start: async ({ name }, scheduledAt) => {
      started.push(`${name} ${scheduledAt}`);
      return undefined;
    },
    isOver: async () => false,
    clock: () => NINE,
    ...more,
  };
  return { host, started };
}

/** @param {string} name @param {number} ms */
function at(name, ms) {
  return `${name} ${new Date(ms).toISOString()}`;
}

/** @param {Env} env */
export async function a_recipe_runs_in_its_minute_and_is_told_which(env) {
  const { host, started } = await cronOf(env, { r: { cron: '0 9 * * *' } });
  await fanOut(host, NINE - MINUTE);
  assert.deepEqual(started, []);
  await fanOut(host, NINE + 4321);
  await fanOut(host, NINE + MINUTE);
  assert.deepEqual(started, [at('r', NINE)]);
}

/** @param {Env} env */
export async function a_minute_that_comes_twice_runs_once(env) {
  const { host, started } = await cronOf(env, { r: {} });
  await fanOut(host, NINE);
  await fanOut(host, NINE);
  await Promise.all([fanOut(host, NINE), fanOut(host, NINE + MINUTE), fanOut(host, NINE + MINUTE)]);
  assert.deepEqual(started, [at('r', NINE), at('r', NINE + MINUTE)]);
}

/** @param {Env} env */
export async function after_minutes_were_left_out_a_recipe_runs_once_for_the_last_time_it_was_due(env) {
  const { host, started } = await cronOf(env, {
    often: { cron: '*/5 * * * *' },
    once: { cron: '2 9 * * *' },
    not_yet: { cron: '14 9 * * *' },
  });
  await fanOut(host, NINE);
  started.length = 0;
  await fanOut(host, NINE + 13 * MINUTE);
  assert.deepEqual(started.toSorted(), [at('often', NINE + 10 * MINUTE), at('once', NINE + 2 * MINUTE)]);
}

/** @param {Env} env */
export async function what_was_missed_longer_ago_than_an_hour_is_left(env) {
  const { host, started } = await cronOf(env, { r: { cron: '5 9 * * *' } });
  await fanOut(host, NINE);
  await fanOut(host, NINE + 66 * MINUTE);
  assert.deepEqual(started, []);
}

/** @param {Env} env */
export async function a_recipe_runs_for_no_time_before_it_was_deployed(env) {
  const { host, started } = await cronOf(env, {
    r: { cron: '5 9 * * *', since: NINE + 8 * MINUTE },
  });
  await fanOut(host, NINE);
  await fanOut(host, NINE + 10 * MINUTE);
  assert.deepEqual(started, []);
}

/** @param {Env} env */
export async function the_first_minute_ever_looks_at_no_other(env) {
  const { host, started } = await cronOf(env, { r: { cron: '59 8 * * *' }, s: { cron: '0 9 * * *' } });
  await fanOut(host, NINE);
  assert.deepEqual(started, [at('s', NINE)]);
}

/** @param {Env} env */
export async function schedules_mean_the_time_of_their_zone(env) {
  const { host, started } = await cronOf(env, {
    taipei: { cron: '0 17 * * 1', timezone: 'Asia/Taipei' },
    berlin: { cron: '0 9 * * 1', timezone: 'Europe/Berlin' },
  });
  await fanOut(host, NINE);
  assert.deepEqual(started, [at('taipei', NINE)]);
}

/** @param {Env} env */
export async function a_local_time_that_is_skipped_runs_at_the_next_minute_there_is(env) {
  const gap = Date.UTC(2026, 2, 29, 1);
  const { host, started } = await cronOf(env, {
    r: { cron: '30 2 * * *', timezone: 'Europe/Berlin' },
  });
  for (let minute = gap - 5 * MINUTE; minute < gap + 120 * MINUTE; minute += MINUTE) {
    await fanOut(host, minute);
  }
  assert.deepEqual(started, [at('r', gap)]);
}

/** @param {Env} env */
export async function a_local_time_that_is_repeated_runs_once(env) {
  const first = Date.UTC(2026, 9, 25, 0, 30);
  const { host, started } = await cronOf(env, {
    r: { cron: '30 2 * * *', timezone: 'Europe/Berlin' },
  });
  for (let minute = first - 5 * MINUTE; minute < first + 120 * MINUTE; minute += MINUTE) {
    await fanOut(host, minute);
  }
  assert.deepEqual(started, [at('r', first)]);
}

/**
 * A host whose runs go on until they are let go.
 *
 * @param {Env} env
 * @param {boolean} overlap
 */
async function goingOn(env, overlap) {
  /** @type {((value: undefined) => void)[]} */
  const ends = [];
  const { host, started } = await cronOf(env, { r: { overlap } });
  const { start } = host;
  host.start = async (due, scheduledAt, alone) => {
    await start(due, scheduledAt, alone);
    return new Promise((resolve) => {
      ends.push(resolve);
    });
  };
  const first = fanOut(host, NINE);
  while (started.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { host, started, first, end: () => ends.forEach((each) => each(undefined)) };
}

/** @param {Env} env */
export async function a_run_that_goes_on_is_not_overlapped(env) {
  const { host, started, first, end } = await goingOn(env, false);
  assert.deepEqual(await fanOut(host, NINE + MINUTE), []);
  end();
  await first;
  const third = fanOut(host, NINE + 2 * MINUTE);
  while (started.length < 2) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  end();
  await third;
  assert.deepEqual(started, [at('r', NINE), at('r', NINE + 2 * MINUTE)]);
}

/** @param {Env} env */
export async function overlap_lets_the_next_run_start(env) {
  const { host, started, first, end } = await goingOn(env, true);
  const second = fanOut(host, NINE + MINUTE);
  while (started.length < 2) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  end();
  await Promise.all([first, second]);
  assert.equal(started.length, 2);
}

/** @param {Env} env */
export async function a_run_of_a_worker_that_was_stopped_blocks_its_recipe_for_a_quarter_of_an_hour(env) {
  let now = NINE;
  const { host, started } = await cronOf(env, { r: {} }, { clock: () => now });
  const due = { name: 'r', minute: NINE, overlap: false };
  assert.equal(await new Claims(host.database).take(due, NINE, 15 * MINUTE), true);
  await fanOut(host, NINE);
  now = NINE + 14 * MINUTE;
  await fanOut(host, now);
  assert.deepEqual(started, []);
  now = NINE + 16 * MINUTE;
  await fanOut(host, now);
  assert.deepEqual(started, [at('r', now)]);
}

/** @param {Env} env */
export async function a_durable_run_blocks_its_recipe_until_it_ends_or_nobody_carries_it(env) {
  let over = false;
  const { host, started } = await cronOf(
    env,
    { r: {} },
    { clock: () => NINE + 100 * 24 * 60 * MINUTE, isOver: async () => over },
  );
  const { start } = host;
  host.start = async (due, scheduledAt, alone) => {
    await start(due, scheduledAt, alone);
    return { kind: 'started', runId: 'run-1', stored: true };
  };
  await fanOut(host, NINE);
  await fanOut(host, NINE + MINUTE);
  assert.equal(started.length, 1);
  over = true;
  await fanOut(host, NINE + 2 * MINUTE);
  assert.equal(started.length, 2);
  await new Claims(host.database).free('r', NINE + 2 * MINUTE);
  over = false;
  await fanOut(host, NINE + 3 * MINUTE);
  assert.equal(started.length, 3);
}

/** @param {Env} env */
export async function a_durable_run_that_ended_at_once_blocks_nothing(env) {
  const { host, started } = await cronOf(env, { r: {} });
  const claims = new Claims(host.database);
  const { start } = host;
  host.start = async (due, scheduledAt, alone) => {
    await start(due, scheduledAt, alone);
    await claims.free(due.name, due.minute);
    return { kind: 'started', runId: 'run-1', stored: true };
  };
  await fanOut(host, NINE);
  await fanOut(host, NINE + MINUTE);
  assert.equal(started.length, 2);
}

/** @param {Env} env */
export async function one_run_that_breaks_does_not_stop_the_others(env) {
  const { host, started } = await cronOf(env, { bad: {}, good: {} });
  const { start } = host;
  host.start = async (due, scheduledAt, alone) => {
    assert.equal(alone, false);
    if (due.name === 'bad') {
      throw new Error('broken');
    }
    return start(due, scheduledAt, alone);
  };
  await fanOut(host, NINE);
  assert.deepEqual(started, [at('good', NINE)]);
}

/** @param {Env} env */
export async function without_the_database_nothing_runs_and_the_next_minute_makes_up_for_it(env) {
  const { host, started } = await cronOf(env, { r: { cron: '0 9 * * *' } });
  await fanOut(host, NINE - MINUTE);
  const broken = /** @type {any} */ ({
    rows: async () => {
      throw new Error('D1 is away');
    },
  });
  await assert.rejects(fanOut({ ...host, database: broken }, NINE), /D1 is away/);
  assert.deepEqual(started, []);
  await fanOut(host, NINE + MINUTE);
  assert.deepEqual(started, [at('r', NINE)]);
}

/** @param {Env} env */
export async function a_schedule_that_cannot_be_read_harms_no_other(env) {
  const { host, started } = await cronOf(env, {
    nonsense: { cron: 'every day' },
    nowhere: { timezone: 'Mars/Olympus' },
    never: { cron: '0 0 30 2 *' },
    good: {},
  });
  await fanOut(host, NINE);
  assert.deepEqual(started, [at('good', NINE)]);
}
