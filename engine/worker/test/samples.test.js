import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { ExecutorWorker } from './support/executor-worker.js';
import { repositoryFile, repositoryFolder } from './support/workerd.js';

/** The sample workspace as it runs in the cloud: its saved tests, with real parts and a network that plays the services. */

/** @param {...string} path */
const yaml = (...path) => parse(repositoryFile('samples', ...path).toString('utf8'));
const RECIPES = repositoryFolder('samples', 'recipes').map((file) => yaml('recipes', file));
const TESTS = repositoryFolder('samples', 'tests').map((file) => yaml('tests', file));
const PARTS = repositoryFolder('parts-catalog', 'parts').flatMap(
  (file) => /^(\w+)[\\/]\1\.wasm$/.exec(file)?.[1] ?? [],
);
const TELEGRAM = parse(
  repositoryFile('parts-catalog', 'connectors', 'telegram_send.yaml').toString('utf8'),
);

/** What the services answer, by host and path. @type {Record<string, any>} */
const SERVICES = {
  'hooks.example.com/messages': { status: 202, json: '' },
  'api.github.com/repos/openjdk/jfx': {
    json: { full_name: 'openjdk/jfx', description: 'JavaFX mainline development', stargazers_count: 3000, language: 'C++' },
  },
  'api.telegram.org/sendMessage': { json: { ok: true, result: { message_id: 7 } } },
};

/** @param {Request} request */
function service({ url }) {
  const { host, pathname } = new URL(url);
  const { status = 200, json } = SERVICES[`${host}${pathname.replace(/^\/bot[^/]+/, '')}`] ?? { status: 404, json: {} };
  return Response.json(json, { status });
}

describe('a saved test of the sample workspace', () => {
  /** @type {ExecutorWorker} */
  let worker;
  before(async () => {
    worker = new ExecutorWorker({
      outbound: service,
      parts: PARTS,
      contracts: new Map([['telegram_send', TELEGRAM]]),
    });
    await worker.putCredential('CHAT_TOKEN', 'token-of-the-chat', ['hooks.example.com']);
    await worker.putCredential('telegram_bot_token', '4711:token-of-the-bot', ['api.telegram.org']);
    for (const recipe of RECIPES) {
      const { status, text } = await worker.post('/webhooks/named', { recipe });
      assert.equal(status, 201, text);
    }
  });
  after(() => worker.close());

  for (const { recipe, name, input, expect } of TESTS) {
    test(`${recipe}: ${name}`, async () => {
      const { json } = await worker.post(`/webhooks/named/${recipe}/trigger`, input);
      for (const [member, expected] of Object.entries(expect)) {
        assert.deepEqual(json[member], expected, JSON.stringify(json));
      }
    });
  }
});
