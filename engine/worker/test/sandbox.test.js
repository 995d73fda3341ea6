import assert from 'node:assert/strict';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import {
  asking,
  echo,
  IOVEC,
  iovec,
  TEXT,
  TOLD_ERROR,
  TOLD_NOT_FOUND,
  u6u,
  withText,
  write,
  writing,
} from './support/guests.js';
import { SandboxWorker } from './support/sandbox-worker.js';
import { WasmModuleBuilder } from './support/wasm-module-builder.js';

const HTTP = 'iiiiiiiiii:i';
const URL = 'http://a.test/';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PKCS8 = privateKey.export({ type: 'pkcs8', format: 'der' });

/** Requests that make no sense. */
const NONSENSE = [
  'not json',
  '[]',
  '{}',
  '{"op":"format"}',
  '{"op":"http"}',
  '{"op":"http","url":1}',
  '{"op":"http","url":"http://a/","headers":[]}',
  '{"op":"http","url":"http://a/","headers":{"x":1}}',
  '{"op":"http","url":"http://a/","body_base64":"*"}',
  '{"op":"kv_put","key":"k","value":"v","ttl":"1"}',
  '{"op":"sign_rs256","data":"x","key_base64":"AAAA"}',
  '{"op":"time_zone","zone":"UTC"}',
  '{"op":"time_zone","zone":"UTC","local":"2024-02-30T00:00:00"}',
  '{"op":"time_zone","zone":"UTC","unix_s":1e300}',
];
const HEADERS = ['[1]', '{"a":1}', '{', 'null'];

/** @type {Record<string, WasmModuleBuilder>} */
const GUESTS = {
  echo: echo(),
  ok: writing(1, '{"ok":1}'),
  log: writing(2, '\u001b[31mred\u0007\u009b2J\r\n'),
  long_log: withText('0123456789'.repeat(1000)).start((code) => {
    for (let i = 0; i < 10; i++) {
      write(code, 2);
    }
  }),
  counting: withText('{"n":0}').start((code) => {
    code.i32(TEXT + 4).i32(TEXT + 4).load().i32(256).op(0x6a).store();
    write(code, 1);
  }),
  exit_0: new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importingWasi('proc_exit', 'i:')
    .memory(2)
    .data(IOVEC, iovec(TEXT, 2))
    .data(TEXT, '{}')
    .start((code) => {
      write(code, 1);
      code.i32(0).call(1).unreachable();
    }),
  exit_3: new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importingWasi('proc_exit', 'i:')
    .memory(2)
    .data(IOVEC, iovec(TEXT, 27))
    .data(TEXT, 'one\ntwo\nthe disk is on fire')
    .start((code) => {
      write(code, 2);
      code.i32(3).call(1);
    }),
  unknown_wasi: new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importingWasi('path_open', 'ii:i')
    .memory(2)
    .data(IOVEC, iovec(TEXT, 2))
    .data(TEXT, '{}')
    .start((code) => {
      code.i32(1).i32(2).call(1).i32(52).op(0x47).when((c) => c.unreachable());
      write(code, 1);
    }),
  sleeping: new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importingWasi('poll_oneoff', 'iiii:i')
    .memory(2)
    .data(24, new Uint8Array([0, 0x2d, 0x31, 1]))
    .data(IOVEC, iovec(TEXT, 2))
    .data(TEXT, '{}')
    .start((code) => {
      code.i32(0).i32(200).i32(1).i32(600).call(1).when((c) => c.unreachable());
      code.i32(600).load().i32(1).op(0x47).when((c) => c.unreachable());
      write(code, 1);
    }),
  u6u_http: u6u('http_request', HTTP, URL, 'POST', '{"X":"y"}', 'sent'),
  u6u_get: u6u('http_request', HTTP, URL, 'GET', '', ''),
  u6u_kv: u6u('kv_get', 'iiii:i', 'k'),
  u6u_secret: u6u('secret_get', 'iiii:i', 'known'),
  u6u_decrypt: u6u('crypto_decrypt', 'iiiiii:i', 'secret', 'iv'),
  u6u_kv_put_long: new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importing('u6u', 'kv_put', 'iiiil:i')
    .memory(2)
    .data(IOVEC, iovec(TEXT, 2))
    .data(TEXT, '{}')
    .start((code) => {
      code.i32(TEXT).i32(1).i32(TEXT).i32(2).i64(60).call(1).when((c) => c.unreachable());
      write(code, 1);
    }),
  no_handles: new WasmModuleBuilder()
    .importing('arcrun', 'size', 'i:i')
    .importing('arcrun', 'read', 'iii:i')
    .importing('arcrun', 'drop', 'i:i')
    .memory(1)
    .start((code) => {
      code.i32(7).call(0).i32(-1).op(0x47);
      code.i32(-7).i32(0).i32(9).call(1).i32(-1).op(0x47, 0x72);
      code.i32(0).call(2).i32(-1).op(0x47, 0x72);
      code.when((c) => c.unreachable());
    }),
  never_drops: new WasmModuleBuilder()
    .importing('arcrun', 'call', 'ii:i')
    .memory(1)
    .data(0, JSON.stringify({ op: 'http', url: URL }))
    .start((code) =>
      code.loop((c) =>
        c.i32(0).i32(JSON.stringify({ op: 'http', url: URL }).length).call(0).drop().jump(0),
      ),
    ),
  ask_http: asking({ op: 'http', url: URL }),
  ask_http_slow: asking({ op: 'http', url: URL, timeout_ms: 1500.5 }),
  ask_put_bytes: asking({ op: 'http', method: 'PUT', url: URL, body_base64: '/wAB' }),
  ask_kv_put: asking({ op: 'kv_put', key: 'k', value: 'v', ttl: 60 }),
  ask_kv_get: asking({ op: 'kv_get', key: 'k' }),
  ask_secret: asking({ op: 'secret', key: 'known' }),
  ask_sign: asking({
    op: 'sign_rs256',
    data: 'header.claims',
    key_base64: PKCS8.toString('base64'),
  }),
  ask_zone: asking({ op: 'time_zone', zone: 'Asia/Taipei', unix_s: 1_700_000_000 }),
  ask_zone_gap: asking({ op: 'time_zone', zone: 'Europe/Berlin', local: '2026-03-29T02:30:00' }),
  ask_zone_overlap: asking({
    op: 'time_zone',
    zone: 'Europe/Berlin',
    local: '2026-10-25T02:30:00',
  }),
  ask_zone_unknown: asking({ op: 'time_zone', zone: 'Europe/Atlantis', unix_s: 0 }),
};
NONSENSE.forEach((request, i) => (GUESTS[`nonsense_${i}`] = asking(request)));
HEADERS.forEach(
  (headers, i) => (GUESTS[`headers_${i}`] = u6u('http_request', HTTP, URL, 'GET', headers, '')),
);

describe('one call of a part', () => {
  /** @type {SandboxWorker} */
  let worker;
  before(() => {
    worker = new SandboxWorker(
      new Map(Object.entries(GUESTS).map(([name, guest]) => [name, guest.build()])),
    );
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

  test('a published part gets the body of an answer', async () => {
    const called = await call('u6u_http');
    assert.deepEqual(called.result, { told: true });
    assert.deepEqual(called.requests, [
      { url: URL, method: 'POST', headers: [['X', 'y']], body: btoa('sent'), timeoutMs: 0 },
    ]);
    const [{ op, method, target, status, bytes }] = called.stats.hostCalls;
    assert.deepEqual([op, method, target, status, bytes], ['http', 'POST', URL, 200, 13]);
  });

  test('a published part never gets more than it has room for', async () => {
    const called = await call('u6u_get', { host: { http: { body: 'x', repeat: 65_537 } } });
    assert.equal(called.failure, 'RESPONSE_TOO_LARGE');
    assert.match(called.result.error, /65537 bytes/);
  });

  test('an answer that just fits is given', async () => {
    const body = `{"a":"${'x'.repeat(65_536 - 8)}"}`;
    const called = await call('u6u_get', { host: { http: { body } } });
    assert.equal(called.failure, undefined);
    assert.equal(called.stats.outputBytes, 65_536);
  });

  test('a part without network fails with the host it asked for', async () => {
    const called = await call('u6u_get', { host: undefined });
    assert.equal(called.failure, 'HOST_NOT_ALLOWED');
    assert.match(called.result.error, /a\.test/);
  });

  test('a network error explains the failure of a part that only saw error 1', async () => {
    const failure = { code: 'NETWORK_ERROR', error: 'The line is cut.' };
    const called = await call('u6u_get', { host: { failure } });
    assert.equal(called.failure, undefined);
    assert.deepEqual(called.result, {
      ...JSON.parse(TOLD_ERROR),
      error_code: 'NETWORK_ERROR',
      hint: 'The line is cut.',
    });
  });

  test('a mistake of the host is no failure of the part', async () => {
    assert.match((await call('u6u_get', { host: { bug: true } })).bug, /u6u\.http_request failed/);
  });

  test('headers that are no object of texts are error 1', async () => {
    for (const i of HEADERS.keys()) {
      const called = await call(`headers_${i}`);
      assert.equal(called.result.error, 'told 1');
      assert.deepEqual(called.requests, []);
    }
  });

  test('a stored value is given and a missing one is 2', async () => {
    const stored = await call('u6u_kv', { host: { kv: { k: '{"v":1}' } } });
    assert.deepEqual(stored.result, { v: 1 });
    assert.deepEqual((await call('u6u_kv')).result, JSON.parse(TOLD_NOT_FOUND));
  });

  test('a secret that is not the part’s is 2', async () => {
    const known = await call('u6u_secret', { host: { secrets: { known: '{"s":1}' } } });
    assert.deepEqual(known.result, { s: 1 });
    assert.deepEqual((await call('u6u_secret')).result, JSON.parse(TOLD_NOT_FOUND));
  });

  test('a time to live may be 64 bits wide', async () => {
    assert.deepEqual((await call('u6u_kv_put_long')).result, {});
  });

  test('decrypting links and is always an error', async () => {
    assert.deepEqual((await call('u6u_decrypt')).result, JSON.parse(TOLD_ERROR));
  });

  test('our parts get status, headers and body', async () => {
    const headers = [
      ['content-type', 'x/y'],
      ['set-cookie', 'a'],
      ['set-cookie', 'b'],
    ];
    const { result, requests } = await call('ask_http', { host: { http: { headers } } });
    assert.deepEqual(result, {
      ok: true,
      status: 200,
      headers: { 'content-type': 'x/y', 'set-cookie': 'a, b' },
      body: '{"told":true}',
    });
    assert.equal(requests[0].method, 'GET');
  });

  test('an answer that is no text comes in base64', async () => {
    const { result } = await call('ask_http', { host: { http: { bytes: [0xff, 0, 1] } } });
    assert.equal(result.body_base64, '/wAB');
  });

  test('a large answer arrives whole', async () => {
    const { result } = await call('ask_http', { host: { http: { body: 'x', repeat: 1_000_000 } } });
    assert.equal(result.body.length, 1_000_000);
  });

  test('a body in base64 is sent as bytes, a time-out in whole milliseconds', async () => {
    assert.equal((await call('ask_put_bytes')).requests[0].body, '/wAB');
    assert.equal((await call('ask_http_slow')).requests[0].timeoutMs, 1500);
  });

  test('values are stored with their time to live and read back', async () => {
    assert.deepEqual((await call('ask_kv_put')).result, { ok: true });
    const read = await call('ask_kv_get', { host: { kv: { k: 'v/60' } } });
    assert.deepEqual(read.result, { ok: true, found: true, value: 'v/60' });
    assert.deepEqual((await call('ask_kv_get')).result, { ok: true, found: false, value: null });
  });

  test('storing without a store is an error', async () => {
    const { result } = await call('ask_kv_put', { host: undefined });
    assert.equal(result.error_code, 'STORAGE_NOT_ALLOWED');
  });

  test('a secret of the contract is given', async () => {
    const { result } = await call('ask_secret', { host: { secrets: { known: 's' } } });
    assert.deepEqual(result, { ok: true, found: true, value: 's' });
  });

  test('a signature can be verified', async () => {
    const { result } = await call('ask_sign');
    const verifier = createVerify('RSA-SHA256').update('header.claims');
    assert.ok(verifier.verify(publicKey, result.signature_base64, 'base64'));
  });

  test('time zones are those of the IANA database', async () => {
    assert.deepEqual((await call('ask_zone')).result, { ok: true, offset_s: 28_800 });
    assert.deepEqual((await call('ask_zone_gap')).result, { ok: true, offset_s: 3600, kind: 'gap' });
    assert.deepEqual((await call('ask_zone_overlap')).result, {
      ok: true,
      offset_s: 7200,
      kind: 'overlap',
    });
    const unknown = await call('ask_zone_unknown');
    assert.equal(unknown.result.error_code, 'UNKNOWN_TIME_ZONE');
    assert.equal(unknown.stats.hostCalls.length, 1);
  });

  NONSENSE.forEach((request, i) => {
    test(`a request that makes no sense is told so: ${request}`, async () => {
      const { result, requests, stats } = await call(`nonsense_${i}`);
      assert.equal(result.ok, false);
      assert.equal(result.error_code, 'INVALID_REQUEST');
      assert.deepEqual(requests, []);
      assert.equal(stats.hostCalls.length, 1);
    });
  });

  test('answers that are never dropped count as memory', async () => {
    const host = { http: { body: 'x', repeat: 700_000 } };
    const called = await call('never_drops', { host, limits: { memoryMiB: 4 } });
    assert.equal(called.failure, 'MEMORY_LIMIT');
  });

  test('a handle that is none is minus 1', async () => {
    assert.equal((await call('no_handles')).failure, 'INVALID_OUTPUT');
  });

  test('an answer that never comes ends with the wall time', async () => {
    const called = await call('ask_http', { host: { never: true }, limits: { wallMs: 20 } });
    assert.equal(called.failure, 'TIMEOUT');
    assert.match(called.result.error, /20 ms/);
  });

  test('a call that waits can be cancelled', async () => {
    const called = await call('ask_http', { host: { never: true }, cancelAfterMs: 5 });
    assert.equal(called.failure, 'CANCELLED');
  });
});
