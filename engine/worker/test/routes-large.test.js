import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS } from './support/executor-worker.js';
import { ECHO, isError, useRoutes, worker } from './support/routes.js';

const STRICT = ['input >> PIPE >> echo', 'echo >> ON_SUCCESS >> output'];

useRoutes();

/** @param {string[]} flow @param {object} values @param {object} input @param {object} [more] */
async function called(flow, values, input, more = {}) {
  await worker.deploy('large', flow, { config: { echo: { component: 'set', values } }, ...more });
  return worker.post('/webhooks/named/large/trigger', input, KEYS.call);
}

describe('what a caller sends', () => {
  test('is not answered many times over, though a loop shows it in each item', async () => {
    const input = { big: 'B'.repeat(100_000), ns: new Array(400).fill(0) };
    const response = await called(['input >> FOREACH n >> echo'], { big: '{{input.big}}' }, input);
    isError(response, 500, 'RESULT_TOO_LARGE');
    assert.ok(response.text.length < 1_000_000, String(response.text.length));
    const { truncated, trace, omitted } = response.json;
    assert.deepEqual([truncated, trace.length + omitted], [true, 401]);
  });

  test('is answered as it is where it is large once', async () => {
    const big = 'B'.repeat(1_000_000);
    const { status, json } = await called(ECHO, { big: '{{input.big}}' }, { big });
    assert.deepEqual([status, json.truncated, json.data.data.big === big], [200, undefined, true]);
  });

  test('is not written a hundred times into one text', async () => {
    const text = '{{input.x}}'.repeat(120);
    isError(await called(STRICT, { text }, { x: 'B'.repeat(5_000_000) }), 500, 'TEXT_TOO_LARGE');
  });

  test('is not quoted at length when it does not fit', async () => {
    const inputs = { type: 'object', additionalProperties: { type: 'object', additionalProperties: false } };
    const bad = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`k${i}`, 1]));
    const response = await called(ECHO, {}, { ['K'.repeat(1_000_000)]: bad }, { inputs });
    isError(response, 400, 'INPUT_INVALID');
    assert.ok(response.text.length < 20_000, String(response.text.length));
  });
});
