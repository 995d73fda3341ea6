import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ROUTES } from '../src/server/routes.js';
import { ExecutorWorker, KEYS } from './support/executor-worker.js';

/** @type {ExecutorWorker} */
let worker;
/** @type {any} */
let description;
before(async () => {
  worker = new ExecutorWorker();
  description = (await worker.get('/openapi.json', KEYS.call)).json;
});
after(() => worker.close());

test('the description is valid OpenAPI 3.1', async () => {
  assert.match(description.openapi, /^3\.1\./);
  const result = await new Validator().validate(structuredClone(description));
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
});

test('a description with a mistake would not be valid', async () => {
  const broken = structuredClone(description);
  broken.paths['/health'].get.responses = 'none';
  assert.equal((await new Validator().validate(broken)).valid, false);
});

test('each route is in it, once, under a name of its own', () => {
  const ids = Object.values(description.paths).flatMap((path) =>
    Object.values(/** @type {object} */ (path)).map((operation) => operation.operationId),
  );
  assert.deepEqual(ids.sort(), ROUTES.map(({ id }) => id).sort());
  assert.equal(new Set(ids).size, ids.length);
});

test('every reference in it leads somewhere', () => {
  for (const [, reference] of JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = reference.split('/').reduce((at, step) => at?.[step], description);
    assert.notEqual(found, undefined, reference);
  }
});

test('what needs a key says so, and is refused without one', async () => {
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const [method, { security }] of Object.entries(/** @type {any} */ (operations))) {
      const needsKey = security.length > 0 && Object.keys(security[0]).length > 0;
      const response = await worker.fetch(path.replace(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
      });
      assert.equal(
        response.status === 401,
        needsKey,
        `${method} ${path} gave ${response.status}`,
      );
    }
  }
});

test('every error that a route may give is in its description', () => {
  for (const operations of Object.values(description.paths)) {
    for (const operation of Object.values(/** @type {any} */ (operations))) {
      const statuses = Object.keys(operation.responses);
      assert.ok(statuses.includes('500'));
      assert.equal(statuses.includes('413'), operation.requestBody !== undefined);
    }
  }
});
