import assert from 'node:assert/strict';
import { checkInput } from '../../src/validate/input-schema.js';
import { fitsPattern } from '../../src/validate/schema-pattern.js';

/** @param {any} schema @param {any} fitting @param {any} other */
function tells(schema, fitting, other) {
  fitting.forEach((/** @type {any} */ value) =>
    assert.deepEqual(checkInput(schema, value), [], JSON.stringify([schema, value])),
  );
  other.forEach((/** @type {any} */ value) =>
    assert.notDeepEqual(checkInput(schema, value), [], JSON.stringify([schema, value])),
  );
}

export function types_are_checked() {
  tells({ type: 'string' }, ['', 'x'], [1, null, [], {}, true]);
  tells({ type: 'integer' }, [1, -1, 1.0, 1e30], [1.5, '1', null]);
  tells({ type: 'number' }, [1.5, 0], ['1']);
  tells({ type: ['array', 'null'] }, [[], null], [{}, 0]);
  tells({ type: 'object' }, [{}], [[], null]);
  tells({}, [null, 1, 'x', [], {}], []);
}

export function texts_are_checked_in_characters() {
  tells({ minLength: 2, maxLength: 3 }, ['ab', '😀😀😀', 5], ['a', 'abcd', '😀']);
  tells({ pattern: '^a\\d+$' }, ['a1', 'a123'], ['a', 'xa1', 'a1x']);
  tells({ pattern: 'b' }, ['abc', 'b', 'a\nb'], ['ac', '']);
  tells({ enum: ['a', 1, null, { a: [1] }] }, ['a', 1, null, { a: [1] }], ['b', 2, { a: [2] }]);
  tells({ const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }]);
}

export function numbers_are_checked() {
  tells({ minimum: 1, maximum: 3 }, [1, 3, 'x'], [0.9, 3.1]);
  tells({ exclusiveMinimum: 1, exclusiveMaximum: 3 }, [2], [1, 3]);
  tells({ multipleOf: 0.5 }, [1, 1.5, 0], [1.2]);
}

export function lists_are_checked() {
  tells({ items: { type: 'number' } }, [[], [1, 2]], [[1, 'x']]);
  tells({ prefixItems: [{ type: 'string' }], items: false }, [[], ['a']], [[1], ['a', 2]]);
  tells({ minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3]]);
  tells(
    { uniqueItems: true },
    [[1, '1', { a: 1 }]],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  );
  tells({ contains: { const: 1 } }, [[2, 1]], [[], [2]]);
  tells({ contains: { const: 1 }, minContains: 0, maxContains: 1 }, [[], [1]], [[1, 1]]);
}

export function objects_are_checked() {
  tells(
    { required: ['a'], properties: { a: { type: 'string' } } },
    [{ a: '' }, []],
    [{}, { a: 1 }],
  );
  tells(
    { properties: { a: {} }, additionalProperties: false },
    [{ a: 1 }],
    [{ b: 1 }, { __proto__x: 1 }],
  );
  tells(
    {
      patternProperties: { '^x-': { type: 'number' } },
      additionalProperties: { type: 'string' },
    },
    [{ 'x-a': 1, b: 's' }],
    [{ 'x-a': 's' }, { b: 1 }],
  );
  tells({ propertyNames: { maxLength: 2 } }, [{ ab: 1 }], [{ abc: 1 }]);
  tells({ dependentRequired: { a: ['b'] } }, [{ a: 1, b: 2 }, {}], [{ a: 1 }]);
  tells({ minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 2 }]);
  assert.notDeepEqual(checkInput({ required: ['toString'] }, {}), []);
  assert.notDeepEqual(
    checkInput({ additionalProperties: false }, JSON.parse('{"__proto__": 1}')),
    [],
  );
}

export function forms_are_combined() {
  tells({ allOf: [{ type: 'number' }, { minimum: 2 }] }, [2], [1, 'x']);
  tells({ anyOf: [{ type: 'number' }, { type: 'string' }] }, [1, 'x'], [null]);
  tells({ oneOf: [{ minimum: 2 }, { maximum: 3 }] }, [1, 4], [2.5]);
  tells({ not: { type: 'null' } }, [1], [null]);
  tells(
    { if: { type: 'number' }, then: { minimum: 1 }, else: { type: 'string' } },
    [1, 'x'],
    [0, null],
  );
  tells({ $ref: '#/$defs/a~1b', $defs: { 'a/b': { type: 'number' } } }, [1], ['x']);
}

export function sentences_have_the_place() {
  const schema = {
    type: 'object',
    required: ['city'],
    properties: { orders: { type: 'array', items: { properties: { total: { minimum: 0 } } } } },
  };
  assert.deepEqual(checkInput(schema, { orders: [{ total: 1 }, { total: -1 }] }), [
    'input lacks city',
    'input.orders[1].total must be at least 0',
  ]);
}

export function schemas_that_go_round_or_lead_outside_end() {
  assert.deepEqual(checkInput({ $ref: '#' }, 1), []);
  assert.deepEqual(checkInput({ $ref: 'https://evil.example/schema' }, 1), []);
  assert.deepEqual(checkInput({ $ref: '#/nothing/here' }, 1), []);
  const tree = {
    $defs: { t: { properties: { next: { $ref: '#/$defs/t' } }, additionalProperties: false } },
    $ref: '#/$defs/t',
  };
  assert.deepEqual(checkInput(tree, { next: { next: {} } }), []);
  assert.notDeepEqual(checkInput(tree, { next: { other: {} } }), []);
}

export function many_mistakes_are_told_up_to_a_number() {
  const found = checkInput({ items: { type: 'string' } }, new Array(10_000).fill(1));
  assert.ok(found.length > 0 && found.length <= 20);
}

export function schemas_that_refer_to_each_other_come_to_an_end() {
  /** @type {Record<string, any>} */
  const $defs = {};
  for (let i = 0; i < 40; i++) {
    const next = { $ref: `#/$defs/d${i + 1}` };
    $defs[`d${i}`] = { allOf: [next, next], anyOf: [{ not: next }, next] };
  }
  const self = { allOf: [{ $ref: '#' }, { $ref: '#' }] };
  for (const schema of /** @type {any[]} */ ([{ $ref: '#/$defs/d0', $defs }, self])) {
    assert.match(checkInput(schema, 1).join(), /^the schema asks for too much/);
  }
  const pairs = { items: { anyOf: [{ type: 'string' }, { type: 'number' }] } };
  assert.deepEqual(checkInput(pairs, new Array(100_000).fill(1)), []);
}

export function names_that_a_caller_sends_are_shown_in_short() {
  const schema = { additionalProperties: { propertyNames: { maxLength: 3 }, additionalProperties: false } };
  const bad = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`name${i}`, 1]));
  const found = checkInput(schema, { ['k'.repeat(1_000_000)]: bad });
  assert.equal(found.length, 20);
  assert.ok(found.every((sentence) => sentence.length < 300));
}

export function a_text_that_is_too_long_is_not_held_against_a_pattern() {
  const found = checkInput({ maxLength: 5, pattern: '^[a-z]+$' }, 'AAAAAA');
  assert.deepEqual(found, ['input must have at most 5 characters']);
}

export function patterns_take_linear_time() {
  assert.equal(fitsPattern('^(a+)+$', `${'a'.repeat(5000)}!`), false);
  assert.equal(fitsPattern('[a-z]{1,64}x', 'b'.repeat(5_000_000)), false);
  assert.equal(fitsPattern('^\\w*$', 'b'.repeat(5_000_000)), true);
  assert.equal(fitsPattern('^[\\d-]{10}$', '2026-11-22'), true);
  assert.equal(fitsPattern('^(?=a).+$', 'anything that is beyond I-Regexp fits'), true);
}
