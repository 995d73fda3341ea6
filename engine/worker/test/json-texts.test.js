import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { repositoryFile, TestWorker } from './support/workerd.js';

/** The facts about JSON texts that the desktop's reader is checked with. */
const FACTS = repositoryFile(
  ...['engine', 'jvm', 'src', 'test', 'resources', 'dev', 'arcrun', 'engine', 'value'],
  'json-texts.jsonl',
)
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

const ENTRY = `
import { readJson } from '../src/value/json-reader.js';
import { compact } from '../src/value/json-writer.js';
import { JsonSyntaxException } from '../src/value/json-syntax-exception.js';
export default {
  async fetch(request) {
    const { texts, maxDepth } = await request.json();
    return Response.json(texts.map((text) => {
      try {
        return { compact: compact(readJson(text, maxDepth)) };
      } catch (e) {
        return e instanceof JsonSyntaxException
          ? { message: e.message, line: e.line, column: e.column }
          : { bug: e.stack };
      }
    }));
  },
};`;

/** Text, line, column. */
const FAULTS = /** @type {[string, number, number][]} */ ([
  ['', 1, 1],
  ['{"a": 1,}', 1, 9],
  ['[1, 2', 1, 6],
  ['1 2', 1, 3],
  ['1e400', 1, 1],
  ['{\r\n"a"\r\n1}', 3, 1],
  ['[\n1,\r2,\n x]', 4, 2],
  ['"a\u0001"', 1, 3],
  ['"\\x"', 1, 2],
  ['{"a":[1,{"b":tru}]}', 1, 14],
]);

describe('JSON texts', () => {
  /** @type {TestWorker} */
  let worker;
  before(() => {
    worker = new TestWorker(ENTRY);
  });
  after(() => worker.close());

  /**
   * @param {string[]} texts
   * @param {number} [maxDepth]
   */
  const read = (texts, maxDepth) => worker.ask('/', JSON.stringify({ texts, maxDepth }));

  test('are read, written and refused as on the desktop', async () => {
    const results = await read(FACTS.map((fact) => fact.text));
    FACTS.forEach((fact, i) => {
      assert.equal(results[i].compact ?? null, fact.compact, JSON.stringify([fact, results[i]]));
    });
  });

  test('that are none are refused with their place', async () => {
    const results = await read(FAULTS.map(([text]) => text));
    FAULTS.forEach(([text, line, column], i) => {
      assert.deepEqual([results[i].line, results[i].column], [line, column], text);
    });
  });

  test('may be nested so deep and no deeper', async () => {
    const nested = (/** @type {number} */ depth) => '['.repeat(depth) + ']'.repeat(depth);
    const [most, more, open, object] = await read([
      nested(500),
      nested(501),
      '['.repeat(200_000),
      '[{"a":'.repeat(200_000),
    ]);
    assert.equal(most.compact, nested(500));
    for (const refused of [more, open, object]) {
      assert.match(refused.message, /more than 500 deep/);
    }
    const [own] = await read([nested(600)], 600);
    assert.equal(own.compact, nested(600));
  });

  test('keep members called __proto__, and the last of two of one name', async () => {
    const [proto, twice] = await read(['{"__proto__":{"x":1}}', '{"a":1,"b":2,"a":3}']);
    assert.equal(proto.compact, '{"__proto__":{"x":1}}');
    assert.equal(twice.compact, '{"a":3,"b":2}');
  });
});
