/** @typedef {import('../value/json.js').JsonObject} JsonObject */

const DAY_MS = 86_400_000;

/**
 * What a run gives to its own time and identity. All times are UTC, years are of the Gregorian
 * calendar; formats are those of `template/MagicVariables.java`, which has a table of them.
 *
 * @typedef {object} Moment
 * @property {number} atMs the time all of them tell, in milliseconds since 1970
 * @property {string} runId
 * @property {string} recipe the recipe's name
 * @property {string} triggeredBy
 * @property {string | undefined} scheduledAt ISO 8601 time of the schedule that started the run
 * @property {string | undefined} callId stable for run, node and iteration; undefined outside a call
 */

/** Every name, also `_call_id`. */
export const NAMES = Object.keys(
  magicVariables({
    atMs: 0,
    runId: '',
    recipe: '',
    triggeredBy: '',
    scheduledAt: undefined,
    callId: '',
  }),
);

/**
 * The variables of a run, or of one call in it, by name.
 *
 * @param {Moment} moment
 * @returns {JsonObject}
 */
export function magicVariables(moment) {
  /** @type {JsonObject} */
  const values = {
    ...times(moment.atMs),
    _run_id: moment.runId,
    _recipe: moment.recipe,
    _triggered_by: moment.triggeredBy,
    _scheduled_at: moment.scheduledAt ?? null,
  };
  if (moment.callId !== undefined) {
    values._call_id = moment.callId;
  }
  return values;
}

/** @param {number} atMs @returns {JsonObject} */
function times(atMs) {
  const now = new Date(atMs).toISOString();
  const today = now.slice(0, 10);
  const [year, month, day] = today.split('-');
  const weekday = new Date(atMs).getUTCDay();
  const isoWeekday = weekday === 0 ? 7 : weekday;
  const week = isoWeek(atMs, isoWeekday);
  return {
    _today: today,
    _yesterday: new Date(atMs - DAY_MS).toISOString().slice(0, 10),
    _now: now,
    _now_unix: atMs,
    _now_unix_s: Math.floor(atMs / 1000),
    _year: Number(year),
    _month: month,
    _day: day,
    _hour: now.slice(11, 13),
    _minute: now.slice(14, 16),
    _second: now.slice(17, 19),
    _iso_week: `${week.year}-W${String(week.number).padStart(2, '0')}`,
    _iso_week_num: week.number,
    _iso_year: week.year,
    _yyyymm: year + month,
    _yyyymmdd: year + month + day,
    _weekday: weekday,
    _iso_weekday: isoWeekday,
  };
}

/**
 * The ISO 8601 week a day belongs to: that of its Thursday.
 *
 * @param {number} atMs
 * @param {number} isoWeekday
 */
function isoWeek(atMs, isoWeekday) {
  const thursday = new Date(atMs + (4 - isoWeekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const days = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS);
  return { year, number: Math.floor(days / 7) + 1 };
}
