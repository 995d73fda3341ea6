import assert from 'node:assert/strict';
import { equal, less } from '../../src/template/comparing.js';

/** @typedef {import('../../src/value/json.js').Json} Json */

/** Left, right, how they compare. */
const PAIRS = [
  ['1', '2', '<'],
  ['10', '9', '>'],
  ['"10"', '"9"', '>'],
  ['"10"', '9', '>'],
  ['1', '"1.0"', '='],
  ['"1"', '"1.00"', '='],
  ['"-0"', '0', '='],
  ['"1e2"', '100', '='],
  ['"1e2"', '"100"', '>'],
  ['"0e1"', '"0e2"', '<'],
  ['"007"', '"7"', '<'],
  ['"007"', '7', '≠'],
  ['" 1"', '1', '≠'],
  ['"1 "', '1', '≠'],
  ['"+1"', '1', '≠'],
  ['".5"', '0.5', '≠'],
  ['"1."', '1', '≠'],
  ['"0x1"', '1', '≠'],
  ['"Infinity"', '1', '≠'],
  ['"1e999"', '1', '≠'],
  ['""', '0', '≠'],
  ['"１"', '1', '≠'],
  ['"123456789012345"', '"123456789012345.0"', '<'],
  ['"12345678901234"', '"12345678901234.0"', '='],
  ['"1234567890123456789"', '"1234567890123456788"', '>'],
  ['"a"', '"b"', '<'],
  ['"a"', '"A"', '>'],
  ['"a"', '"ab"', '<'],
  ['""', '"a"', '<'],
  ['"é"', '"z"', '>'],
  ['"10"', '"9a"', '<'],
  ['"😀"', '"～"', '<'],
  ['true', 'true', '='],
  ['true', 'false', '≠'],
  ['true', '1', '≠'],
  ['true', '"true"', '≠'],
  ['null', 'null', '='],
  ['null', '0', '≠'],
  ['null', '""', '≠'],
  ['[]', '[]', '='],
  ['[1]', '["1"]', '≠'],
  ['[1,2]', '[2,1]', '≠'],
  ['{"a":1,"b":[2]}', '{"b":[2],"a":1}', '='],
  ['{"a":1}', '{"a":2}', '≠'],
  ['[1]', '1', '≠'],
];

export function two_values_compare() {
  for (const [left, right, relation] of PAIRS) {
    const a = JSON.parse(left);
    const b = JSON.parse(right);
    const turned = relation === '<' ? '>' : relation === '>' ? '<' : relation;
    assert.equal(relationOf(a, b), relation, `${left} ${right}`);
    assert.equal(relationOf(b, a), turned, `${right} ${left}`);
  }
}

/**
 * @param {Json} a
 * @param {Json} b
 */
function relationOf(a, b) {
  if (equal(a, b)) {
    return '=';
  }
  return less(a, b) ? '<' : less(b, a) ? '>' : '≠';
}
