import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { repositoryFile, repositoryFolder, TestWorker } from './support/workerd.js';

const FOLDER = ['engine', 'conformance', 'input'];
const FEWEST_CASES = 20;

const ENTRY = `
import { checkInput } from '../src/validate/input-schema.js';
export default {
  async fetch(request) {
    const { schema, values } = await request.json();
    return Response.json(values.map((value) => checkInput(schema, value)));
  },
};`;

/** @type {any[]} */
const cases = repositoryFolder(...FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parse(repositoryFile(...FOLDER, name).toString('utf8')));

test('the folder holds the cases, each with a name of its own', () => {
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  assert.ok(cases.length >= FEWEST_CASES, `${cases.length} cases`);
});

describe('every case of an input holds in workerd', () => {
  /** @type {TestWorker} */
  let worker;
  before(() => {
    worker = new TestWorker(ENTRY);
  });
  after(() => worker.close());

  for (const { name, why, schema, fits, wrong, ...unknown } of cases) {
    test(name, async () => {
      assert.deepEqual(unknown, {});
      assert.ok(why);
      const values = [...fits, ...wrong.map((/** @type {any} */ { value }) => value)];
      const said = [...fits.map(() => []), ...wrong.map((/** @type {any} */ { says }) => says)];
      assert.deepEqual(await worker.ask('/', JSON.stringify({ schema, values })), said);
    });
  }
});
