import { generateKeyPairSync } from 'node:crypto';
import {
  asking,
  echo,
  IOVEC,
  iovec,
  TEXT,
  u6u,
  withText,
  write,
  writing,
} from './guests.js';
import { SandboxWorker } from './sandbox-worker.js';
import { WasmModuleBuilder } from './wasm-module-builder.js';

const HTTP = 'iiiiiiiiii:i';
export const URL = 'http://a.test/';
export const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PKCS8 = privateKey.export({ type: 'pkcs8', format: 'der' });

/** Requests that make no sense. */
export const NONSENSE = [
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
export const HEADERS = ['[1]', '{"a":1}', '{', 'null'];

/** @type {Record<string, WasmModuleBuilder>} */
export const GUESTS = {
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

/** A sandbox in workerd with all these guests. */
export function sandboxOfGuests() {
  return new SandboxWorker(
    new Map(Object.entries(GUESTS).map(([name, guest]) => [name, guest.build()])),
  );
}
