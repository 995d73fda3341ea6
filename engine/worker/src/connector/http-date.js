const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DATE =
  /^(?:(\w{3}), )?(\d{1,2}) (\w{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:GMT|([+-])(\d\d)(\d\d))$/i;
const MS_PER_MINUTE = 60_000;

/**
 * A date as headers have it, `Sun, 01 Mar 2026 08:31:30 GMT`; undefined where the text is none. RFC
 * 9110, section 5.6.7, and RFC 1123 for other offsets.
 *
 * @param {string} text
 * @returns {number | undefined} milliseconds since 1970
 */
export function httpDate(text) {
  const parts = DATE.exec(text);
  if (!parts) {
    return undefined;
  }
  const [weekday, monthName] = [parts[1], parts[3]].map((name) => name?.toLowerCase());
  const [day, year, hour, minute, second] = [2, 4, 5, 6, 7].map((i) => Number(parts[i] ?? 0));
  const month = MONTHS.indexOf(monthName);
  const local = new Date(Date.UTC(year, month, day, hour, minute, second));
  const isThere =
    month >= 0 && local.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isThere || (weekday !== undefined && DAYS.indexOf(weekday) !== local.getUTCDay())) {
    return undefined;
  }
  const offset = (Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0)) * MS_PER_MINUTE;
  return local.getTime() - (parts[8] === '-' ? -offset : offset);
}
