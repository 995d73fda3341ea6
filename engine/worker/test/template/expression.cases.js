import assert from 'node:assert/strict';
import { Expression } from '../../src/template/expression.js';
import { ExpressionException } from '../../src/template/expression-exception.js';
import { membersOf } from '../../src/template/scope.js';
import { Random } from '../random.js';

const SOURCE = {
  count: 3,
  name: 'Ann',
  empty: '',
  zero: 0,
  text_number: '10',
  long_id: '12345678901234567890',
  hash: '0e12',
  code: '007',
  tags: ['a', '2', { k: [1] }],
  none: null,
  yes: true,
  no: false,
  object: { k: [1], 'a b': 5 },
  status: 'hi',
  empty_list: [],
};
const SCOPE = membersOf({ fetch: { data: { items: [1, 2] } }, count: 99, wanted: 'Ann' });
const NOWHERE = membersOf(null);

/** Expression, whether it holds. */
const HOLDS = [
  ['count == 3', 'true'],
  ['count == 99', 'false'],
  ['count == "3"', 'true'],
  ['count == "3.0"', 'true'],
  ['count == "03"', 'false'],
  ['count != 3', 'false'],
  ['count < 10 and count >= 3', 'true'],
  ['count<10&&count>=3', 'true'],
  ['count > 3 or name == "Ann"', 'true'],
  ["count > 3 || name == 'Ann'", 'true'],
  ['not count > 3', 'true'],
  ['!(count > 3)', 'true'],
  ['!!count', 'true'],
  ['not not not count', 'false'],
  ['not (count > 3 or no)', 'true'],
  ['yes or no and no', 'true'],
  ['(yes or no) and no', 'false'],
  ['status == hi', 'true'],
  ['status == wanted', 'false'],
  ['name == wanted', 'true'],
  ['status == 時間', 'false'],
  ['empty ==', 'true'],
  ['(empty ==) and yes', 'true'],
  ['none ==', 'false'],
  ['name !=', 'true'],
  ['missing == null', 'true'],
  ['none == missing.deeper', 'true'],
  ['missing', 'false'],
  ['empty', 'false'],
  ['zero', 'false'],
  ['empty_list', 'true'],
  ['fetch.data.items.1 == 2', 'true'],
  ['fetch.data.items[1] == 2', 'true'],
  ['object["a b"] == 5', 'true'],
  ['fetch.data.items.2', 'false'],
  ['text_number > 9', 'true'],
  ['text_number > "9"', 'true'],
  ['text_number > "9a"', 'false'],
  ['long_id == "12345678901234567891"', 'false'],
  ['long_id == "12345678901234567890"', 'true'],
  ['hash == "0e99"', 'false'],
  ['hash == "0"', 'false'],
  ['code == 7', 'false'],
  ['code == 007', 'true'],
  ['name > 5', 'false'],
  ['name < 5', 'false'],
  ['name == 5', 'false'],
  ['yes == true', 'true'],
  ['yes == 1', 'false'],
  ['none < 1', 'false'],
  ['none >= null', 'true'],
  ['tags contains a', 'true'],
  ['tags contains 2', 'true'],
  ['tags contains b', 'false'],
  ['name contains nn', 'true'],
  ['name contains ""', 'true'],
  ['object contains k', 'true'],
  ['none contains null', 'false'],
  ['count in [1, 2, 3]', 'true'],
  ['name in [Bob, Ann]', 'true'],
  ['name in []', 'false'],
  ['nn in name', 'false'],
  ['"nn" in name', 'true'],
  ['object == object', 'true'],
  ['object.k == [1]', 'true'],
  ['object.k == ["1"]', 'false'],
  ['name matches "[A-Z][a-z]+"', 'true'],
  ['name matches "n"', 'false'],
  ['name matches "\\p{Lu}.*"', 'true'],
  ['none matches ".*"', 'false'],
  ['count matches "[0-9]"', 'true'],
  ['"a.b" matches "a\\.b"', 'true'],
  ['"ab" < "b"', 'true'],
  ['"Z" < "a"', 'true'],
  ['"～" < "😀"', 'false'],
  ['count === 3', 'true'],
  ['count !== 3', 'false'],
  ['result.count === 3', 'true'],
  ['ctx.object.k == [1]', 'true'],
  ['result.fetch.data.items.0 == 1', 'true'],
  ['result.missing', 'false'],
  ['-1.5e1 == -15', 'true'],
  ['0 == -0', 'true'],
  ['"it\'s" == \'it\\\'s\'', 'true'],
  ['"\\u0041\\n" == "A\\u000a"', 'true'],
];

/** Text, offset, words of the problem. */
const NO_EXPRESSIONS = [
  ['', '0', 'there is no expression'],
  ['  ', '0', 'there is no expression'],
  ['a = 1', '2', 'compare with `==`'],
  ['a & b', '2', 'write `and`'],
  ['a | b', '2', 'write `or`'],
  ['{{a}} == 1', '0', 'without braces'],
  ['a == hello world', '11', "`world` can't stand here"],
  ['a b', '2', "`b` can't stand here"],
  ['(a', '2', '`)` is missing before the end'],
  ['a)', '1', "`)` can't stand here"],
  ['[1 2]', '3', '`,` is missing before `2`'],
  ['[1,', '3', "the end can't stand here"],
  ['a and', '5', "the end can't stand here"],
  ['or a', '0', "`or` can't stand here"],
  ['a or or b', '5', "`or` can't stand here"],
  ['a == b == c', '7', 'two comparisons in a row'],
  ['a < b < c', '6', 'two comparisons in a row'],
  ['"abc', '0', 'has no closing "'],
  ['a == \'abc"', '5', "has no closing '"],
  ['a.b@c', '3', '`@` means nothing here'],
  ['a == 😀', '5', '`😀` means nothing here'],
  ['a == 1e999', '5', 'the number is too large'],
  ['a matches "("', '2', 'is no I-Regexp'],
  ['a matches "\\d"', '2', '`\\d` is not an escape'],
  ['== 1', '0', "`==` can't stand here"],
  ['a.', '1', '`.` means nothing here'],
  ['a [0]', '2', "`[` can't stand here"],
];

export function an_expression_holds_or_not() {
  for (const [text, holds] of HOLDS) {
    assert.equal(Expression.parse(text).test(SOURCE, SCOPE), holds === 'true', text);
  }
}

export function what_is_no_expression_is_said_with_its_place() {
  for (const [text, offset, words] of NO_EXPRESSIONS) {
    const e = refused(text);
    assert.ok(e.problem.includes(words), `${text}: ${e.problem}`);
    assert.equal(e.offset, Number(offset), text);
  }
}

export function a_member_called_result_comes_before_the_prefix_of_older_recipes() {
  const source = { result: { ok: true }, ok: false, n: 7 };
  assert.equal(Expression.parse('result.ok').test(source, SCOPE), true);
  assert.equal(Expression.parse('result.n == 7').test(source, SCOPE), true);
  assert.equal(Expression.parse('n == result.ok').test(source, SCOPE), false);
}

export function a_member_of_the_source_comes_before_the_scope_and_decides() {
  const source = { fetch: { own: 1 } };
  assert.equal(Expression.parse('fetch.own == 1').test(source, SCOPE), true);
  assert.equal(Expression.parse('fetch.data').test(source, SCOPE), false);
  assert.equal(Expression.parse('fetch.data').test(null, SCOPE), true);
}

export function a_lone_path_gives_its_value() {
  assert.deepEqual(Expression.parse('object.k').evaluate(SOURCE, SCOPE), [1]);
  assert.equal(Expression.parse('nothing').evaluate(SOURCE, SCOPE), null);
}

export function what_only_the_prototype_has_is_nothing() {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty.call']) {
    assert.equal(Expression.parse(name).evaluate({}, NOWHERE), null, name);
  }
}

export function a_pattern_from_data_that_is_none_is_said_with_its_place() {
  const expression = Expression.parse('name matches status');
  assert.throws(
    () => expression.test({ name: 'x', status: '(' }, NOWHERE),
    (e) => e instanceof ExpressionException && e.offset === 5 && e.problem.includes('`(` without'),
  );
}

export function a_word_of_the_language_can_begin_a_path() {
  for (const name of ['in', 'and', 'true', 'not']) {
    const scope = membersOf({ [name]: { x: 5 } });
    assert.equal(Expression.parse(`${name}.x == 5`).test(null, scope), true);
  }
}

export function nesting_is_limited_and_never_uses_up_the_stack() {
  for (const open of ['(', '[', 'not (', 'a == [', '((a) or (', '[([']) {
    refused(open.repeat(20_000));
  }
}

export function long_expressions_are_no_nesting() {
  const chain = `${'a == 1 or '.repeat(20_000)}b`;
  assert.equal(Expression.parse(chain).test({ b: 1 }, NOWHERE), true);
  assert.equal(Expression.parse(`${'not '.repeat(20_001)}b`).test(null, NOWHERE), true);
  const long = `a == "${'x'.repeat(1_000_000)}"`;
  assert.equal(Expression.parse(long).test(null, NOWHERE), false);
}

export function any_text_is_an_expression_or_is_refused_with_a_place_in_it() {
  const words = [
    ...['a', 'b.c', '1', '-2.5', '"x"', "'y'", 'and', 'or', 'not', '==', '<', 'in', 'contains'],
    ...['matches', '(', ')', '[', ']', ',', ' ', '!', 'true', 'null', '.', '=', '\ud800', '[0]'],
    ...['\\', '"'],
  ];
  const random = new Random(1);
  for (let i = 0; i < 5_000; i++) {
    const text = random.words([...words, ' ', ' '], 14);
    try {
      Expression.parse(text).test({ a: '1', b: [1] }, NOWHERE);
    } catch (e) {
      assert.ok(e instanceof ExpressionException, `${JSON.stringify(text)}: ${e}`);
      assert.ok(e.offset >= 0 && e.offset <= text.length, text);
    }
  }
}

/** @param {string} text */
function refused(text) {
  try {
    Expression.parse(text);
  } catch (e) {
    if (e instanceof ExpressionException) {
      return e;
    }
    throw e;
  }
  throw new Error(`it is an expression: ${text.slice(0, 100)}`);
}
