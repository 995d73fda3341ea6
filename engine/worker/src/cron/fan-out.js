import { WORKERS } from '../platform/limits.js';
import { Claims } from './claims.js';
import { dueRecipes } from './due.js';

/**
 * One trigger, every minute, for the schedules of all recipes.
 *
 * @typedef {import('../durable/durable-runs.js').Started} Started
 * @typedef {import('./due.js').Due} Due
 */

/**
 * What schedules need of the Worker they are in.
 *
 * @typedef {object} CronHost
 * @property {import('../history/database.js').Database} database
 * @property {() => Promise<import('./due.js').ScheduledRecipe[]>} recipes those with a schedule
 * @property {(due: Due, scheduledAt: string, alone: boolean) => Promise<Started | undefined>} start
 *   runs a recipe; undefined where it is gone. Alone: nobody shares this request's computing time
 * @property {(runId: string) => Promise<boolean>} isOver whether nobody carries a run any more
 * @property {() => number} clock milliseconds since 1970 UTC
 */

const MINUTE_MS = 60_000;

/** Minutes that the platform left out are made up for within this time. */
const LOOK_BACK_MS = 60 * MINUTE_MS;

/**
 * Runs what is due. The platform may give a minute twice or not at all: each time of each recipe is
 * taken once, and after a gap each recipe that was due in it runs once, for the last time it was due.
 * A recipe whose scheduled run still goes on is left out, unless its schedule says `overlap: true`.
 *
 * @param {CronHost} host
 * @param {number} scheduledMs the time of the trigger
 * @returns {Promise<Due[]>} what was started, once those that run here have ended
 * @throws when D1 is out of reach: without it nobody knows what ran already, so nothing runs now, and
 *   the next minute makes up for this one
 */
export async function fanOut(host, scheduledMs) {
  const claims = new Claims(host.database);
  const minute = Math.floor(scheduledMs / MINUTE_MS) * MINUTE_MS;
  const looked = (await claims.lookedUntil()) ?? minute - MINUTE_MS;
  const fromMs = Math.max(Math.min(looked, minute - MINUTE_MS), minute - LOOK_BACK_MS);
  /** @type {Due[]} */
  const taken = [];
  for (const due of dueRecipes(await host.recipes(), fromMs, minute)) {
    if ((await take(host, claims, due)) || (await takeAfterDead(host, claims, due))) {
      taken.push(due);
    }
  }
  await claims.lookUntil(minute);
  await Promise.all(taken.map((due) => run(host, claims, due, taken.length === 1)));
  return taken;
}

/**
 * @param {CronHost} host
 * @param {Claims} claims
 * @param {Due} due
 */
function take(host, claims, due) {
  return claims.take(due, host.clock(), WORKERS.scheduledMs);
}

/**
 * Takes a time that only runs stand in the way of that nobody carries any more.
 *
 * @param {CronHost} host
 * @param {Claims} claims
 * @param {Due} due
 */
async function takeAfterDead(host, claims, due) {
  let freed = false;
  for (const { minute, runId } of await claims.goingOn(due.name, host.clock())) {
    if (minute !== due.minute && (await host.isOver(runId))) {
      await claims.free(due.name, minute);
      freed = true;
    }
  }
  return freed && (await take(host, claims, due));
}

/**
 * @param {CronHost} host
 * @param {Claims} claims
 * @param {Due} due
 * @param {boolean} alone
 */
async function run(host, claims, due, alone) {
  try {
    const started = await host.start(due, new Date(due.minute).toISOString(), alone);
    if (started?.kind === 'started') {
      await claims.carried(due.name, due.minute, started.runId);
      return;
    }
    if (started?.kind === 'waiting') {
      await claims.carried(due.name, due.minute, started.record.runId);
      return;
    }
  } catch (e) {
    console.error(`The scheduled run of ${due.name} broke:`, e instanceof Error ? e.name : typeof e);
  }
  await claims.free(due.name, due.minute);
}
