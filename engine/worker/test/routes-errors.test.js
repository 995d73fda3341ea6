import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS } from './support/executor-worker.js';
import { ECHO, ECHO_CONFIG, isError, useRoutes, worker } from './support/routes.js';

const MIB = 1024 * 1024;
const STRICT = ['input >> PIPE >> echo', 'echo >> ON_SUCCESS >> output'];

useRoutes();

describe('what goes wrong', () => {
  test('an address that is none is not found; a method that is not taken is told with those that are', async () => {
    for (const path of [
      '/',
      '/nothing',
      '/health/',
      '//health',
      '/webhooks/named/',
      '/executions/a/b',
    ]) {
      isError(await worker.get(path), 404, 'UNKNOWN_ROUTE');
    }
    const put = await worker.fetch('/execute', { method: 'PUT', key: KEYS.manage, body: '{}' });
    isError(put, 405, 'METHOD_NOT_ALLOWED');
    assert.equal(put.headers.get('Allow'), 'POST');
    const options = await worker.fetch('/webhooks/named', {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example' },
    });
    isError(options, 405, 'METHOD_NOT_ALLOWED');
    assert.equal(options.headers.get('Allow'), 'POST, GET');
    assert.equal(options.headers.get('Access-Control-Allow-Origin'), null);
    assert.equal(
      (await worker.fetch('/webhooks/named/echo/query', { method: 'HEAD' })).status,
      405,
    );
    isError(await worker.get('/webhooks/named/%E0%A4%A/definition'), 400, 'MALFORMED_PATH');
  });

  test('a name that no key can hold names nothing, and can not be deployed', async () => {
    const name = 'n'.repeat(600);
    for (const [method, path] of [
      ['GET', `/webhooks/named/${name}/definition`],
      ['GET', `/webhooks/named/${name}/query`],
      ['POST', `/webhooks/named/${name}/trigger`],
      ['DELETE', `/webhooks/named/${name}`],
    ]) {
      isError(await worker.fetch(path, { method, key: KEYS.manage }), 404, 'UNKNOWN_RECIPE');
    }
    const recipe = { name, description: 'x', flow: ECHO, config: ECHO_CONFIG };
    isError(await worker.post('/webhooks/named', { recipe }), 422, 'NAME_TOO_LONG');
    const run = (/** @type {object} */ echo) => worker.post('/execute', { triplets: STRICT, config: { echo } });
    const calling = { component: 'trigger_workflow', workflow_name: name };
    isError(await run(calling), 500, 'UNKNOWN_RECIPE');
    const asking = { component: 'http_request', url: 'https://a.example/', headers: { K: `{{credential.${name}}}` } };
    isError(await run(asking), 500, 'INVALID_REQUEST');
    for (const path of ['/executions/%00', `/executions/${name}`]) {
      isError(await worker.get(path), 404, 'UNKNOWN_RUN');
      isError(await worker.fetch(`${path}/cancel`, { method: 'POST', key: KEYS.manage }), 404, 'UNKNOWN_RUN');
    }
  });

  test('JSON with a mistake is told with its place', async () => {
    const response = await worker.fetch('/execute', {
      method: 'POST',
      key: KEYS.manage,
      body: '{"a": 1,\n  "b": tru }',
    });
    isError(response, 400, 'MALFORMED_JSON');
    assert.equal(response.json.line, 2);
    assert.ok(response.json.column > 5);
  });

  test('bodies that are no JSON object are refused where one is needed', async () => {
    for (const body of ['[]', '"text"', '1', 'null']) {
      isError(
        await worker.fetch('/execute', { method: 'POST', key: KEYS.manage, body }),
        400,
        'WRONG_TYPE',
      );
    }
    isError(
      await worker.fetch('/execute', {
        method: 'POST',
        key: KEYS.manage,
        body: Buffer.from([0x22, 0xff, 0x22]),
      }),
      400,
      'MALFORMED_JSON',
    );
    isError(
      await worker.fetch('/execute', {
        method: 'POST',
        key: KEYS.manage,
        body: '['.repeat(100_000),
      }),
      400,
      'MALFORMED_JSON',
    );
  });

  test('a byte order mark is no mistake', async () => {
    const { status } = await worker.fetch('/validate', {
      method: 'POST',
      key: KEYS.manage,
      body: '\ufeff{"triplets":["input >> PIPE >> output"]}',
    });
    assert.equal(status, 200);
  });

  test('members called like what objects inherit are members like any other', async () => {
    const { json } = await worker.fetch('/execute', {
      method: 'POST',
      key: KEYS.manage,
      body: '{"triplets":["input >> PIPE >> output"],"context":{"__proto__":{"success":false},"constructor":1}}',
    });
    assert.equal(json.success, true);
    assert.deepEqual(Object.keys(json.data), ['__proto__', 'constructor']);
  });

  test('a body of 5 MiB is taken, one byte more is not, with or without a length', async () => {
    const body = `{"say":"${'x'.repeat(5 * MIB - 10)}"}`;
    assert.equal(Buffer.byteLength(body), 5 * MIB);
    const taken = await worker.fetch('/webhooks/named/picky/trigger', {
      method: 'POST',
      key: KEYS.call,
      body,
    });
    isError(taken, 400, 'INPUT_INVALID');
    isError(
      await worker.fetch('/webhooks/named/echo/trigger', {
        method: 'POST',
        key: KEYS.call,
        body: `${body} `,
      }),
      413,
      'BODY_TOO_LARGE',
    );
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 6; i++) {
          controller.enqueue(new Uint8Array(MIB).fill(32));
        }
        controller.close();
      },
    });
    isError(
      await worker.fetch('/webhooks/named/echo/trigger', {
        method: 'POST',
        key: KEYS.call,
        body: stream,
        duplex: 'half',
      }),
      413,
      'BODY_TOO_LARGE',
    );
  });

  test('answers are for one who asks by program: no page, not kept, not sniffed', async () => {
    const { headers } = await worker.fetch('/nothing');
    assert.equal(headers.get('Content-Type'), 'application/json; charset=utf-8');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  });
});
