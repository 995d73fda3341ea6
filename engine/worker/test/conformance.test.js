import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { repositoryFile, repositoryFolder, TestWorker } from './support/workerd.js';

const FOLDER = ['engine', 'conformance', 'run'];
const FEWEST_CASES = 230;

const ENTRY = `
import { violations } from './conformance/holds.js';
export default {
  async fetch(request) {
    const cases = await request.json();
    return Response.json(cases.map((text) => {
      try {
        return violations(text);
      } catch (e) {
        return [e.stack];
      }
    }));
  },
};`;

/** @type {Map<string, any[]>} */
const files = new Map(
  repositoryFolder(...FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, parse(repositoryFile(...FOLDER, name).toString('utf8'))]),
);

test('the folder holds the cases, each with a name of its own', () => {
  const names = [...files.values()].flat().map((each) => each.name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length >= FEWEST_CASES, `${names.length} cases`);
});

describe('every conformance case holds in workerd', () => {
  /** @type {TestWorker} */
  let worker;
  before(() => {
    worker = new TestWorker(ENTRY);
  });
  after(() => worker.close());

  for (const [name, cases] of files) {
    test(name, async (t) => {
      const results = await worker.ask('/', json(cases));
      assert.equal(results.length, cases.length);
      for (const [i, { name: sentence }] of cases.entries()) {
        await t.test(sentence, () => assert.deepEqual(results[i], []));
      }
    });
  }
});

/** JSON text in which minus zero, which `JSON.stringify` writes as 0, is what it is. @param {unknown} value */
function json(value) {
  return JSON.stringify(value, (_, each) => (Object.is(each, -0) ? '\0-0' : each)).replaceAll(
    '"\\u0000-0"',
    '-0',
  );
}
