import assert from 'node:assert/strict';
import { IRegexp } from '../../src/template/i-regexp.js';
import { IRegexpSyntaxException } from '../../src/template/i-regexp-syntax-exception.js';
import { Random } from '../random.js';

/** Pattern, text, whether it fits. */
const FITS = [
  ['abc', 'abc', 'true'],
  ['abc', 'xabcx', 'false'],
  ['a|bc|', 'bc', 'true'],
  ['a|bc|', '', 'true'],
  ['(a|b)c', 'bc', 'true'],
  ['a*', '', 'true'],
  ['a*', 'aaa', 'true'],
  ['a+', '', 'false'],
  ['a?b', 'b', 'true'],
  ['a{2}', 'aa', 'true'],
  ['a{2}', 'aaa', 'false'],
  ['a{2,}', 'aaaaa', 'true'],
  ['a{2,3}', 'aaaa', 'false'],
  ['a{0}', '', 'true'],
  ['(ab){0,2}c', 'ababc', 'true'],
  ['(ab){0,2}c', 'abababc', 'false'],
  ['.', '😀', 'true'],
  ['..', '😀', 'false'],
  ['[a-c]+', 'abc', 'true'],
  ['[^a-c]+', 'xyz', 'true'],
  ['[^a-c]+', 'xaz', 'false'],
  ['[-a]', '-', 'true'],
  ['[a-]', '-', 'true'],
  ['[--]', '-', 'true'],
  ['[.*+?(){}|]+', '(.*)', 'true'],
  ['[\\[\\]\\-\\^]+', '[^-]', 'true'],
  ['[a-z0-9_]{3}', 'a_9', 'true'],
  ['\\.\\*\\\\', '.*\\', 'true'],
  ['\\p{Lu}\\p{Ll}+', 'Émile', 'true'],
  ['\\p{L}+', '時間', 'true'],
  ['\\P{L}+', '123', 'true'],
  ['\\P{L}+', '12a', 'false'],
  ['[\\p{Nd}x]+', '1x٣', 'true'],
  ['[^\\p{Nd}]', '1', 'false'],
  ['[\\P{L}a]', 'a', 'true'],
  ['\\p{Sc}', '€', 'true'],
  ['\\p{So}', '😀', 'true'],
  ['\\p{Zs}', '\u00a0', 'true'],
  ['^a$', 'a', 'false'],
  ['^a$', '^a$', 'true'],
  ['[0-9]{3}-[0-9]{4}', '555-1234', 'true'],
  ['[😀-😂]', '😁', 'true'],
];

/** Pattern, offset, words of the problem. */
const NO_PATTERNS = [
  ['(a', '0', '`(` without `)`'],
  ['a)', '1', '`)` without `(`'],
  ['*a', '0', 'nothing before it to repeat'],
  ['a**', '2', 'nothing before it to repeat'],
  ['a{2', '3', 'needs `{2}`'],
  ['a{,2}', '2', 'needs a number'],
  ['a{3,2}', '1', 'at least 3 and at most 2'],
  ['a{x}', '2', 'needs a number'],
  ['}', '0', 'needs a backslash'],
  ['[', '0', '`[` without `]`'],
  ['[]', '1', 'needs a backslash'],
  ['[a', '0', '`[` without `]`'],
  ['[z-a]', '2', 'later to an earlier'],
  ['[a-z-9]', '4', 'needs a backslash'],
  ['[[a]', '1', 'needs a backslash'],
  ['\\d', '0', '`\\d` is not an escape'],
  ['\\', '0', 'a backslash at the end'],
  ['\\p{Xx}', '0', 'needs a Unicode category'],
  ['\\p{LuX', '0', 'needs a Unicode category'],
  ['\\p', '0', 'needs a Unicode category'],
  ['\\p{Cs}', '0', 'needs a Unicode category'],
  ['(?:a)', '1', 'nothing before it to repeat'],
  ['a{10001}', '8', 'more than 10000 states'],
  ['((a{100}){100}){100}', '20', 'more than 10000 states'],
  ['(((){9999}){9999}){9999}', '24', 'more than 10000 states'],
  ['a{99999999999999999999}', '23', 'more than 10000 states'],
];

export function a_text_fits_as_a_whole_or_not() {
  for (const [pattern, text, fits] of FITS) {
    assert.equal(IRegexp.parse(pattern).matches(text), fits === 'true', `${pattern} on ${text}`);
  }
}

export function what_is_no_pattern_is_refused_with_its_place() {
  for (const [pattern, offset, words] of NO_PATTERNS) {
    const e = refused(pattern);
    assert.ok(e.message.includes(words) && e.message.includes(pattern), e.message);
    assert.equal(e.offset, Number(offset), pattern);
  }
}

export function a_dot_is_any_character_but_the_ends_of_lines() {
  const dot = IRegexp.parse('.');
  assert.deepEqual(
    ['\n', '\r', '\u2028', '\ud800'].map((text) => dot.matches(text)),
    [false, false, true, true],
  );
  assert.ok(IRegexp.parse('[^a]').matches('\n'));
  assert.ok(IRegexp.parse('\\n\\r\\t').matches('\n\r\t'));
}

export function on_what_both_can_say_it_agrees_with_the_regular_expressions_of_ecmascript() {
  const random = new Random(1);
  for (let i = 0; i < 400; i++) {
    const pattern = randomPattern(random, 1);
    const ours = IRegexp.parse(pattern);
    const theirs = new RegExp(`^(?:${pattern})$`, 'u');
    for (let k = 0; k < 8; k++) {
      const text = randomText(random);
      // Their dot takes U+2028 for an end of line, which none of these texts has.
      assert.equal(ours.matches(text), theirs.test(text), JSON.stringify([pattern, text]));
    }
  }
}

export function steps_grow_in_proportion_to_the_text() {
  for (const pattern of ['(a*)*b', '(a+)+b', '(a|a)*b', '(a|aa)+b', '((a*)*)*b', '(.*)(.*)(.*)b']) {
    const expression = IRegexp.parse(pattern);
    const ratio = expression.steps('a'.repeat(10_000)) / expression.steps('a'.repeat(1_000));
    assert.ok(ratio >= 9 && ratio <= 11, `${pattern}: ${ratio}`);
    assert.equal(expression.matches('a'.repeat(10_000)), false);
    assert.equal(expression.matches(`${'a'.repeat(10_000)}b`), true);
  }
}

export function a_text_that_has_no_way_on_is_given_up_at_once() {
  assert.ok(IRegexp.parse('x.*').steps('a'.repeat(1_000_000)) < 10);
}

export function groups_inside_each_other_are_limited() {
  assert.ok(IRegexp.parse(`${'('.repeat(100)}a${')'.repeat(100)}`).matches('a'));
  assert.match(refused('('.repeat(100_000)).message, /more than 100 groups/);
}

export function no_pattern_makes_it_fail_otherwise() {
  const alphabet = 'ab\\pPLu{}[]()^-*+?|.,0129n\ud800é';
  const random = new Random(2);
  for (let i = 0; i < 8_000; i++) {
    const pattern = random.words(alphabet, 12);
    try {
      IRegexp.parse(pattern).matches(randomText(random));
    } catch (e) {
      assert.ok(e instanceof IRegexpSyntaxException, `${JSON.stringify(pattern)}: ${e}`);
      assert.ok(e.offset >= 0 && e.offset <= pattern.length);
    }
  }
}

/** @param {string} pattern */
function refused(pattern) {
  try {
    IRegexp.parse(pattern);
  } catch (e) {
    if (e instanceof IRegexpSyntaxException) {
      return e;
    }
    throw e;
  }
  throw new Error(`it is a pattern: ${pattern}`);
}

/**
 * Groups inside each other would make their expressions, which try every way, take for ever.
 *
 * @param {Random} random
 * @param {number} depth
 * @returns {string}
 */
function randomPattern(random, depth) {
  const quantifiers = ['', '', '', '*', '+', '?', '{1,3}', '{0,4}', '{2}', '{1,}'];
  return Array.from(
    { length: 1 + random.integer(3) },
    () => randomAtom(random, depth) + random.pick(quantifiers),
  ).join('');
}

/**
 * @param {Random} random
 * @param {number} depth
 */
function randomAtom(random, depth) {
  if (depth > 0 && random.next() < 0.25) {
    return `(${randomPattern(random, depth - 1)}|${randomPattern(random, depth - 1)})`;
  }
  return random.pick([
    ...['a', 'b', 'c', '.', '[ab]', '[^ab]', '[a-c]', '\\p{L}', '\\P{L}', '\\p{Nd}'],
    ...['[\\p{Lu}b]', '\\.', '\\n', 'é', '😀', '[😀é]', '-', ','],
  ]);
}

/** @param {Random} random */
function randomText(random) {
  return random.words(['a', 'b', 'c', 'A', '1', '.', '\n', 'é', '😀', '-'], 7);
}
