import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ExecutorWorker } from './support/executor-worker.js';

const SECRET = 's3cret/val"ue and more';
const PLACEHOLDER = '{{credential.token}}';

/** @typedef {{ method: string, url: string, headers: Record<string, string>, body: string }} Sent */

/** Requests that got out of the Worker. @type {Sent[]} */
let sent = [];
/** What they are answered with, by host and path. @type {Record<string, () => Response>} */
let answers = {};
/** @type {ExecutorWorker} */
let worker;

before(async () => {
  worker = new ExecutorWorker({
    async outbound(request) {
      const { url, method } = request;
      sent.push({ method, url, headers: Object.fromEntries(request.headers), body: await request.text() });
      const { host, pathname } = new URL(url);
      return (answers[host + pathname] ?? answers[host] ?? (() => Response.json({ from: host })))();
    },
  });
  await worker.putCredential('token', SECRET, ['api.example', '*.of.example']);
});
after(() => worker.close());
beforeEach(() => {
  sent = [];
  answers = {};
});

/**
 * Calls `http_request` with parameters.
 *
 * @param {object} parameters
 * @param {string[]} allowed_hosts
 * @param {object} [context]
 */
async function call(parameters, allowed_hosts, context = {}) {
  const { json } = await worker.post('/execute', {
    triplets: ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'],
    config: { call: { component: 'http_request', ...parameters } },
    allowed_hosts,
    context,
  });
  return json;
}

describe('hosts', () => {
  test('an allowed one is called', async () => {
    const { data } = await call({ url: 'https://api.example/x' }, ['api.example']);
    assert.deepEqual(data.data.json, { from: 'api.example' });
    assert.equal(sent[0].url, 'https://api.example/x');
  });

  /** @type {[string, string[]][]} */
  const REFUSED = [
    ['https://evil.example/', ['api.example']],
    ['https://api.example.evil.example/', ['api.example']],
    ['https://evilapi.example/', ['api.example', '*.api.example']],
    ['https://api.example@evil.example/', ['api.example']],
    ['https://api.example:x@evil.example/', ['api.example']],
    ['https://api.example%40evil.example/', ['api.example']],
    ['https://evil.example/api.example', ['api.example']],
    ['https://evil.example\\@api.example/', ['api.example']],
    ['https://evil.example#@api.example/', ['api.example']],
    ['https://evil.example?@api.example/', ['api.example']],
    ['https:\\\\evil.example', ['api.example']],
    ['https://api.example:8443/', ['api.example:443']],
    ['http://api.example/', ['api.example:443']],
    ['https://ｅｖｉｌ.example/', ['api.example']],
    ['https://api.exämple/', ['api.example']],
    ['https://аpi.example/', ['api.example']],
    ['https://api.example。evil.example/', ['api.example']],
    ['ftp://api.example/', ['api.example']],
    ['file:///etc/passwd', ['*']],
    ['http://127.0.0.1/', ['*']],
    ['http://127.1/', ['*']],
    ['http://2130706433/', ['*']],
    ['http://0x7f.1/', ['*']],
    ['http://0177.0.0.1/', ['*']],
    ['http://[::1]/', ['*']],
    ['http://[::ffff:127.0.0.1]/', ['*']],
    ['http://[::ffff:a9fe:a9fe]/', ['*']],
    ['http://169.254.169.254/latest/meta-data/', ['*']],
    ['http://10.0.0.1/', ['*']],
    ['http://[64:ff9b::10.0.0.1]/', ['*']],
    ['http://localhost/', ['*']],
    ['http://LOCALHOST./', ['*']],
    ['http://x.localhost/', ['*.localhost', '*']],
    ['http://metadata.google.internal/', ['*', '*.internal']],
  ];
  for (const [url, allowed] of REFUSED) {
    test(`${url} is refused with ${allowed.join(' ')}`, async () => {
      const { success, error_code } = await call({ url }, allowed);
      assert.equal(success, false);
      assert.match(error_code, /^(HOST_NOT_ALLOWED|INVALID_REQUEST|INVALID_URL|INVALID_VALUE)$/);
      assert.deepEqual(sent, []);
    });
  }

  test('a parameter in the place of the host leads to allowed ones only', async () => {
    const url = 'https://{{input.host}}/x';
    for (const host of ['evil.example', 'api.example@evil.example', 'evil.example/?', 'evil.example#', 'evil.example\\', 'api.example.evil.example']) {
      assert.equal((await call({ url }, ['api.example'], { host })).success, false, host);
    }
    assert.deepEqual(sent, []);
    for (const host of ['api.example', 'API.EXAMPLE', 'api.example.', 'api.example:8443']) {
      assert.equal((await call({ url }, ['api.example'], { host })).success, true, host);
    }
    assert.deepEqual([...new Set(sent.map(hostOf))], ['api.example']);
  });

  test('a recipe reaches what its own text names, and nothing else', async () => {
    const triplets = ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'];
    const config = { call: { component: 'http_request', url: 'https://api.example/{{input.path}}' } };
    const good = await worker.post('/execute', { triplets, config, context: { path: '../x' } });
    assert.equal(good.json.success, true);
    const other = { call: { component: 'http_request', url: '{{input.url}}' } };
    const bad = await worker.post('/execute', { triplets, config: other, context: { url: 'https://api.example/' } });
    assert.equal(bad.json.error_code, 'HOST_NOT_ALLOWED');
  });

  test('a private address is called where the list names this very address', async () => {
    assert.equal((await call({ url: 'http://127.0.0.1:9/' }, ['127.0.0.1:9'])).success, true);
    assert.equal((await call({ url: 'http://127.0.0.1:10/' }, ['127.0.0.1:9', '*'])).success, false);
  });

  test('an address as a component is held to the same list', async () => {
    const triplets = ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'];
    const config = { call: { component: 'https://part.example/run' } };
    answers['part.example'] = () => Response.json({ success: true, data: { done: true } });
    const good = await worker.post('/execute', { triplets, config, context: { a: 1 } });
    assert.deepEqual(good.json.data, { success: true, data: { done: true } });
    assert.equal(JSON.parse(sent[0].body).a, 1);
    const bad = await worker.post('/execute', { triplets, config, allowed_hosts: ['other.example'] });
    assert.equal(bad.json.error_code, 'HOST_NOT_ALLOWED');
  });
});

describe('redirects', () => {
  test('are followed to allowed hosts', async () => {
    answers['api.example/a'] = () => redirect(302, '/b');
    answers['api.example/b'] = () => redirect(301, 'https://other.example/c');
    const { data } = await call({ url: 'https://api.example/a' }, ['api.example', 'other.example']);
    assert.deepEqual(data.data.json, { from: 'other.example' });
    assert.deepEqual(sent.map(({ url }) => url), ['https://api.example/a', 'https://api.example/b', 'https://other.example/c']);
  });

  for (const location of ['https://evil.example/', '//evil.example/', 'https://api.example@evil.example/', 'http://169.254.169.254/', 'http://[::ffff:127.0.0.1]/', 'http://localhost/', 'file:///etc/passwd', 'https:\\\\evil.example/', 'https://user:pw@api.example/']) {
    test(`to ${location} are not`, async () => {
      answers['api.example'] = () => redirect(302, location);
      const { success, error_code } = await call({ url: 'https://api.example/' }, ['api.example', '*.example2']);
      assert.equal(success, false);
      assert.match(error_code, /^(HOST_NOT_ALLOWED|INVALID_REQUEST)$/);
      assert.equal(sent.length, 1);
    });
  }

  test('are followed five times, not six', async () => {
    answers['api.example'] = () => redirect(302, '/again');
    const { error_code } = await call({ url: 'https://api.example/' }, ['api.example']);
    assert.equal(error_code, 'TOO_MANY_REDIRECTS');
    assert.equal(sent.length, 6);
  });

  test('change the method as in fetch', async () => {
    for (const [status, before_, after_, body] of /** @type {[number, string, string, string][]} */ ([
      [301, 'POST', 'GET', ''],
      [302, 'POST', 'GET', ''],
      [303, 'PUT', 'GET', ''],
      [307, 'POST', 'POST', 'sent'],
      [308, 'PATCH', 'PATCH', 'sent'],
      [302, 'PUT', 'PUT', 'sent'],
    ])) {
      sent = [];
      answers['api.example/a'] = () => redirect(status, '/b');
      await call({ url: 'https://api.example/a', method: before_, body: 'sent' }, ['api.example']);
      assert.deepEqual([sent[1].method, sent[1].body], [after_, body], `${status} ${before_}`);
    }
  });
});

describe('credentials', () => {
  test('come in URL, header and body just before sending', async () => {
    const url = `https://api.example/bot${PLACEHOLDER}/x?k=${PLACEHOLDER}`;
    const headers = { Authorization: `Bearer ${PLACEHOLDER}` };
    const json = await call({ url, method: 'POST', headers, body_json: { k: PLACEHOLDER } }, ['api.example']);
    assert.equal(json.success, true, JSON.stringify(json));
    const encoded = encodeURIComponent(SECRET);
    assert.equal(sent[0].url, `https://api.example/bot${encoded}/x?k=${encoded}`);
    assert.equal(sent[0].headers.authorization, `Bearer ${SECRET}`);
    assert.deepEqual(JSON.parse(sent[0].body), { k: SECRET });
  });

  test('that a service echoes are taken out, in whatever form', async () => {
    answers['api.example'] = () =>
      new Response(JSON.stringify({ plain: SECRET, base64: btoa(`user:${SECRET}`), url: encodeURIComponent(SECRET) }), {
        headers: { 'X-Echo': SECRET, 'Content-Type': 'application/json' },
      });
    const url = `https://api.example/?k=${PLACEHOLDER}`;
    const json = await call({ url }, ['api.example']);
    const text = JSON.stringify(json);
    assert.ok(!text.includes(SECRET) && !text.includes('s3cret'));
    assert.match(text, /«credential:token»/);
    const kept = await worker.get(`/executions/${json.run_id}`);
    assert.match(kept.text, /«credential:token»/);
  });

  test('that showed before a call asked for them are taken out of what is kept and answered', async () => {
    answers['other.example'] = () => Response.json({ leak: SECRET });
    const { json } = await worker.post('/execute', {
      triplets: ['input >> PIPE >> first', 'first >> PIPE >> second', 'second >> PIPE >> output'],
      config: {
        first: { component: 'http_request', url: 'https://other.example/' },
        second: { component: 'http_request', url: `https://api.example/?k=${PLACEHOLDER}` },
      },
    });
    assert.ok(!JSON.stringify(json).includes('s3cret'));
  });

  test('go to their own hosts only', async () => {
    const parameters = { url: 'https://other.example/', headers: { K: PLACEHOLDER } };
    const { error_code, error } = await call(parameters, ['other.example']);
    assert.equal(error_code, 'CREDENTIAL_HOST');
    assert.match(error, /token.*other\.example/);
    assert.deepEqual(sent, []);
    const below = await call({ ...parameters, url: 'https://part.of.example/' }, ['*.of.example']);
    assert.equal(below.success, true);
  });

  test('can not decide where a request goes', async () => {
    const { success } = await call({ url: `https://${PLACEHOLDER}.example/` }, ['*']);
    assert.equal(success, false);
    assert.deepEqual(sent, []);
  });

  test('stay behind on a redirect to another host', async () => {
    answers['api.example'] = () => redirect(302, 'https://part.of.example/');
    const headers = { 'X-Key': PLACEHOLDER, Authorization: 'plain', Cookie: 'a=b', 'X-Other': 'stays' };
    await call({ url: 'https://api.example/', headers }, ['api.example', '*.of.example']);
    assert.equal(sent[0].headers['x-key'], SECRET);
    const second = sent[1].headers;
    assert.deepEqual([second['x-key'], second.authorization, second.cookie, second['x-other']], [undefined, undefined, undefined, 'stays']);
  });

  test('stay behind on a redirect to another port and from https to http', async () => {
    for (const location of ['https://api.example:8443/', 'http://api.example/']) {
      sent = [];
      answers['api.example'] = () => (sent.length === 1 ? redirect(302, location) : new Response('ok'));
      await call({ url: 'https://api.example/', headers: { K: PLACEHOLDER } }, ['api.example']);
      assert.deepEqual([sent.length, sent[0].headers.k, sent[1].headers.k], [2, SECRET, undefined]);
    }
  });

  test('in a body are not sent on to another host', async () => {
    answers['api.example'] = () => redirect(307, 'https://part.of.example/');
    const { error_code } = await call({ url: 'https://api.example/', method: 'POST', body: PLACEHOLDER }, ['api.example', '*.of.example']);
    assert.equal(error_code, 'CREDENTIAL_HOST');
    assert.equal(sent.length, 1);
  });

  test('that a caller writes stay text', async () => {
    for (const say of [PLACEHOLDER, '«credential:token»', '«credential:token#0123456789abcdef0123456789abcdef»']) {
      sent = [];
      await call({ url: 'https://api.example/', method: 'POST', body: '{{input.say}}', headers: { K: 'x{{input.n ?? ""}}' } }, ['api.example'], { say });
      assert.equal(sent[0].body, say);
      const echoed = await worker.post('/execute', { triplets: ['input >> PIPE >> output'], context: { say } });
      assert.deepEqual(echoed.json.data, { say });
    }
  });

  test('that are missing are named, and nothing is sent', async () => {
    const { error_code, error } = await call({ url: 'https://api.example/', headers: { K: '{{credential.nobody}}' } }, ['api.example']);
    assert.equal(error_code, 'CREDENTIAL_MISSING');
    assert.match(error, /nobody/);
    assert.deepEqual(sent, []);
  });
});

describe('requests and answers', () => {
  test('headers of the connection are ours, line breaks are refused', async () => {
    await call({ url: 'https://api.example/', headers: { Host: 'evil.example', 'Proxy-Authorization': 'x', 'X-Mine': 'yes' } }, ['api.example']);
    assert.equal(sent[0].headers['x-mine'], 'yes');
    assert.notEqual(sent[0].headers.host, 'evil.example');
    assert.equal(sent[0].headers['proxy-authorization'], undefined);
    for (const value of ['a\r\nX-Injected: 1', 'a\nb', 'a\0b']) {
      assert.equal((await call({ url: 'https://api.example/', headers: { K: value } }, ['api.example'])).success, false);
    }
    assert.equal(sent.length, 1);
  });

  test('methods that are none are refused', async () => {
    for (const method of ['CONNECT', 'TRACE', 'GET /x', 'G\nT']) {
      assert.equal((await call({ url: 'https://api.example/', method }, ['api.example'])).success, false, method);
    }
    assert.deepEqual(sent, []);
  });

  test('an answer over 5 MiB is a failure, however it is packed', async () => {
    answers['api.example/plain'] = () => new Response('x'.repeat(5 * 1024 * 1024 + 1));
    answers['api.example/packed'] = () =>
      new Response(Buffer.alloc(6 * 1024 * 1024), { headers: { 'Content-Encoding': 'gzip' } });
    for (const path of ['plain', 'packed']) {
      const { error_code } = await call({ url: `https://api.example/${path}` }, ['api.example']);
      assert.equal(error_code, 'RESPONSE_TOO_LARGE', path);
    }
  });

  test('a server that breaks off is a failure that names the host and not the URL', async () => {
    answers['api.example'] = () => {
      throw new Error('broken');
    };
    const { success, error } = await call({ url: `https://api.example/?k=${PLACEHOLDER}` }, ['api.example']);
    assert.equal(success, false);
    assert.ok(!error.includes('?k='));
  });
});

/** @param {Sent} request */
function hostOf({ url }) {
  return new URL(url).hostname;
}

/** @param {number} status @param {string} location */
function redirect(status, location) {
  return new Response(null, { status, headers: { Location: location } });
}
