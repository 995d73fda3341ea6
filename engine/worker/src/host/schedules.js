import { fanOut } from '../cron/fan-out.js';
import { RecordException } from '../deployed/recipe-record.js';
import { isOver } from '../durable/is-over.js';
import { get, isObject, textOf } from '../value/json.js';

/**
 * Schedules of the deployed recipes.
 *
 * @typedef {import('../cron/due.js').ScheduledRecipe} ScheduledRecipe
 * @typedef {import('../cron/due.js').ScheduleOf} ScheduleOf
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./executor.js').Executor} Executor
 */

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * What the Worker does each minute: runs what is due, and once an hour tidies up what is stored.
 *
 * @param {Executor} executor
 * @param {number} scheduledMs the time of the trigger
 */
export async function everyMinute(executor, scheduledMs) {
  await fanOut(cronHost(executor), scheduledMs);
  if (scheduledMs % HOUR_MS < MINUTE_MS) {
    await executor.sweep();
  }
}

/** @param {Executor} executor @returns {import('../cron/fan-out.js').CronHost} */
function cronHost(executor) {
  const { runHost, clock } = executor;
  return {
    database: runHost.database,
    recipes: () => scheduledRecipes(executor),
    isOver: (runId) => isOver(runHost, runId),
    clock,
    async start({ name, minute }, scheduledAt, alone) {
      const found = await findRecipe(executor, name);
      if (!found) {
        return undefined;
      }
      const { recipe, source, record } = found;
      const { allowedHosts } = record;
      const request = {
        recipe,
        source,
        input: {},
        triggeredBy: 'cron',
        scheduledAt,
        allowedHosts,
      };
      const more = { record: record.record, minute };
      // Several at once would share the computing time of one request: each gets its own instance.
      return alone ? executor.runs.run(request, more) : executor.runs.start(request, more);
    },
  };
}

/** @param {Executor} executor @returns {Promise<ScheduledRecipe[]>} */
async function scheduledRecipes(executor) {
  const listed = (await executor.recipes?.list()) ?? [];
  const recipes = await Promise.all(
    listed.map(async ({ name, metadata }) => {
      const written = get(metadata, 'schedules');
      const schedules =
        written === null ? await triggersOf(executor, name) : schedulesOf(written ?? []);
      const sinceMs = Date.parse(textOf(metadata, 'deployed_at') ?? '') || 0;
      return { name, schedules, sinceMs };
    }),
  );
  return recipes.filter(({ schedules }) => schedules.length > 0);
}

/** @param {Json} written @returns {ScheduleOf[]} */
function schedulesOf(written) {
  return (Array.isArray(written) ? written : []).filter(isObject).map((each) => ({
    cron: textOf(each, 'cron') ?? '',
    timezone: textOf(each, 'timezone') ?? 'UTC',
    overlap: get(each, 'overlap') === true,
  }));
}

/**
 * Of a recipe whose schedules are too many for the list of keys.
 *
 * @param {Executor} executor
 * @param {string} name
 * @returns {Promise<ScheduleOf[]>}
 */
async function triggersOf(executor, name) {
  const triggers = (await findRecipe(executor, name))?.recipe.triggers ?? [];
  return triggers.flatMap((trigger) =>
    trigger.kind === 'cron'
      ? [{ cron: trigger.expression, timezone: trigger.timezone, overlap: trigger.overlap }]
      : [],
  );
}

/**
 * @param {Executor} executor
 * @param {string} name
 */
async function findRecipe(executor, name) {
  try {
    return await executor.recipes?.find(name);
  } catch (e) {
    if (e instanceof RecordException) {
      console.error(`The scheduled recipe ${name} can't be used: ${e.message}.`);
      return undefined;
    }
    throw e;
  }
}
