import assert from 'node:assert/strict';
import { Template } from '../../src/template/template.js';

/** Text, the path of its only reference, or nothing. */
const PATHS = [
  ['{{a}}', 'a'],
  ['{{ a }}', 'a'],
  ['{{a.b.c}}', 'a.b.c'],
  ['{{ a . b [ 0 ] }}', 'a.b.0'],
  ['{{a.0}}', 'a.0'],
  ['{{a[0]}}', 'a.0'],
  ['{{a["0"]}}', 'a.0'],
  ['{{a[10][2]}}', 'a.10.2'],
  ['{{a["any key"].b}}', 'a["any key"].b'],
  ['{{a["}}"]}}', 'a["}}"]'],
  ['{{a["\\u0041"]}}', 'a.A'],
  ['{{a[""]}}', 'a[""]'],
  ['{{my node.data}}', 'my node.data'],
  ['{{my  node}}', 'my  node'],
  ['{{a-b_c}}', 'a-b_c'],
  ['{{時間.名前}}', '時間.名前'],
  ['{{हिन्दी}}', 'हिन्दी'],
  ['{{0}}', '0'],
  ['{{_now_unix}}', '_now_unix'],
  ['{{__proto__.x}}', '__proto__.x'],
  ['{{a[01]}}', ''],
  ['{{a[-1]}}', ''],
  ["{{a['b']}}", ''],
  ['{{a["b]}}', ''],
  ['{{a[b]}}', ''],
  ['{{a.}}', ''],
  ['{{.a}}', ''],
  ['{{a..b}}', ''],
  ['{{a b.c d}}', ''],
  ['{{a()}}', ''],
  ['{{a + b}}', ''],
  ['{{}}', ''],
  ['{{ }}', ''],
  ['{{a}', ''],
  ['{a}}', ''],
  ['{ {a}}', ''],
  ['{{#if a}}', ''],
  ['{{a ??}}', ''],
  ['{{a ?? b}}', ''],
  ['{{a ? 1}}', ''],
  ['{{a ?? 1 2}}', ''],
  ["{{a ?? 'x'}}", ''],
  ['{{😀}}', ''],
];

/** Text, the literal it is. */
const BRACES = [
  ['{{{{', '{{'],
  ['{{{{a}}', '{{a}}'],
  ['{{{{{{{{', '{{{{'],
  ['{{{{{', '{{{'],
  ['{{{', '{{{'],
  ['{{', '{{'],
  ['{', '{'],
  ['}}}}', '}}}}'],
  ['{{ {{{{', '{{ {{'],
];

/** Text, its default as JSON. */
const DEFAULTS = [
  ['{{a ?? "x"}}', '"x"'],
  ['{{a ?? "}}"}}', '"}}"'],
  ['{{a ?? "\\"}}"}}', '"\\"}}"'],
  ['{{a ?? "{{b}}"}}', '"{{b}}"'],
  ['{{a ?? {"b":{"c":[{}]}}}}', '{"b":{"c":[{}]}}'],
  ['{{a ?? []}}', '[]'],
  ['{{a ?? -1.5e3}}', '-1500'],
  ['{{a ?? null}}', 'null'],
  ['{{a??false}}', 'false'],
];

export function a_text_is_split_into_literals_and_references_with_their_places() {
  const { segments } = Template.parse('Dear {{ input.name }}, {{n ?? 0}}');
  assert.deepEqual(
    segments.map((it) => (it.kind === 'literal' ? it.text : [`${it.path}`, it.start, it.end])),
    ['Dear ', ['input.name', 5, 21], ', ', ['n', 23, 33]],
  );
}

export function a_reference_is_a_path_between_braces() {
  for (const [text, path] of PATHS) {
    const paths = Template.parse(text)
      .references()
      .map((reference) => `${reference.path}`);
    assert.deepEqual(paths, path === '' ? [] : [path], text);
  }
}

export function any_white_space_may_stand_inside_the_braces() {
  for (const s of ['\t', '\n', '\r\n', ' \v\f ', '\u00a0', '\u3000', '\u2003\u2028\ufeff']) {
    const [only] = Template.parse(`{{${s}a${s}.${s}b${s}??${s}1${s}}}`).references();
    assert.deepEqual([`${only.path}`, only.defaultValue], ['a.b', 1]);
  }
}

export function four_braces_write_two() {
  for (const [text, literal] of BRACES) {
    assert.deepEqual(Template.parse(text).segments, [{ kind: 'literal', text: literal }], text);
  }
}

export function the_innermost_braces_of_three_make_the_reference() {
  const { segments } = Template.parse('{"a":{{{b}}}}');
  assert.deepEqual(segments.map((it) => (it.kind === 'literal' ? it.text : `${it}`)), [
    '{"a":{',
    '{{b}}',
    '}}',
  ]);
}

export function a_default_is_a_json_literal() {
  for (const [text, json] of DEFAULTS) {
    const [only] = Template.parse(text).references();
    assert.equal(only.end, text.length);
    assert.deepEqual(only.defaultValue, JSON.parse(json));
  }
}

export function one_reference_with_nothing_but_white_space_around_is_the_whole_text() {
  for (const text of ['{{a}}', ' {{a}} ', '\u3000{{a}}\n']) {
    assert.ok(Template.parse(text).whole(), text);
  }
  for (const text of ['{{a}}.', '{{a}}{{b}}', '{{{{a}}', 'a', '']) {
    assert.equal(Template.parse(text).whole(), undefined, text);
  }
}

export function reading_takes_time_in_proportion_to_the_text() {
  for (const hostile of ['{{a ?? ', '{{a["', '{{', '{{a ?? [', '{{ ']) {
    Template.parse(hostile.repeat(100_000));
  }
}
