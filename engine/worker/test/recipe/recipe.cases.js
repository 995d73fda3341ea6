import assert from 'node:assert/strict';
import { CronExpression } from '../../src/recipe/cron-expression.js';
import { CronSyntaxException } from '../../src/recipe/cron-syntax-exception.js';
import { id, isNode, isRecipe, isReference, role } from '../../src/recipe/names.js';
import { isExecutable } from '../../src/recipe/relation.js';
import { parseRelation, suggestRelation, writeRelation } from '../../src/recipe/relations.js';
import { TimeZone } from '../../src/recipe/time-zone.js';

/** As written, in its first form. */
const ALIASES = [
  ['PIPE', 'PIPE'],
  ['完成後', 'PIPE'],
  ['ON_CLICK', 'PIPE'],
  ['click', 'PIPE'],
  ['ON_SUCCESS', 'ON_SUCCESS'],
  ['Success', 'ON_SUCCESS'],
  ['FAIL', 'ON_FAIL'],
  ['失敗時', 'ON_FAIL'],
  ['IF', 'IF'],
  ['IF(a > 1)', 'IF(a > 1)'],
  ['IF ( a > 1 )', 'IF(a > 1)'],
  ['if（x == (1)）', 'IF(x == (1))'],
  ['條件滿足時(a)', 'IF(a)'],
  ['條件滿足時', 'IF'],
  ['TRUE', 'ON_TRUE'],
  ['成立時', 'ON_TRUE'],
  ['為真時', 'ON_TRUE'],
  ['ELSE', 'ON_FALSE'],
  ['不成立時', 'ON_FALSE'],
  ['為假時', 'ON_FALSE'],
  ['否則', 'ON_FALSE'],
  ['ON_BRANCH(red)', 'ON_BRANCH(red)'],
  ['BRANCH(true)', 'ON_TRUE'],
  ['分支（紅 色）', 'ON_BRANCH(紅 色)'],
  ['FOREACH', 'FOREACH item'],
  ['FOREACH order', 'FOREACH order'],
  ['FOREACH(order)', 'FOREACH order'],
  ['對每個項目', 'FOREACH 項目'],
  ['對每個 項目', 'FOREACH 項目'],
  ['SUBFLOW', 'CALLS_SUBFLOW'],
  ['IS_A', 'IS_A'],
];

/** As misspelt, what was meant. */
const MISSPELT = [
  ['ON_SUCCES', 'ON_SUCCESS'],
  ['onsuccess', 'ON_SUCCESS'],
  ['FOREACHE order', 'FOREACH order'],
  ['FOR_EACH x', 'FOREACH x'],
  ['BRANHC(red)', 'BRANCH(red)'],
  ['IFF(a)', 'IF(a)'],
  ['失敗是', '失敗時'],
];

/** Cron expression, the field that is wrong. */
const NO_SCHEDULES = [
  ['* * * *', '0'],
  ['', '0'],
  ['60 * * * *', '1'],
  ['*/0 * * * *', '1'],
  ['a * * * *', '1'],
  ['* 24 * * *', '2'],
  ['* 5-3 * * *', '2'],
  ['* * 0 * *', '3'],
  ['* * 1, * *', '3'],
  ['* * * 13 *', '4'],
  ['* * * FOO *', '4'],
  ['* * * * 8', '5'],
  ['* * * * 99999999999', '5'],
];

export function an_alias_means_its_relation() {
  for (const [written, first] of ALIASES) {
    const relation = parseRelation(written);
    assert.notEqual(relation.kind, 'unknown', written);
    assert.equal(writeRelation(relation), first);
    assert.deepEqual(parseRelation(first), relation);
  }
}

export function a_misspelt_relation_has_a_suggestion() {
  for (const [written, meant] of MISSPELT) {
    assert.deepEqual(parseRelation(written), { kind: 'unknown', text: written });
    assert.equal(suggestRelation(written), meant);
  }
}

export function what_is_like_nothing_has_no_suggestion() {
  for (const text of ['', 'SOMETHING_ELSE', 'FOREACHorder', 'ON_BRANCH()', '(', '對']) {
    assert.equal(parseRelation(text).kind, 'unknown', text);
  }
  assert.equal(suggestRelation('SOMETHING_ELSE'), undefined);
}

export function documentation_and_unknown_relations_are_never_taken() {
  assert.equal(isExecutable(parseRelation('CONTAINS')), false);
  assert.equal(isExecutable(parseRelation('NOPE')), false);
  assert.equal(isExecutable(parseRelation('ON_CLICK')), true);
}

export function names_are_letters_of_any_script() {
  assert.deepEqual(
    ['a', '時間', 'हिन्दी', 'Fetch Orders', 'a_b-1', ' a', 'a ', '', 'a.b', 'a\tb'].map(isNode),
    [true, true, true, true, true, false, false, false, false, false],
  );
  assert.equal(isReference('a b'), false);
  assert.deepEqual(['a_B-1', '', 'é', 'a b'].map(isRecipe), [true, false, false, false]);
  assert.equal(id('Fetch Orders'), 'fetch-orders');
}

export function virtual_names_stand_for_input_and_output_unless_they_have_a_component() {
  assert.deepEqual(
    [role('Webhook', false), role('done', false), role('done', true), role('a', false)],
    ['input', 'output', 'part', 'part'],
  );
}

export function lists_ranges_steps_and_names() {
  const cron = CronExpression.parse('5,*/20 9-17/4 1,15 JAN-mar,12 MON-FRI');
  assert.deepEqual(
    [cron.minutes, cron.hours, cron.daysOfMonth, cron.months, cron.daysOfWeek],
    [
      [0, 5, 20, 40],
      [9, 13, 17],
      [1, 15],
      [1, 2, 3, 12],
      [1, 2, 3, 4, 5],
    ],
  );
}

export function zero_and_seven_are_sunday() {
  assert.deepEqual(CronExpression.parse('0 0 * * 7').daysOfWeek, [0]);
  assert.deepEqual(CronExpression.parse('0 0 * * FRI-SUN').daysOfWeek, [0, 5, 6]);
  assert.equal(CronExpression.parse('0 0 * * *').daysOfWeek.length, 7);
}

export function what_is_wrong_with_a_schedule_is_said_by_field() {
  for (const [text, field] of NO_SCHEDULES) {
    assert.throws(
      () => CronExpression.parse(text),
      (e) => e instanceof CronSyntaxException && e.field === Number(field),
      text,
    );
  }
}

export function the_next_runs_follow_the_clock_of_the_zone() {
  assert.deepEqual(runs('0 9 * * 1-5', 'Asia/Taipei', '2026-11-20T00:59:59Z', 3), [
    '2026-11-20T01:00:00Z',
    '2026-11-23T01:00:00Z',
    '2026-11-24T01:00:00Z',
  ]);
}

export function with_both_days_given_either_matches() {
  assert.deepEqual(runs('0 0 13 * FRI', 'UTC', '2026-12-01T00:00:00Z', 3), [
    '2026-12-04T00:00:00Z',
    '2026-12-11T00:00:00Z',
    '2026-12-13T00:00:00Z',
  ]);
}

export function a_time_that_daylight_saving_skips_runs_at_the_next_minute() {
  assert.deepEqual(runs('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', 2), [
    '2026-03-29T01:00:00Z',
    '2026-03-30T00:30:00Z',
  ]);
}

export function a_time_that_daylight_saving_repeats_runs_once() {
  assert.deepEqual(runs('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2), [
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:30:00Z',
  ]);
}

export function a_day_that_a_zone_left_out_is_passed_over() {
  assert.deepEqual(runs('0 12 * * *', 'Pacific/Apia', '2011-12-29T00:00:00Z', 3), [
    '2011-12-29T22:00:00Z',
    '2011-12-30T10:00:00Z',
    '2011-12-30T22:00:00Z',
  ]);
}

export function a_leap_day_is_found_and_a_day_that_never_comes_is_not() {
  assert.deepEqual(runs('0 0 29 2 *', 'UTC', '2097-01-01T00:00:00Z', 1), ['2104-02-29T00:00:00Z']);
  assert.equal(CronExpression.parse('0 0 30 2 *').next(0, zone('UTC')), undefined);
}

export function offsets_are_those_of_the_iana_database() {
  const berlin = zone('Europe/Berlin');
  assert.equal(berlin.offsetMs(Date.parse('2026-07-01T00:00:00Z')), 7_200_000);
  assert.equal(zone('Asia/Kolkata').offsetMs(0), 19_800_000);
  assert.equal(zone('America/New_York').offsetMs(Date.parse('1883-01-01T00:00:00Z')), -17_762_000);
  assert.equal(zone('UTC').offsetMs(Date.parse('0001-01-01T00:00:00Z')), 0);
}

export function a_zone_has_a_name_of_the_database() {
  for (const name of ['', 'Atlantis', '+08:00', 'asia/taipei', 'Asia/Taipei ']) {
    assert.equal(TimeZone.named(name), undefined, name);
  }
}

/**
 * @param {string} expression
 * @param {string} zoneName
 * @param {string} after
 * @param {number} count
 */
function runs(expression, zoneName, after, count) {
  const cron = CronExpression.parse(expression);
  let at = Date.parse(after);
  return Array.from({ length: count }, () => {
    at = cron.next(at, zone(zoneName)) ?? NaN;
    return new Date(at).toISOString().replace('.000', '');
  });
}

/** @param {string} name */
function zone(name) {
  const found = TimeZone.named(name);
  assert.ok(found, name);
  return found;
}
