import assert from 'node:assert/strict';
import { magicVariables, NAMES } from '../../src/template/magic-variables.js';

/** Name, value as JSON. */
const FORMS = [
  ['_today', '"2026-11-05"'],
  ['_yesterday', '"2026-11-04"'],
  ['_now', '"2026-11-05T07:08:09.012Z"'],
  ['_now_unix', '1793862489012'],
  ['_now_unix_s', '1793862489'],
  ['_year', '2026'],
  ['_month', '"11"'],
  ['_day', '"05"'],
  ['_hour', '"07"'],
  ['_minute', '"08"'],
  ['_second', '"09"'],
  ['_iso_week', '"2026-W45"'],
  ['_iso_week_num', '45'],
  ['_iso_year', '2026'],
  ['_yyyymm', '"202611"'],
  ['_yyyymmdd', '"20261105"'],
  ['_weekday', '4'],
  ['_iso_weekday', '4'],
  ['_run_id', '"run-1"'],
  ['_recipe', '"order_alert"'],
  ['_triggered_by', '"cron"'],
  ['_scheduled_at', '"2026-11-05T07:08:00.000Z"'],
  ['_call_id', '"run-1/notify/2"'],
];

/** Time, ISO week, yesterday, weekday, ISO weekday. */
const DAYS = [
  ['2021-01-03T23:59:59Z', '2020-W53', '2021-01-02', 0, 7],
  ['2021-01-04T00:00:00Z', '2021-W01', '2021-01-03', 1, 1],
  ['2024-12-30T12:00:00Z', '2025-W01', '2024-12-29', 1, 1],
  ['2026-12-31T23:59:59Z', '2026-W53', '2026-12-30', 4, 4],
  ['2027-01-01T00:00:00Z', '2026-W53', '2026-12-31', 5, 5],
  ['2024-03-01T00:00:00Z', '2024-W09', '2024-02-29', 5, 5],
  ['1970-01-01T00:00:00Z', '1970-W01', '1969-12-31', 4, 4],
];

export function each_has_its_form() {
  const values = at('2026-11-05T07:08:09.012Z');
  for (const [name, json] of FORMS) {
    assert.deepEqual(values[name], JSON.parse(json), name);
  }
  assert.deepEqual(Object.keys(values), NAMES);
  assert.equal(FORMS.length, NAMES.length);
}

export function weeks_and_days_turn_over_where_they_should() {
  for (const [time, week, yesterday, weekday, isoWeekday] of DAYS) {
    const values = at(String(time));
    assert.deepEqual(
      [values._iso_week, values._yesterday, values._weekday, values._iso_weekday],
      [week, yesterday, weekday, isoWeekday],
      String(time),
    );
    assert.equal(values._iso_week, `${values._iso_year}-W${String(week).slice(6)}`);
  }
}

export function outside_a_call_and_a_schedule_those_names_are_absent_and_null() {
  const values = magicVariables({
    atMs: 0,
    runId: 'r',
    recipe: 'n',
    triggeredBy: 'manual',
    scheduledAt: undefined,
    callId: undefined,
  });
  assert.equal(Object.hasOwn(values, '_call_id'), false);
  assert.equal(values._scheduled_at, null);
}

/** @param {string} time */
function at(time) {
  return magicVariables({
    atMs: Date.parse(time),
    runId: 'run-1',
    recipe: 'order_alert',
    triggeredBy: 'cron',
    scheduledAt: '2026-11-05T07:08:00.000Z',
    callId: 'run-1/notify/2',
  });
}
