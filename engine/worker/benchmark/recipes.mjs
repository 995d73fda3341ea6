/** What is measured: the same recipes and inputs on both hosts. */

const SET_FIVE = ['a', 'b', 'c', 'd', 'e'];

/** Five nodes of logic: values, a text, a number, a branch. */
const logic = {
  name: 'logic',
  description: 'Five nodes.',
  flow: [
    'input >> ON_SUCCESS >> greet',
    'greet >> ON_SUCCESS >> shout',
    'shout >> ON_SUCCESS >> total',
    'total >> ON_SUCCESS >> is_big',
    'is_big >> ON_TRUE >> answer',
  ],
  config: {
    greet: { component: 'set', values: { text: 'Hello, {{input.name}}!' } },
    shout: { component: 'string_ops', operation: 'upper', input: '{{greet.data.text}}' },
    total: { component: 'number_ops', operation: 'add', input: '{{input.price}}', args: { value: 5 } },
    is_big: { component: 'if_control', condition: 'result > 10', input: '{{total.data}}' },
    answer: { component: 'set', values: { line: '{{shout.data.result}} {{total.data.result}}' } },
  },
};

/** A part for each of the items. */
const loop = {
  name: 'loop',
  description: 'FOREACH.',
  flow: ['input >> ON_SUCCESS >> list', 'list >> FOREACH item >> shout'],
  config: {
    list: { component: 'set', values: { items: '{{input.items}}' } },
    shout: { component: 'string_ops', operation: 'upper', input: '{{item.name}}' },
  },
};

/** One value handed through five nodes. */
const payload = {
  name: 'payload',
  description: 'A large value.',
  flow: SET_FIVE.map((node, i) => `${i === 0 ? 'input' : SET_FIVE[i - 1]} >> ON_SUCCESS >> ${node}`),
  config: Object.fromEntries(
    SET_FIVE.map((node, i) => [
      node,
      { component: 'set', values: { rows: i === 0 ? '{{input.rows}}' : `{{${SET_FIVE[i - 1]}.data.rows}}` } },
    ]),
  ),
};

const ROW = { id: 123456, name: 'A customer of the shop', city: 'Taipei', note: 'x'.repeat(120) };

/** An array of objects of at least that many bytes as JSON. @param {number} bytes */
function rows(bytes) {
  return Array.from({ length: Math.ceil(bytes / (JSON.stringify(ROW).length + 1)) }, () => ROW);
}

/**
 * `runs` are those of one measurement at most, `warm` those before it, `calls` what a run calls.
 *
 * @type {{ label: string, recipe: any, input: any, calls: number, runs: number, warm: number }[]}
 */
export const CASES = [
  { label: '5 nodes of logic', recipe: logic, input: { name: 'Ada', price: 37 }, calls: 5, runs: 2000, warm: 500 },
  {
    label: 'FOREACH over 100 items',
    recipe: loop,
    input: { items: Array.from({ length: 100 }, (_, i) => ({ name: `item ${i}` })) },
    calls: 101,
    runs: 60,
    warm: 30,
  },
  { label: '1 MB through 5 nodes', recipe: payload, input: { rows: rows(1_000_000) }, calls: 5, runs: 15, warm: 5 },
];
