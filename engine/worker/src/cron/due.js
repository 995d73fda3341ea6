import { CronExpression } from '../recipe/cron-expression.js';
import { TimeZone } from '../recipe/time-zone.js';

/**
 * A schedule of a deployed recipe.
 *
 * @typedef {object} ScheduleOf
 * @property {string} cron five fields
 * @property {string} timezone IANA name
 * @property {boolean} overlap whether a run may start while the one before is still going
 *
 * @typedef {object} ScheduledRecipe
 * @property {string} name
 * @property {ScheduleOf[]} schedules
 * @property {number} sinceMs when it was deployed; it runs for no time before
 */

/**
 * A recipe that is to run.
 *
 * @typedef {object} Due
 * @property {string} name
 * @property {number} minute the scheduled time, in milliseconds since 1970 UTC
 * @property {boolean} overlap
 */

/** @type {Map<string, TimeZone | undefined>} */
const zones = new Map();

/**
 * The recipes that are to run for a time after `fromMs` up to `toMs`. A recipe that was due several
 * times runs once, for the last of them. A schedule that can't be read is none; deploying refuses
 * such ones.
 *
 * @param {ScheduledRecipe[]} recipes
 * @param {number} fromMs
 * @param {number} toMs
 * @returns {Due[]}
 */
export function dueRecipes(recipes, fromMs, toMs) {
  return recipes.flatMap(({ name, schedules, sinceMs }) => {
    const after = Math.max(fromMs, sinceMs);
    const times = schedules.flatMap((schedule) => {
      const minute = lastTime(schedule, after, toMs);
      return minute === undefined ? [] : [{ minute, overlap: schedule.overlap }];
    });
    if (times.length === 0) {
      return [];
    }
    const minute = Math.max(...times.map((time) => time.minute));
    const overlap = times.some((time) => time.minute === minute && time.overlap);
    return [{ name, minute, overlap }];
  });
}

/**
 * @param {ScheduleOf} schedule
 * @param {number} afterMs
 * @param {number} toMs
 */
function lastTime({ cron, timezone }, afterMs, toMs) {
  const zone = zoneNamed(timezone);
  if (!zone) {
    console.error(`A schedule names a time zone that isn't known: ${timezone}`);
    return undefined;
  }
  try {
    const expression = CronExpression.parse(cron);
    /** @type {number | undefined} */
    let last;
    for (let time = expression.next(afterMs, zone, toMs); time !== undefined; ) {
      last = time;
      time = expression.next(time, zone, toMs);
    }
    return last;
  } catch (e) {
    console.error(`A schedule can't be read: ${cron}`, e instanceof Error ? e.message : e);
    return undefined;
  }
}

/** Zones are dear to make, and few. @param {string} name */
function zoneNamed(name) {
  if (!zones.has(name)) {
    zones.set(name, TimeZone.named(name));
  }
  return zones.get(name);
}
