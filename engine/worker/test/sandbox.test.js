import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sandboxOfGuests } from './support/scripted-guests.js';

describe('one call of a part', () => {
  /** @type {import('./support/sandbox-worker.js').SandboxWorker} */
  let worker;
  before(() => {
    worker = sandboxOfGuests();
  });
  after(() => worker.close());

  /**
   * @param {string} module
   * @param {object} [more]
   */
  const call = (module, more) => worker.call({ module, host: {}, ...more });

  test('a part reads its input and writes its result', async () => {
    const called = await call('echo', { input: '{"a":[1,2]}' });
    assert.deepEqual(called.result, { a: [1, 2] });
    assert.equal(called.failure, undefined);
    assert.equal(called.stats.outputBytes, 11);
    assert.equal(called.stats.peakPages, 2);
  });

  test('a part that never reads its input still gives a result', async () => {
    assert.deepEqual((await call('ok', { input: ' '.repeat(1_000_000) })).result, { ok: 1 });
  });

  test('too much input is refused before the part runs', async () => {
    const called = await call('ok', { input: '12345', limits: { inputBytes: 4 } });
    assert.equal(called.failure, 'INPUT_LIMIT');
    assert.match(called.result.error, /5 bytes; at most 4/);
  });

  test('a limit above the hard cap is a mistake of the caller', async () => {
    assert.match((await call('ok', { limits: { memoryMiB: 257 } })).bug, /RangeError/);
  });

  test('members called __proto__ go through', async () => {
    const input = '{"__proto__":{"x":1},"constructor":2}';
    const called = await call('echo', { input });
    assert.equal(JSON.stringify(called.result), input);
  });

  test('each call gets a fresh instance', async () => {
    assert.deepEqual((await call('counting')).result, { n: 1 });
    assert.deepEqual((await call('counting')).result, { n: 1 });
  });

  test('many calls of one part run at once', async () => {
    const scripts = Array.from({ length: 100 }, (_, i) => ({ module: 'echo', input: `{"i":${i}}` }));
    const called = await worker.callAll(scripts);
    assert.deepEqual(
      called.map(({ result }) => result.i),
      scripts.map((_, i) => i),
    );
  });

  test('exit code 0 is no failure', async () => {
    assert.deepEqual((await call('exit_0')).result, {});
  });

  test('another exit code is a failure with the last lines of the log', async () => {
    const { result } = await call('exit_3');
    assert.equal(result.error_code, 'EXIT_CODE');
    assert.match(result.error, /exit code 3\. Its last words:\none\ntwo\nthe disk is on fire$/);
  });

  test('terminal escapes in the log are shown and not obeyed', async () => {
    assert.equal((await call('log')).log, '␛[31mred␇\ufffd2J\n');
  });

  test('of a long log the beginning and the end are kept', async () => {
    const { log } = await call('long_log', { limits: { logBytes: 8192 } });
    assert.match(log, /^0123456789[0-9]+\n… 91808 bytes of the log are left out …\n[0-9]+9$/);
  });

  test('a function of WASI that is not given answers ENOSYS', async () => {
    assert.deepEqual((await call('unknown_wasi')).result, {});
  });

  test('a guest that sleeps goes on afterwards', async () => {
    assert.deepEqual((await call('sleeping')).result, {});
    assert.equal((await call('sleeping', { limits: { wallMs: 1 } })).failure, 'TIMEOUT');
  });
});
