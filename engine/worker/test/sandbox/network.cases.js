import assert from 'node:assert/strict';
import { AllowList } from '../../src/sandbox/allow-list.js';
import { fromBase64 } from '../../src/sandbox/base64.js';
import { HostFailure } from '../../src/sandbox/host-failure.js';
import { HostPattern } from '../../src/sandbox/host-pattern.js';
import { NetworkHost } from '../../src/sandbox/network-host.js';
import { isPublicAddress } from '../../src/sandbox/public-address.js';
import { CredentialPlaceholder } from '../../src/template/credential-placeholder.js';
import { decodeUtf8, encodeUtf8 } from '../../src/value/utf8.js';

const NONCE = 'n0nce';
const KEY = new CredentialPlaceholder(NONCE).text('KEY');
const SECRET = 's3cr3t/"é';

/** @type {import('../../src/sandbox/credential.js').Credentials} */
const VAULT = {
  find: async (name) =>
    name === 'KEY'
      ? { name, value: SECRET, hosts: ['api.test', '*.api.test'] }
      : name === 'SHORT'
        ? { name, value: '12345', hosts: ['*'] }
        : undefined,
};

/** @typedef {(request: Request) => Promise<Response>} Send */

/**
 * A host whose network answers from a list and notes what it is sent.
 *
 * @param {Response[]} answers
 * @param {Partial<import('../../src/sandbox/network-host.js').NetworkRights>} [rights]
 * @param {Send} [send]
 */
function network(answers, rights = {}, send) {
  /** @type {Request[]} */
  const sent = [];
  const host = new NetworkHost(
    { allowed: ['*'], credentials: VAULT, nonce: NONCE, timeoutMs: 30_000, ...rights },
    send ??
      (async (request) => {
        sent.push(request);
        return answers.shift() ?? new Response('{}');
      }),
  );
  return { host, sent };
}

/**
 * @param {NetworkHost} host
 * @param {Partial<import('../../src/sandbox/http-call.js').HttpCall> & { text?: string }} call
 */
function ask(host, { text = '', ...call }) {
  const whole = { method: 'GET', url: 'https://api.test/', headers: [], timeoutMs: 0, ...call };
  return host.http({ ...whole, body: encodeUtf8(text) }, new AbortController().signal);
}

/**
 * @param {Promise<unknown>} asked
 * @param {string} code
 */
async function refused(asked, code) {
  await assert.rejects(asked, (e) => {
    assert.ok(e instanceof HostFailure, String(e));
    assert.equal(e.failure.code, code);
    assert.equal(JSON.stringify(e.failure).includes('s3cr3t'), false);
    return true;
  });
}

/** @param {number} status @param {string} location */
function redirect(status, location) {
  return new Response('', { status, headers: { location } });
}

export async function a_placeholder_that_is_not_whole_is_not_sent() {
  const { host, sent } = network([]);
  const long = new CredentialPlaceholder(NONCE).text('K'.repeat(401));
  for (const text of [long, KEY.slice(0, -1), KEY.slice(1)]) {
    await refused(ask(host, { url: `https://api.test/${text}` }), 'INVALID_REQUEST');
    await refused(ask(host, { headers: [['X', text]] }), 'INVALID_REQUEST');
    await refused(ask(host, { method: 'POST', text }), 'INVALID_REQUEST');
  }
  assert.deepEqual(sent, []);
}

export async function a_redirect_does_not_carry_a_credential_in_its_url_elsewhere() {
  const shown = [encodeURIComponent(SECRET), encodeURI(SECRET), SECRET.toUpperCase(), `${encodeURIComponent(SECRET)}&x=%zz`];
  for (const written of shown) {
    const elsewhere = network([redirect(302, `https://other.test/?k=${written}`)]);
    await refused(ask(elsewhere.host, { url: `https://api.test/?k=${KEY}` }), 'CREDENTIAL_HOST');
    assert.equal(elsewhere.sent.length, 1);
    const within = network([redirect(302, `https://a.api.test/?k=${written}`)]);
    await ask(within.host, { url: `https://api.test/?k=${KEY}` });
    assert.equal(within.sent.length, 2);
  }
}

export function a_pattern_is_a_host_a_host_with_port_all_below_a_domain_or_all() {
  /** @type {[string, string[], string[]][]} */
  const patterns = [
    ['api.test', ['https://api.test/', 'http://API.test.:8080/'], ['https://a.api.test/', 'https://evilapi.test/']],
    ['api.test:8443', ['https://api.test:8443/'], ['https://api.test/']],
    ['api.test:443', ['https://api.test/'], ['http://api.test/']],
    ['*.api.test', ['https://a.b.api.test/'], ['https://api.test/', 'https://evilapi.test/']],
    ['*', ['https://x.test/', 'http://1.2.3.4/'], []],
    ['127.0.0.1', ['http://0x7f.1/', 'http://2130706433/'], ['http://127.0.0.2/']],
    ['::1', ['http://[0:0:0:0:0:0:0:1]/'], ['http://[::2]/']],
    ['[::1]:80', ['http://[::1]/'], ['http://[::1]:81/']],
    ['bücher.test', ['https://xn--bcher-kva.test/'], []],
  ];
  for (const [pattern, yes, no] of patterns) {
    yes.forEach((url) => assert.ok(HostPattern.parse(pattern).matches(new URL(url)), `${pattern} ${url}`));
    no.forEach((url) => assert.ok(!HostPattern.parse(pattern).matches(new URL(url)), `${pattern} ${url}`));
  }
  for (const none of ['', 'a b', 'http://a', 'a/b', '*a', 'a.*', 'a:0', 'a:99999', 'u@a', 'a?b', '1.2.3.4.5']) {
    assert.throws(() => HostPattern.parse(none), RangeError, none);
  }
}

export function addresses_of_the_open_internet_are_told_from_others() {
  for (const address of ['8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '64:ff9b::808:808']) {
    assert.equal(isPublicAddress(address), true, address);
  }
  for (const address of [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['0.0.0.0', '100.64.0.1', '168.63.129.16', '224.0.0.1', '255.255.255.255', '198.19.0.1'],
    ...['::1', '::', 'fe80::1', 'fc00::1', '::ffff:7f00:1', '2001:db8::1', '2002:7f00:1::'],
    ...['64:ff9b::7f00:1', '2001::1', '3fff::1'],
  ]) {
    assert.equal(isPublicAddress(address), false, address);
  }
}

export function an_address_of_the_own_network_needs_leave() {
  const list = new AllowList(['*', '10.0.0.1'], []);
  for (const url of ['http://127.0.0.1/', 'http://[::1]/', 'http://localhost/', 'http://a.localhost./', 'http://0x7f000001/']) {
    assert.throws(() => list.check(new URL(url)), HostFailure, url);
  }
  list.check(new URL('http://10.0.0.1/'));
  list.check(new URL('http://8.8.8.8/'));
}

export async function only_allowed_hosts_are_called_after_redirects_too() {
  const allowed = ['api.test'];
  const direct = network([], { allowed });
  await refused(ask(direct.host, { url: 'https://other.test/' }), 'HOST_NOT_ALLOWED');
  assert.deepEqual(direct.sent, []);
  const turned = network([redirect(302, 'https://other.test/')], { allowed });
  await refused(ask(turned.host, {}), 'HOST_NOT_ALLOWED');
  assert.equal(turned.sent.length, 1);
}

export async function a_request_is_sent_as_asked_and_its_answer_given() {
  const { host, sent } = network([new Response('hi', { status: 404, headers: { 'X-A': 'b' } })]);
  const headers = /** @type {[string, string][]} */ ([
    [' X-Key ', ' v '],
    ['Host', 'evil.test'],
    ['Content-Length', '5'],
    ['Proxy-Authorization', 'x'],
  ]);
  const answer = await ask(host, { method: 'post', headers, text: 'sent' });
  assert.deepEqual([answer.status, decodeUtf8(answer.body)], [404, 'hi']);
  assert.ok(answer.headers.some(([name, value]) => name === 'x-a' && value === 'b'));
  assert.equal(sent[0].method, 'POST');
  assert.equal(sent[0].redirect, 'manual');
  assert.deepEqual([...sent[0].headers], [['x-key', 'v']]);
  assert.equal(await sent[0].text(), 'sent');
}

export async function what_can_not_be_sent_is_refused_before_anything_is() {
  const { host, sent } = network([]);
  for (const call of [
    { method: 'CONNECT' },
    { method: 'A B' },
    { url: 'ftp://api.test/' },
    { url: 'nonsense' },
    { url: 'https://user:pass@api.test/' },
    { url: `https://${KEY}.test/` },
    { headers: /** @type {[string, string][]} */ ([['a b', 'x']]) },
    { headers: /** @type {[string, string][]} */ ([['a', 'x\r\nEvil: 1']]) },
  ]) {
    await refused(ask(host, call), 'INVALID_REQUEST');
  }
  assert.deepEqual(sent, []);
}

export async function a_credential_is_put_where_its_placeholder_stands_in_the_form_of_the_place() {
  const { host, sent } = network([]);
  await ask(host, {
    method: 'POST',
    url: `https://api.test/${KEY}?a=${encodeURIComponent(KEY)}`,
    headers: [
      ['authorization', `Bearer ${KEY}`],
      ['x-basic', `Basic ${btoa(asBytes(`user:${KEY}`))}`],
      ['content-type', 'application/json'],
    ],
    text: JSON.stringify({ plain: KEY }),
  });
  const escaped = 's3cr3t%2F%22%C3%A9';
  assert.equal(sent[0].url, `https://api.test/${escaped}?a=${escaped}`);
  const headers = sent[0].headers;
  assert.equal(headers.get('authorization'), `Bearer ${SECRET}`);
  const basic = fromBase64(String(headers.get('x-basic')).slice(6));
  assert.equal(decodeUtf8(/** @type {Uint8Array} */ (basic)), `user:${SECRET}`);
  const body = await sent[0].text();
  assert.deepEqual(JSON.parse(body), { plain: SECRET });
}

export async function a_credential_goes_to_its_own_hosts_only() {
  const headers = /** @type {[string, string][]} */ ([['x', KEY]]);
  const { host, sent } = network([]);
  await refused(ask(host, { url: 'https://evil.test/', headers }), 'CREDENTIAL_HOST');
  const missing = new CredentialPlaceholder(NONCE).text('NOBODY');
  await refused(ask(host, { headers: [['x', missing]] }), 'CREDENTIAL_MISSING');
  const short = new CredentialPlaceholder(NONCE).text('SHORT');
  await refused(ask(host, { headers: [['x', short]] }), 'CREDENTIAL_MISSING');
  assert.equal(sent.length, 0);
  const forged = KEY.replace(NONCE, 'guess');
  await ask(host, { headers: [['x', 'plain']], url: `https://evil.test/?q=${forged}` });
  assert.ok(decodeURIComponent(sent[0].url).includes(forged));
}

export async function a_redirect_elsewhere_drops_what_is_secret() {
  const headers = /** @type {[string, string][]} */ ([
    ['authorization', 'Bearer own'],
    ['cookie', 'c'],
    ['x-key', KEY],
    ['x-plain', 'p'],
  ]);
  const { host, sent } = network([redirect(307, 'https://other.test/x')]);
  await ask(host, { headers });
  assert.deepEqual([...sent[1].headers], [['x-plain', 'p']]);
  const same = network([redirect(307, '/y')]);
  await ask(same.host, { headers });
  assert.equal(same.sent[1].headers.get('x-key'), SECRET);
  const body = network([redirect(308, 'https://other.test/')]);
  await refused(ask(body.host, { method: 'POST', text: KEY }), 'CREDENTIAL_HOST');
}

export async function redirects_change_the_method_as_in_fetch() {
  /** @type {[number, string, string][]} */
  const changes = [
    [301, 'POST', 'GET'],
    [302, 'PUT', 'PUT'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [307, 'POST', 'POST'],
    [308, 'PATCH', 'PATCH'],
  ];
  for (const [status, before, after] of changes) {
    const { host, sent } = network([redirect(status, '/next')]);
    await ask(host, { method: before, headers: [['content-type', 'a/b']], text: 'x' });
    assert.equal(sent[1].method, after);
    const keeps = sent[1].headers.has('content-type');
    assert.equal(keeps, before === after, `${status} ${before}`);
  }
}

export async function redirects_come_to_an_end() {
  const { host, sent } = network(Array.from({ length: 9 }, () => redirect(302, '/again')));
  await refused(ask(host, {}), 'TOO_MANY_REDIRECTS');
  assert.equal(sent.length, 6);
  const nowhere = network([redirect(302, 'javascript:alert(1)')]);
  await refused(ask(nowhere.host, {}), 'INVALID_REQUEST');
}

export async function a_long_answer_is_given_up() {
  const { host } = network([new Response('x'.repeat(1001))], { responseBytes: 1000 });
  await refused(ask(host, {}), 'RESPONSE_TOO_LARGE');
}

export async function an_answer_that_does_not_come_is_given_up() {
  const { host } = network([], {}, async ({ signal }) => {
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error(SECRET)));
    });
    throw new Error(SECRET);
  });
  await refused(ask(host, { timeoutMs: 5 }), 'NETWORK_TIMEOUT');
  const broken = network([], {}, async () => {
    throw new TypeError(`connection lost: https://api.test/${SECRET}`);
  });
  await refused(ask(broken.host, {}), 'NETWORK_ERROR');
}

export async function the_platforms_own_fetch_sends_what_was_meant() {
  const { host } = network([], {}, (request) => fetch(request));
  const answer = await ask(host, {
    method: 'PUT',
    url: 'http://api.test/a%20b?q=1',
    headers: [
      ['x-key', KEY],
      ['content-type', 'text/plain'],
    ],
    text: `<${KEY}>`,
  });
  const seen = JSON.parse(decodeUtf8(answer.body));
  assert.deepEqual([seen.url, seen.method, seen.body], ['http://api.test/a%20b?q=1', 'PUT', `<${SECRET}>`]);
  assert.equal(seen.headers['x-key'], asBytes(SECRET), 'UTF-8, as on the desktop');
}

/** The UTF-8 bytes of a text, each as a character. @param {string} text */
function asBytes(text) {
  return String.fromCharCode(...encodeUtf8(text));
}
