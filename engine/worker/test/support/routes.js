import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ExecutorWorker } from './executor-worker.js';

/** What tests of routes deploy and expect. */

export const ECHO = ['input >> PIPE >> echo', 'echo >> PIPE >> output'];
export const ECHO_CONFIG = { echo: { component: 'set', values: { said: '{{input.say}}' } } };

/** Names a part that nobody knows. */
export const FAIL = ['input >> PIPE >> broken'];
export const FAIL_CONFIG = { broken: { component: 'number_of', run: {} } };

/** @type {ExecutorWorker} */
export let worker;

/** One Worker for the tests of a file, with the recipes `echo`, `picky` and `failing`. */
export function useRoutes() {
  before(async () => {
    worker = new ExecutorWorker();
    await worker.deploy('echo', ECHO, { config: ECHO_CONFIG });
    await worker.deploy('picky', ECHO, {
      config: ECHO_CONFIG,
      inputs: {
        type: 'object',
        required: ['say'],
        properties: { say: { type: 'string', maxLength: 5 } },
      },
    });
    await worker.deploy('failing', ['input >> PIPE >> call'], {
      config: { call: { component: 'http_request', url: 'https://nowhere.example/' } },
      allowed_hosts: [],
    });
  });
  after(() => worker.close());
}

/**
 * @param {{ status: number, json: any }} response
 * @param {number} status
 * @param {string} code
 */
export function isError({ status: actual, json }, status, code) {
  assert.equal(actual, status, JSON.stringify(json));
  assert.equal(json.success, false);
  assert.equal(json.error_code, code);
  assert.match(json.error, /\S/);
  assert.match(json.hint, /\S/);
  assert.doesNotMatch(JSON.stringify(json), /\bat \S+\.js/);
}

/** A run that has come to its end. @param {string} runId */
export async function ended(runId) {
  for (;;) {
    const { status, json } = await worker.get(`/executions/${runId}`);
    if (status === 200 && json.status !== 'running') {
      return json;
    }
  }
}
