import assert from 'node:assert/strict';
import { httpDate } from '../../src/connector/http-date.js';

const AT = Date.UTC(2026, 2, 1, 8, 31, 30);

export function a_date_of_a_header_is_read() {
  assert.equal(httpDate('Sun, 01 Mar 2026 08:31:30 GMT'), AT);
}

export function days_of_one_digit_and_other_letters_and_offsets_are_read() {
  assert.equal(httpDate('Sun, 1 Mar 2026 08:31:30 GMT'), AT);
  assert.equal(httpDate('SUN, 01 mar 2026 08:31:30 gmt'), AT);
  assert.equal(httpDate('Sun, 01 Mar 2026 16:31:30 +0800'), AT);
  assert.equal(httpDate('Sun, 01 Mar 2026 03:01:30 -0530'), AT);
  assert.equal(httpDate('1 Mar 2026 08:31 GMT'), Date.UTC(2026, 2, 1, 8, 31));
}

export function what_is_no_date_is_none() {
  for (const text of [
    '',
    'soon',
    '2026-03-01T08:31:30Z',
    'Mon, 01 Mar 2026 08:31:30 GMT',
    'Sun, 01 Foo 2026 08:31:30 GMT',
    'Sat, 32 Jan 2026 08:31:30 GMT',
    'Sun, 01 Mar 2026 08:61:30 GMT',
    'Sun, 01 Mar 2026 25:31:30 GMT',
    'Sun, 01 Mar 2026 08:31:30 CET',
    'Sunday, 01-Mar-26 08:31:30 GMT',
  ]) {
    assert.equal(httpDate(text), undefined, text);
  }
}
