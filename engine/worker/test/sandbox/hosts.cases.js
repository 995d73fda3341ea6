import assert from 'node:assert/strict';
import { hostName, normalisedUrl } from '../../src/sandbox/host-name.js';
import { HostPattern, isHostList } from '../../src/sandbox/host-pattern.js';
import { isPublicAddress, isPublicName } from '../../src/sandbox/public-address.js';

const FORMS = [
  ['http://EXAMPLE.com/', 'example.com'],
  ['http://example.com./', 'example.com'],
  ['http://ex%41mple.com/', 'example.com'],
  ['http://bücher.example/', 'xn--bcher-kva.example'],
  ['http://ｅｘａｍｐｌｅ.com/', 'example.com'],
  ['http://127.0.0.1/', '127.0.0.1'],
  ['http://127.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://0x7f000001/', '127.0.0.1'],
  ['http://0x7F.0x0.0x0.0x1/', '127.0.0.1'],
  ['http://0177.0.0.1/', '127.0.0.1'],
  ['http://127.0.0.1./', '127.0.0.1'],
  ['http://0/', '0.0.0.0'],
  ['http://[::1]/', '::1'],
  ['http://[0:0::0:1]/', '::1'],
  ['http://[::ffff:127.0.0.1]/', '127.0.0.1'],
  ['http://[::FFFF:7f00:1]/', '127.0.0.1'],
  ['http://user@evil.example#@good.example/', 'evil.example'],
  ['http:\\\\example.com\\x', 'example.com'],
];

export function a_host_has_one_form() {
  for (const [url, host] of FORMS) {
    assert.equal(hostName(new URL(url)), host, url);
  }
}

export function what_is_no_http_url_has_none() {
  const texts = [
    'http://1.2.3.4.5/',
    'http://256.1.1.1/',
    'http://4294967296/',
    'http://09.1.1.1/',
    'http://./',
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://',
    '//example.com',
    'http://exa mple.com/',
    '',
  ];
  for (const text of texts) {
    assert.equal(normalisedUrl(text), undefined, text);
  }
}

export function the_form_of_a_host_is_kept_when_its_url_is_written_again() {
  for (const [url, host] of FORMS) {
    const written = normalisedUrl(url);
    assert.equal(written && hostName(new URL(written.href)), host, url);
  }
}

export function a_pattern_matches_the_hosts_it_says() {
  /** @type {[string, string, boolean][]} */
  const cases = [
    ['api.example.com', 'https://api.example.com/x', true],
    ['API.Example.com', 'http://api.example.com:8080/', true],
    ['api.example.com', 'https://api.example.com./', true],
    ['api.example.com', 'https://xapi.example.com/', false],
    ['api.example.com', 'https://api.example.com.evil.example/', false],
    ['api.example.com:8443', 'https://api.example.com:8443/', true],
    ['api.example.com:8443', 'https://api.example.com/', false],
    ['api.example.com:443', 'https://api.example.com/', true],
    ['api.example.com:443', 'http://api.example.com/', false],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://evilexample.com/', false],
    ['*.1', 'http://127.0.0.1/', false],
    ['127.0.0.1', 'http://2130706433/', true],
    ['[::1]:80', 'http://[::1]/', true],
    ['::1', 'http://[0::1]:9/', true],
    ['bücher.example', 'https://xn--bcher-kva.example/', true],
    ['*', 'https://anything.example/', true],
  ];
  for (const [pattern, url, matches] of cases) {
    assert.equal(
      HostPattern.parse(pattern).matches(new URL(url)),
      matches,
      `${pattern} ${url}`,
    );
  }
}

export function what_is_no_host_is_refused_as_a_pattern() {
  for (const text of [
    '',
    'https://example.com',
    'example.com/x',
    'a b',
    'x:0',
    'x:99999',
    'a.*.b',
    '*x',
    '*.',
    '.',
    'a@b',
    'a?b',
    'a#b',
    'a\\b',
    '[::1',
    'x:',
  ]) {
    assert.throws(() => HostPattern.parse(text), /is no host/, text);
    assert.equal(isHostList([text]), false);
  }
  assert.equal(isHostList(['a.example', '*.b.example:80']), true);
  assert.equal(isHostList('a.example'), false);
  assert.equal(isHostList([1]), false);
}

export function special_addresses_are_not_public() {
  const addresses = [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '168.63.129.16',
    '192.0.0.170',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2001::1',
    '2001:db8::1',
    '100::1',
    '3fff::1',
  ];
  for (const address of addresses) {
    assert.equal(isPublicAddress(written(address)), false, address);
  }
}

export function the_rest_is_public() {
  const addresses = [
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '11.0.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '64:ff9b::808:808',
    '2002:808:808::1',
    '::ffff:8.8.8.8',
  ];
  for (const address of addresses) {
    assert.equal(isPublicAddress(written(address)), true, address);
  }
}

export function names_that_lead_into_a_network_of_ones_own_are_not_public() {
  for (const name of [
    'localhost',
    'a.localhost',
    'metadata.google.internal',
    'printer.local',
    'router',
  ]) {
    assert.equal(isPublicName(name), false, name);
  }
  for (const name of [
    'example.com',
    'localhost.example.com',
    'internal.example',
    'notlocal.dev',
  ]) {
    assert.equal(isPublicName(name), true, name);
  }
}

/** @param {string} address */
function written(address) {
  return hostName(new URL(`http://${address.includes(':') ? `[${address}]` : address}/`)) ?? '';
}
