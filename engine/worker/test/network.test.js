import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hostOf, PLACEHOLDER, redirect, scene, useNetwork } from './support/network.js';

useNetwork();

describe('hosts', () => {
  test('an allowed one is called', async () => {
    const { data } = await scene.call({ url: 'https://api.example/x' }, ['api.example']);
    assert.deepEqual(data.data.json, { from: 'api.example' });
    assert.equal(scene.sent[0].url, 'https://api.example/x');
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
      const { success, error_code } = await scene.call({ url }, allowed);
      assert.equal(success, false);
      assert.match(
        error_code,
        /^(HOST_NOT_ALLOWED|INVALID_REQUEST|INVALID_URL|INVALID_VALUE)$/,
      );
      assert.deepEqual(scene.sent, []);
    });
  }

  test('a parameter in the place of the host leads to allowed ones only', async () => {
    const url = 'https://{{input.host}}/x';
    for (const host of [
      'evil.example',
      'api.example@evil.example',
      'evil.example/?',
      'evil.example#',
      'evil.example\\',
      'api.example.evil.example',
    ]) {
      assert.equal((await scene.call({ url }, ['api.example'], { host })).success, false, host);
    }
    assert.deepEqual(scene.sent, []);
    for (const host of ['api.example', 'API.EXAMPLE', 'api.example.', 'api.example:8443']) {
      assert.equal((await scene.call({ url }, ['api.example'], { host })).success, true, host);
    }
    assert.deepEqual([...new Set(scene.sent.map(hostOf))], ['api.example']);
  });

  test('a recipe reaches what its own text names, and nothing else', async () => {
    const triplets = ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'];
    const config = {
      call: { component: 'http_request', url: 'https://api.example/{{input.path}}' },
    };
    const good = await scene.worker.post('/execute', {
      triplets,
      config,
      context: { path: '../x' },
    });
    assert.equal(good.json.success, true);
    const other = { call: { component: 'http_request', url: '{{input.url}}' } };
    const bad = await scene.worker.post('/execute', {
      triplets,
      config: other,
      context: { url: 'https://api.example/' },
    });
    assert.equal(bad.json.error_code, 'HOST_NOT_ALLOWED');
  });

  test('a private address is called where the list names this very address', async () => {
    assert.equal(
      (await scene.call({ url: 'http://127.0.0.1:9/' }, ['127.0.0.1:9'])).success,
      true,
    );
    assert.equal(
      (await scene.call({ url: 'http://127.0.0.1:10/' }, ['127.0.0.1:9', '*'])).success,
      false,
    );
  });

  test('an address as a component is held to the same list', async () => {
    const triplets = ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'];
    const config = { call: { component: 'https://part.example/run' } };
    scene.answers['part.example'] = () =>
      Response.json({ success: true, data: { done: true } });
    const good = await scene.worker.post('/execute', { triplets, config, context: { a: 1 } });
    assert.deepEqual(good.json.data, { success: true, data: { done: true } });
    assert.equal(JSON.parse(scene.sent[0].body).a, 1);
    const bad = await scene.worker.post('/execute', {
      triplets,
      config,
      allowed_hosts: ['other.example'],
    });
    assert.equal(bad.json.error_code, 'HOST_NOT_ALLOWED');
  });
});

describe('redirects', () => {
  test('are followed to allowed hosts', async () => {
    scene.answers['api.example/a'] = () => redirect(302, '/b');
    scene.answers['api.example/b'] = () => redirect(301, 'https://other.example/c');
    const { data } = await scene.call({ url: 'https://api.example/a' }, [
      'api.example',
      'other.example',
    ]);
    assert.deepEqual(data.data.json, { from: 'other.example' });
    assert.deepEqual(
      scene.sent.map(({ url }) => url),
      ['https://api.example/a', 'https://api.example/b', 'https://other.example/c'],
    );
  });

  for (const location of [
    'https://evil.example/',
    '//evil.example/',
    'https://api.example@evil.example/',
    'http://169.254.169.254/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'file:///etc/passwd',
    'https:\\\\evil.example/',
    'https://user:pw@api.example/',
  ]) {
    test(`to ${location} are not`, async () => {
      scene.answers['api.example'] = () => redirect(302, location);
      const { success, error_code } = await scene.call({ url: 'https://api.example/' }, [
        'api.example',
        '*.example2',
      ]);
      assert.equal(success, false);
      assert.match(error_code, /^(HOST_NOT_ALLOWED|INVALID_REQUEST)$/);
      assert.equal(scene.sent.length, 1);
    });
  }

  test('are followed five times, not six', async () => {
    scene.answers['api.example'] = () => redirect(302, '/again');
    const { error_code } = await scene.call({ url: 'https://api.example/' }, ['api.example']);
    assert.equal(error_code, 'TOO_MANY_REDIRECTS');
    assert.equal(scene.sent.length, 6);
  });

  test('change the method as in fetch', async () => {
    for (const [
      status,
      before_,
      after_,
      body,
    ] of /** @type {[number, string, string, string][]} */ ([
      [301, 'POST', 'GET', ''],
      [302, 'POST', 'GET', ''],
      [303, 'PUT', 'GET', ''],
      [307, 'POST', 'POST', 'sent'],
      [308, 'PATCH', 'PATCH', 'sent'],
      [302, 'PUT', 'PUT', 'sent'],
    ])) {
      scene.sent = [];
      scene.answers['api.example/a'] = () => redirect(status, '/b');
      await scene.call({ url: 'https://api.example/a', method: before_, body: 'sent' }, [
        'api.example',
      ]);
      assert.deepEqual(
        [scene.sent[1].method, scene.sent[1].body],
        [after_, body],
        `${status} ${before_}`,
      );
    }
  });
});

describe('requests and answers', () => {
  test('headers of the connection are ours, line breaks are refused', async () => {
    await scene.call(
      {
        url: 'https://api.example/',
        headers: { Host: 'evil.example', 'Proxy-Authorization': 'x', 'X-Mine': 'yes' },
      },
      ['api.example'],
    );
    assert.equal(scene.sent[0].headers['x-mine'], 'yes');
    assert.notEqual(scene.sent[0].headers.host, 'evil.example');
    assert.equal(scene.sent[0].headers['proxy-authorization'], undefined);
    for (const value of ['a\r\nX-Injected: 1', 'a\nb', 'a\0b']) {
      assert.equal(
        (
          await scene.call({ url: 'https://api.example/', headers: { K: value } }, [
            'api.example',
          ])
        ).success,
        false,
      );
    }
    assert.equal(scene.sent.length, 1);
  });

  test('methods that are none are refused', async () => {
    for (const method of ['CONNECT', 'TRACE', 'GET /x', 'G\nT']) {
      assert.equal(
        (await scene.call({ url: 'https://api.example/', method }, ['api.example'])).success,
        false,
        method,
      );
    }
    assert.deepEqual(scene.sent, []);
  });

  test('an answer over 5 MiB is a failure, however it is packed', async () => {
    scene.answers['api.example/plain'] = () => new Response('x'.repeat(5 * 1024 * 1024 + 1));
    scene.answers['api.example/packed'] = () =>
      new Response(Buffer.alloc(6 * 1024 * 1024), { headers: { 'Content-Encoding': 'gzip' } });
    for (const path of ['plain', 'packed']) {
      const { error_code } = await scene.call({ url: `https://api.example/${path}` }, [
        'api.example',
      ]);
      assert.equal(error_code, 'RESPONSE_TOO_LARGE', path);
    }
  });

  test('a server that breaks off is a failure that names the host and not the URL', async () => {
    scene.answers['api.example'] = () => {
      throw new Error('broken');
    };
    const { success, error } = await scene.call(
      { url: `https://api.example/?k=${PLACEHOLDER}` },
      ['api.example'],
    );
    assert.equal(success, false);
    assert.ok(!error.includes('?k='));
  });
});
