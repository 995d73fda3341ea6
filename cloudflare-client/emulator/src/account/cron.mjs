/**
 * Cron expressions as Cloudflare reads them: five fields in UTC, weekdays 1 (Sunday) to 7, names, and Quartz's `L`,
 * `W` and `#`. Source: https://developers.cloudflare.com/workers/configuration/cron-triggers/#supported-cron-expressions
 *
 * @typedef {(date: CronDate) => boolean} Matcher
 * @typedef {object} CronDate
 * @property {number} minute
 * @property {number} hour
 * @property {number} day of the month
 * @property {number} month from 1
 * @property {number} weekday from 1, Sunday
 * @property {number} days in that month
 */

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** A text that isn't a cron expression. */
export class CronError extends Error {
  /** @param {string} field */
  constructor(field) {
    super(`'${field}' is not valid in a cron expression.`);
    this.name = "CronError";
  }
}

/**
 * @param {string} expression
 * @returns {(time: Date) => boolean} whether it fires in the minute of a time
 * @throws {CronError}
 */
export function parseCron(expression) {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) throw new CronError(expression);
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  const matchers = [
    list(minute, { low: 0, high: 59, of: (date) => date.minute }),
    list(hour, { low: 0, high: 23, of: (date) => date.hour }),
    list(day, { low: 1, high: 31, of: (date) => date.day, special: dayOfMonth }),
    list(month, { low: 1, high: 12, of: (date) => date.month, names: MONTHS }),
    list(weekday, { low: 1, high: 7, of: (date) => date.weekday, names: WEEKDAYS, special: dayOfWeek }),
  ];
  return (time) => {
    const date = dateOf(time);
    return matchers.every((matches) => matches(date));
  };
}

/** @param {Date} time @returns {CronDate} */
function dateOf(time) {
  return {
    minute: time.getUTCMinutes(),
    hour: time.getUTCHours(),
    day: time.getUTCDate(),
    month: time.getUTCMonth() + 1,
    weekday: time.getUTCDay() + 1,
    days: new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

/**
 * @typedef {object} Field
 * @property {number} low
 * @property {number} high
 * @property {(date: CronDate) => number} of
 * @property {string[]} [names]
 * @property {(item: string, field: Field) => Matcher | undefined} [special]
 */

/** @param {string} text @param {Field} field @returns {Matcher} */
function list(text, field) {
  const items = text
    .toUpperCase()
    .split(",")
    .map((item) => field.special?.(item, field) ?? range(item, field));
  return (date) => items.some((matches) => matches(date));
}

/** @param {string} item `*`, `5`, `1-5`, each with an optional step @param {Field} field @returns {Matcher} */
function range(item, field) {
  const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item);
  if (!match) throw new CronError(item);
  const [, start = "", end, step] = match;
  if (start === "*" && end !== undefined) throw new CronError(item);
  const first = start === "*" ? field.low : number(start, field);
  const last = end !== undefined ? number(end, field) : start === "*" || step !== undefined ? field.high : first;
  const every = Number(step ?? 1);
  if (every < 1 || last < first) throw new CronError(item);
  return (date) => {
    const value = field.of(date);
    return value >= first && value <= last && (value - first) % every === 0;
  };
}

/** @param {string} text @param {Field} field */
function number(text, field) {
  const named = field.names?.indexOf(text) ?? -1;
  const value = named >= 0 ? named + field.low : /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  if (!(value >= field.low && value <= field.high)) throw new CronError(text);
  return value;
}

/**
 * `L` last day, `LW` last working day, `15W` working day nearest the 15th.
 *
 * @param {string} item
 * @param {Field} field
 * @returns {Matcher | undefined}
 */
function dayOfMonth(item, field) {
  if (item === "L") return (date) => date.day === date.days;
  if (item === "LW") return (date) => date.day === workingDay(date, date.days);
  const near = /^(\d{1,2})W$/.exec(item)?.[1];
  if (near === undefined) return undefined;
  const target = number(near, field);
  return (date) => target <= date.days && date.day === workingDay(date, target);
}

/** The working day nearest a day without leaving the month. @param {CronDate} date @param {number} day */
function workingDay(date, day) {
  const weekday = (((date.weekday - 1 + day - date.day) % 7) + 7) % 7;
  if (weekday === 6) return day > 1 ? day - 1 : day + 2;
  if (weekday === 0) return day < date.days ? day + 1 : day - 2;
  return day;
}

/**
 * `L` Saturday, `6L` last Friday, `2#3` third Monday.
 *
 * @param {string} item
 * @param {Field} field
 * @returns {Matcher | undefined}
 */
function dayOfWeek(item, field) {
  if (item === "L") return (date) => date.weekday === 7;
  const last = /^(\w+)L$/.exec(item)?.[1];
  if (last !== undefined) {
    const weekday = number(last, field);
    return (date) => date.weekday === weekday && date.day + 7 > date.days;
  }
  const nth = /^(\w+)#([1-5])$/.exec(item);
  if (!nth) return undefined;
  const weekday = number(nth[1] ?? "", field);
  return (date) => date.weekday === weekday && Math.ceil(date.day / 7) === Number(nth[2]);
}
