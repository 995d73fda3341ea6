import { strip } from '../value/blanks.js';
import { DAY_OF_MONTH, DAY_OF_WEEK, HOUR, MINUTE, MONTH } from './cron-field.js';
import { CronSyntaxException } from './cron-syntax-exception.js';

/** 29 February comes back after eight years at most; a day more for the time zone. */
const DAYS_TO_SEARCH = 8 * 366 + 1;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * A schedule of five fields: minute, hour, day of month, month, day of week. RECIPE.md, section 1.
 */
export class CronExpression {
  /**
   * @param {number[]} minutes ascending, as the others
   * @param {number[]} hours
   * @param {number[]} daysOfMonth
   * @param {number[]} months
   * @param {number[]} daysOfWeek 0 is Sunday
   * @param {boolean} eitherDay whether day of month and day of week are both given, so that either
   *   is enough
   */
  constructor(minutes, hours, daysOfMonth, months, daysOfWeek, eitherDay) {
    this.minutes = minutes;
    this.hours = hours;
    this.daysOfMonth = daysOfMonth;
    this.months = months;
    this.daysOfWeek = daysOfWeek;
    this.eitherDay = eitherDay;
  }

  /**
   * Reads an expression.
   *
   * @param {string} text
   * @throws {CronSyntaxException} when it isn't five fields of lists, ranges, steps and names
   */
  static parse(text) {
    const fields = strip(text).split(/[ \t\n\v\f\r]+/);
    if (fields.length !== 5) {
      throw new CronSyntaxException(0, strip(text));
    }
    return new CronExpression(
      MINUTE.values(fields[0]),
      HOUR.values(fields[1]),
      DAY_OF_MONTH.values(fields[2]),
      MONTH.values(fields[3]),
      DAY_OF_WEEK.values(fields[4]),
      !fields[2].startsWith('*') && !fields[4].startsWith('*'),
    );
  }

  /**
   * The first time after an instant; undefined where there is none (30 February). A local time that
   * daylight saving skips runs at the next minute there is; a repeated one runs once, the first
   * time.
   *
   * @param {number} unixMs milliseconds since 1970 UTC, as the answer
   * @param {import('./time-zone.js').TimeZone} zone
   * @param {number} [untilMs] later times are not looked for
   * @returns {number | undefined}
   */
  next(unixMs, zone, untilMs = Infinity) {
    const toInstant = instantsNear(unixMs, zone);
    const localDay = Math.floor((unixMs + zone.offsetMs(unixMs)) / DAY_MS) - 1;
    const lastDay = Math.min(DAYS_TO_SEARCH, Math.ceil((untilMs - unixMs) / DAY_MS) + 2);
    for (let day = localDay; day <= localDay + lastDay; day++) {
      if (!this.#matches(new Date(day * DAY_MS))) {
        continue;
      }
      for (const hour of this.hours) {
        for (const minute of this.minutes) {
          const time = toInstant(day * DAY_MS + (hour * 60 + minute) * MINUTE_MS);
          if (time > unixMs) {
            return time > untilMs ? undefined : time;
          }
        }
      }
    }
    return undefined;
  }

  /** @param {Date} date */
  #matches(date) {
    if (!this.months.includes(date.getUTCMonth() + 1)) {
      return false;
    }
    const dayOfMonth = this.daysOfMonth.includes(date.getUTCDate());
    const dayOfWeek = this.daysOfWeek.includes(date.getUTCDay());
    return this.eitherDay ? dayOfMonth || dayOfWeek : dayOfMonth && dayOfWeek;
  }
}

/**
 * Makes instants of local times. Asking a zone is dear: close to a moment around which its offset
 * doesn't change, it is not asked again.
 *
 * @param {number} unixMs
 * @param {import('./time-zone.js').TimeZone} zone
 * @returns {(localMs: number) => number}
 */
function instantsNear(unixMs, zone) {
  const offset = zone.offsetMs(unixMs);
  const isSteady = [-3, 3].every((days) => zone.offsetMs(unixMs + days * DAY_MS) === offset);
  return (localMs) => {
    if (isSteady && Math.abs(localMs - offset - unixMs) < 2 * DAY_MS) {
      return localMs - offset;
    }
    const { offsetMs, kind } = zone.ofLocal(localMs);
    return kind === 'gap' ? zone.endOfGap(localMs) : localMs - offsetMs;
  };
}
