import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { CaseService } from './support/case-service.js';
import { repositoryFile, repositoryFolder, TestWorker } from './support/workerd.js';

const FOLDER = ['parts-catalog', 'connectors'];
const ENTRY = `
import { callExample } from './connector/sent-requests.js';
export default {
  async fetch(request) {
    await callExample(await request.json());
    return Response.json({});
  },
};`;
/** Every service says this; where a token is asked for, it is one. */
const ANSWER = { json: { access_token: 'fake-access-token' } };

/** What the desktop sends; its test keeps it. */
const { credentials, sent } = JSON.parse(
  repositoryFile('engine', 'conformance', 'connector-requests.json').toString('utf8'),
);
/** @type {Map<string, any>} */
const contracts = new Map(
  repositoryFolder(...FOLDER)
    .filter((name) => /^[a-z0-9_]+\.yaml$/.test(name))
    .map((name) => parse(repositoryFile(...FOLDER, name).toString('utf8')))
    .map((contract) => [contract.canonical_id, contract]),
);

test('of every connector in the catalog it is kept what it sends', () => {
  const kept = new Set(sent.map((/** @type {any} */ entry) => entry.connector));
  assert.deepEqual([...kept].sort(), [...contracts.keys()].sort());
});

describe('the executor sends for each connector what the desktop sends', () => {
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

  for (const { connector, credentials: keys, requests } of sent) {
    test(`${connector} with ${keys.join(', ') || 'nothing'}`, async () => {
      service.answer([ANSWER]);
      const there = Object.fromEntries(keys.map((/** @type {string} */ key) => [key, credentials[key]]));
      await worker.ask('/', JSON.stringify({ contract: contracts.get(connector), credentials: there }));
      assert.deepEqual(service.requests, requests);
    });
  }
});
