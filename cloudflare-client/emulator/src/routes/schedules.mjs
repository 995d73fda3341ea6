import { CronError, parseCron } from "../account/cron.mjs";
import { timestamp } from "../account/identity.mjs";
import { LIMITS } from "../account/limits.mjs";
import { scriptNamed } from "../account/lookup.mjs";
import { invalidCron, tooManyCrons } from "../account/worker-errors.mjs";
import { success } from "../http/answer.mjs";
import { validated } from "../http/validation.mjs";

const SCHEDULES = "/accounts/:account/workers/scripts/:script/schedules";
const REFUSAL = { code: 10026 };

/**
 * Cron triggers of a script; a change replaces all of them.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function scheduleRoutes({ account }) {
  return [
    {
      method: "GET",
      pattern: SCHEDULES,
      handle: (request) => success({ schedules: scriptNamed(account, request.param("script")).schedules }),
    },
    {
      method: "PUT",
      pattern: SCHEDULES,
      handle(request) {
        const script = scriptNamed(account, request.param("script"));
        /** @type {{ cron: string }[]} */
        const wanted = validated("Schedules", request.json(REFUSAL), REFUSAL);
        for (const { cron } of wanted) check(cron);
        const others = [...account.scripts.values()].filter((other) => other !== script);
        const total = others.reduce((sum, other) => sum + other.schedules.length, wanted.length);
        if (total > LIMITS.crons) throw tooManyCrons(LIMITS.crons);
        const now = timestamp();
        script.schedules = wanted.map(({ cron }) => ({
          cron,
          created_on: script.schedules.find((known) => known.cron === cron)?.created_on ?? now,
          modified_on: now,
        }));
        return success({ schedules: script.schedules });
      },
    },
  ];
}

/** @param {string} cron */
function check(cron) {
  try {
    parseCron(cron);
  } catch (error) {
    if (error instanceof CronError) throw invalidCron();
    throw error;
  }
}
