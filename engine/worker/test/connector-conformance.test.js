import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { casesOf } from './connector/connector-case.js';
import { CaseService } from './support/case-service.js';
import { repositoryFile, repositoryFolder, TestWorker } from './support/workerd.js';

const FOLDER = ['engine', 'conformance', 'connector'];
const FEWEST_CASES = 150;
const SEEN = ['method', 'url', 'headers', 'body'];
const DEFAULT_ANSWERS = [{ json: {} }];

const ENTRY = `
import { played } from './connector/played-case.js';
export default {
  async fetch(request) {
    return Response.json(await played(await request.json()));
  },
};`;

/** @type {Map<string, any[]>} */
const files = new Map(
  repositoryFolder(...FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, casesOf(parse(repositoryFile(...FOLDER, name).toString('utf8')))]),
);

test('the folder holds the cases of connectors, each with a name of its own', () => {
  const names = [...files.values()].flat().map((each) => each.name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length >= FEWEST_CASES, `${names.length} cases`);
});

describe('every case of connectors holds in workerd', () => {
  const service = new CaseService();
  /** @type {TestWorker} */
  let worker;
  before(async () => {
    worker = new TestWorker(ENTRY, { outbound: await service.outbound() });
  });
  after(async () => {
    await worker.close();
    await service.close();
  });

  for (const [name, cases] of files) {
    test(name, async (t) => {
      for (const each of cases) {
        await t.test(each.name, async () => {
          service.answer(each.answers ?? DEFAULT_ANSWERS);
          check(each.expect, await worker.ask('/', JSON.stringify(each)));
        });
      }
    });
  }

  /**
   * @param {any} expected
   * @param {any} found
   */
  function check(expected, found) {
    assert.deepEqual(found.mistakes, expected.mistakes);
    checkRequests(expected.requests);
    checkResult(expected, found.result);
    for (const [grant, token] of Object.entries(expected.tokens ?? {})) {
      assert.deepEqual(found.tokens[grant], token);
    }
  }

  /** @param {any[] | undefined} wanted */
  function checkRequests(wanted) {
    if (!wanted) {
      return;
    }
    assert.equal(service.requests.length, wanted.length, JSON.stringify(service.requests));
    wanted.forEach((request, i) => {
      const { ...made } = /** @type {any} */ (service.requests[i]);
      for (const part of Object.keys(request)) {
        assert.ok(SEEN.includes(part), `unknown key \`${part}\``);
        assert.deepEqual(made[part], request[part], `${part} of request ${i + 1}`);
      }
    });
  }

  /**
   * @param {any} expected
   * @param {any} result
   */
  function checkResult(expected, result) {
    const text = JSON.stringify(result);
    for (const [member, wanted] of Object.entries(expected.result ?? {})) {
      const value = wanted === '(absent)' ? undefined : wanted;
      assert.deepEqual(result[member], value, `${member} in ${text}`);
    }
    for (const words of expected.error_has ?? []) {
      assert.ok(result.error.includes(words), text);
    }
    for (const secret of expected.nowhere ?? []) {
      assert.ok(!text.includes(secret), text);
    }
  }
});
