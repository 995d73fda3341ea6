import assert from 'node:assert/strict';
import { CredentialPlaceholder } from '../../src/template/credential-placeholder.js';
import { membersOf } from '../../src/template/scope.js';
import { resolve } from '../../src/template/templates.js';

const CREDENTIALS = new CredentialPlaceholder('n0nce');
const SCOPE = membersOf(
  JSON.parse(`{
    "input": {"city": "Taipei", "n": 5, "none": null, "trap": "{{input.city}}",
      "list": [1, {"a b": "x"}], "credential": "mine"},
    "fetch": {"data": {"items": [1], "total": 2}},
    "credential": {"KEY": "from the caller"},
    "my node": {"data": 1}, "時間": "now"}`),
);
const NAMES = membersOf(
  JSON.parse(`{
    "_now": "x", "input": {"city": "Taipei", "empty": {}, "n": 1, "none": null},
    "fetch": {"success": true,
      "data": {"items": [1, 2, 3], "total": 2, "first name": "x", "no": []}},
    "order list": 1}`),
);

/** Parameters, what they become. */
const PUT_IN = [
  ['{"a": "{{input.n}}"}', '{"a":5}'],
  ['{"a": "n={{input.n}}"}', '{"a":"n=5"}'],
  ['{"a": "{{ input.list }}"}', '{"a":[1,{"a b":"x"}]}'],
  ['{"a": "l={{input.list}}"}', '{"a":"l=[1,{\\"a b\\":\\"x\\"}]"}'],
  ['{"a": "{{input.list.1[\\"a b\\"]}}"}', '{"a":"x"}'],
  ['{"a": "{{input.list[0]}}"}', '{"a":1}'],
  ['{"a": "{{input.none}}"}', '{"a":null}'],
  ['{"a": "-{{input.none}}-"}', '{"a":"-null-"}'],
  ['{"a": "{{input.missing}}", "b": 1}', '{"b":1}'],
  ['{"a": ["{{input.missing}}", 1]}', '{"a":[null,1]}'],
  ['{"a": {"b": "{{input.missing}}"}}', '{"a":{}}'],
  ['{"a": "{{input.missing ?? \\"x}}y\\"}}"}', '{"a":"x}}y"}'],
  ['{"a": "{{input.missing ?? {\\"b\\":{}}}}"}', '{"a":{"b":{}}}'],
  ['{"a": "{{input.none??[1, 2]}}"}', '{"a":[1,2]}'],
  ['{"a": "{{input.trap}}"}', '{"a":"{{input.city}}"}'],
  ['{"a": "<{{input.trap}}>"}', '{"a":"<{{input.city}}>"}'],
  ['{"a": "{{{{input.n}}"}', '{"a":"{{input.n}}"}'],
  ['{"a": "{{{input.n}}}"}', '{"a":"{5}"}'],
  ['{"a": "{{#if x}} {{ }} {{a..b}} {{a ?? b}}"}', '{"a":"{{#if x}} {{ }} {{a..b}} {{a ?? b}}"}'],
  ['{"{{input.n}}": 1}', '{"{{input.n}}":1}'],
  ['{"a": "{{my node.data}}"}', '{"a":1}'],
  ['{"a": "{{時間}}"}', '{"a":"now"}'],
  ['{"a": "{{credential.KEY}}"}', '{"a":"«credential:KEY#n0nce»"}'],
  ['{"a": "Bearer {{ credential.KEY }}"}', '{"a":"Bearer «credential:KEY#n0nce»"}'],
  ['{"a": "{{input.credential}}"}', '{"a":"mine"}'],
];

/** Path, why it names nothing. */
const MISSING = [
  ['ftch.data.total', 'nothing here is called `ftch`. Use `{{fetch.data.total}}`?'],
  ['orderlist', 'nothing here is called `orderlist`. Use `{{order list}}`?'],
  ['weather', 'nothing here is called `weather`; there are `input`, `fetch`, `order list`. Give it a default with `??` or refer to something else.'],
  ['fetch.data.itms', '`fetch.data` has `items`, `total`, `first name`, `no`. Use `{{fetch.data.items}}`?'],
  ['fetch.dta.items', '`fetch` has `success`, `data`. Use `{{fetch.data.items}}`?'],
  ['fetch.items.0', '`fetch` has `success`, `data`. Use `{{fetch.data.items.0}}`?'],
  ['fetch.data.firstname', '`fetch.data` has `items`, `total`, `first name`, `no`. Use `{{fetch.data["first name"]}}`?'],
  ['fetch.data.items.3', '`fetch.data.items` is a list with the positions 0 to 2. Give it a default with `??` or refer to something else.'],
  ['fetch.data.no.0', '`fetch.data.no` is an empty list. Give it a default with `??` or refer to something else.'],
  ['input.city.name', '`input.city` is a text. Give it a default with `??` or refer to something else.'],
  ['input.n.x', '`input.n` is a number. Give it a default with `??` or refer to something else.'],
  ['input.none.x', '`input.none` is null. Give it a default with `??` or refer to something else.'],
  ['fetch.success.x', '`fetch.success` is true or false. Give it a default with `??` or refer to something else.'],
  ['input.empty.x', '`input.empty` is an empty object. Give it a default with `??` or refer to something else.'],
];

/**
 * @param {string} parameters as JSON
 * @param {{ strict?: boolean, verbatim?: string[], scope?: import('../../src/template/scope.js').Scope }} [more]
 */
function resolved(parameters, { strict = false, verbatim = [], scope = SCOPE } = {}) {
  return resolve(JSON.parse(parameters), verbatim, scope, strict, CREDENTIALS);
}

export function values_are_put_in() {
  for (const [parameters, expected] of PUT_IN) {
    const resolution = resolved(parameters);
    assert.equal(resolution.failure, undefined, parameters);
    assert.equal(JSON.stringify(resolution.value), expected);
  }
}

export function a_missing_reference_is_explained() {
  for (const [path, why] of MISSING) {
    const { failure } = resolved(JSON.stringify({ a: `{{${path}}}` }), { strict: true, scope: NAMES });
    assert.equal(failure?.message, `\`{{${path}}}\` names nothing: ${why}`);
    assert.equal(failure.code, 'UNRESOLVED_REFERENCE');
    assert.equal(failure.reference, path);
  }
}

export function a_missing_embedded_reference_fails_with_the_nearest_name() {
  const { failure } = resolved('{"a": "x {{fetch.data.itms}}"}');
  assert.deepEqual(failure?.nearest, ['fetch.data.items']);
}

export function a_missing_whole_reference_is_listed_and_with_strict_fails() {
  const lenient = resolved('{"a": ["{{b.x}}", "{{a}}"], "c": {"d": "{{ b[\\"x\\"] }}"}}');
  assert.deepEqual(lenient.unresolved, ['b.x', 'a']);
  assert.deepEqual(lenient.value, { a: [null, null], c: {} });
  assert.ok(resolved('{"a": "{{input.x}}"}', { strict: true }).failure);
}

export function the_first_failure_is_told_and_the_rest_still_resolved() {
  const { failure, value } = resolved('{"a": "{{input.n}}", "b": "-{{x}}-{{y}}", "c": "{{z}}!"}');
  assert.equal(failure?.reference, 'x');
  assert.deepEqual(value, { a: 5 });
}

export function a_default_counts_where_there_is_no_value_also_with_strict() {
  const strict = true;
  assert.deepEqual(resolved('{"a": "{{x ?? 1}}"}', { strict }).value, { a: 1 });
  assert.deepEqual(resolved('{"a": "{{x ?? null}}"}', { strict }).value, { a: null });
  assert.deepEqual(resolved('{"a": "<{{x ?? null}}>"}', { strict }).value, { a: '<null>' });
}

export function verbatim_parameters_are_taken_as_written_at_any_depth() {
  const parameters = '{"code":{"a":"{{input.n}} {{credential.K}} {{{{"},"data":{"code":"{{input.n}}"}}';
  const { value } = resolved(parameters, { verbatim: ['code'], strict: true });
  assert.equal(
    JSON.stringify(value),
    '{"code":{"a":"{{input.n}} {{credential.K}} {{{{"},"data":{"code":5}}',
  );
}

export function members_keep_their_order_and_proto_is_a_key_like_any_other() {
  const { value } = resolved('{"b":1,"__proto__":{"x":"{{input.n}}"},"1":2}');
  assert.equal(JSON.stringify(value), '{"1":2,"b":1,"__proto__":{"x":5}}');
  assert.equal(/** @type {any} */ (value).x, undefined);
}

export function a_caller_can_not_reach_what_only_the_prototype_has() {
  for (const path of ['input.constructor', 'input.__proto__', 'toString', 'input.city.length']) {
    assert.ok(resolved(JSON.stringify({ a: `<{{${path}}}>` })).failure, path);
  }
}

export function a_credential_never_asks_the_scope_and_has_one_name_and_no_default() {
  const asked = resolved('{"whole": "{{credential.A}}", "part": "Bearer {{ credential[\\"A\\"] }}"}');
  assert.deepEqual(asked.value, {
    whole: '«credential:A#n0nce»',
    part: 'Bearer «credential:A#n0nce»',
  });
  for (const text of [
    '{{credential}}',
    '{{credential.A.b}}',
    '{{credential.A ?? "x"}}',
    '{{credential["a b"]}}',
    'x {{credential.A.b}}',
  ]) {
    const { failure } = resolved(JSON.stringify({ a: text }));
    assert.equal(failure?.code, 'CREDENTIAL_REFERENCE', text);
  }
}

export function placeholders_are_found_in_a_text_with_their_places() {
  const text = `Bearer ${CREDENTIALS.text('A')}${CREDENTIALS.text('時間')}.`;
  assert.deepEqual(CREDENTIALS.find(text), [
    { name: 'A', start: 7, end: 27 },
    { name: '時間', start: 27, end: 48 },
  ]);
  assert.equal(text.slice(7, 27), CREDENTIALS.text('A'));
}

export function a_text_that_only_looks_like_a_placeholder_is_none() {
  for (const text of [
    '',
    '«credential:A»',
    '«credential:A#»',
    '«credential:A#n0nc»',
    '«credential:A#N0NCE»',
    '«credential:#n0nce»',
    '«credential:a b#n0nce»',
    '«credential:A\n#n0nce»',
    '#n0nce»',
    '«credential:A#n0nce',
    new CredentialPlaceholder('other').text('A'),
  ]) {
    assert.deepEqual(CREDENTIALS.find(text), [], text);
  }
}

export function many_false_starts_and_ends_are_passed_over() {
  const names = (/** @type {string} */ text) => CREDENTIALS.find(text).map((match) => match.name);
  const hostile = '«credential:'.repeat(100_000) + '#n0nce»'.repeat(100_000);
  assert.deepEqual(names(hostile + CREDENTIALS.text('A')), ['A']);
  assert.deepEqual(names('a'.repeat(1_000_000) + '!'.repeat(10) + CREDENTIALS.text('A')), ['A']);
  assert.deepEqual(names(`«credential:OTHER${CREDENTIALS.text('MINE')}#n0»`), ['MINE']);
}

export function only_names_and_plain_nonces_make_a_placeholder() {
  for (const name of ['', 'a b', 'a#', '»', 'a.b']) {
    assert.throws(() => CREDENTIALS.text(name), TypeError);
  }
  assert.throws(() => new CredentialPlaceholder('a»b'), TypeError);
}
