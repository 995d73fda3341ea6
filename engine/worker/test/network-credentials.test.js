import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PLACEHOLDER, redirect, scene, SECRET, useNetwork } from './support/network.js';

useNetwork();

describe('credentials', () => {
  test('come in URL, header and body just before sending', async () => {
    const url = `https://api.example/bot${PLACEHOLDER}/x?k=${PLACEHOLDER}`;
    const headers = { Authorization: `Bearer ${PLACEHOLDER}` };
    const json = await scene.call(
      { url, method: 'POST', headers, body_json: { k: PLACEHOLDER } },
      ['api.example'],
    );
    assert.equal(json.success, true, JSON.stringify(json));
    const encoded = encodeURIComponent(SECRET);
    assert.equal(scene.sent[0].url, `https://api.example/bot${encoded}/x?k=${encoded}`);
    assert.equal(scene.sent[0].headers.authorization, `Bearer ${SECRET}`);
    assert.deepEqual(JSON.parse(scene.sent[0].body), { k: SECRET });
  });

  test('that a service echoes are taken out, in whatever form', async () => {
    scene.answers['api.example'] = () =>
      new Response(
        JSON.stringify({
          plain: SECRET,
          base64: btoa(`user:${SECRET}`),
          url: encodeURIComponent(SECRET),
        }),
        {
          headers: { 'X-Echo': SECRET, 'Content-Type': 'application/json' },
        },
      );
    const url = `https://api.example/?k=${PLACEHOLDER}`;
    const json = await scene.call({ url }, ['api.example']);
    const text = JSON.stringify(json);
    assert.ok(!text.includes(SECRET) && !text.includes('s3cret'));
    assert.match(text, /«credential:token»/);
    const kept = await scene.worker.get(`/executions/${json.run_id}`);
    assert.match(kept.text, /«credential:token»/);
  });

  test('that showed before a call asked for them are taken out of what is kept and answered', async () => {
    scene.answers['other.example'] = () => Response.json({ leak: SECRET });
    const { json } = await scene.worker.post('/execute', {
      triplets: [
        'input >> PIPE >> first',
        'first >> PIPE >> second',
        'second >> PIPE >> output',
      ],
      config: {
        first: { component: 'http_request', url: 'https://other.example/' },
        second: { component: 'http_request', url: `https://api.example/?k=${PLACEHOLDER}` },
      },
    });
    assert.ok(!JSON.stringify(json).includes('s3cret'));
  });

  test('go to their own hosts only', async () => {
    const parameters = { url: 'https://other.example/', headers: { K: PLACEHOLDER } };
    const { error_code, error } = await scene.call(parameters, ['other.example']);
    assert.equal(error_code, 'CREDENTIAL_HOST');
    assert.match(error, /token.*other\.example/);
    assert.deepEqual(scene.sent, []);
    const below = await scene.call({ ...parameters, url: 'https://part.of.example/' }, [
      '*.of.example',
    ]);
    assert.equal(below.success, true);
  });

  test('can not decide where a request goes', async () => {
    const { success } = await scene.call({ url: `https://${PLACEHOLDER}.example/` }, ['*']);
    assert.equal(success, false);
    assert.deepEqual(scene.sent, []);
  });

  test('stay behind on a redirect to another host', async () => {
    scene.answers['api.example'] = () => redirect(302, 'https://part.of.example/');
    const headers = {
      'X-Key': PLACEHOLDER,
      Authorization: 'plain',
      Cookie: 'a=b',
      'X-Other': 'stays',
    };
    await scene.call({ url: 'https://api.example/', headers }, ['api.example', '*.of.example']);
    assert.equal(scene.sent[0].headers['x-key'], SECRET);
    const second = scene.sent[1].headers;
    assert.deepEqual(
      [second['x-key'], second.authorization, second.cookie, second['x-other']],
      [undefined, undefined, undefined, 'stays'],
    );
  });

  test('stay behind on a redirect to another port and from https to http', async () => {
    for (const location of ['https://api.example:8443/', 'http://api.example/']) {
      scene.sent = [];
      scene.answers['api.example'] = () =>
        scene.sent.length === 1 ? redirect(302, location) : new Response('ok');
      await scene.call({ url: 'https://api.example/', headers: { K: PLACEHOLDER } }, [
        'api.example',
      ]);
      assert.deepEqual(
        [scene.sent.length, scene.sent[0].headers.k, scene.sent[1].headers.k],
        [2, SECRET, undefined],
      );
    }
  });

  test('in a body are not sent on to another host', async () => {
    scene.answers['api.example'] = () => redirect(307, 'https://part.of.example/');
    const { error_code } = await scene.call(
      { url: 'https://api.example/', method: 'POST', body: PLACEHOLDER },
      ['api.example', '*.of.example'],
    );
    assert.equal(error_code, 'CREDENTIAL_HOST');
    assert.equal(scene.sent.length, 1);
  });

  test('that a caller writes stay text', async () => {
    for (const say of [
      PLACEHOLDER,
      '«credential:token»',
      '«credential:token#0123456789abcdef0123456789abcdef»',
    ]) {
      scene.sent = [];
      await scene.call(
        {
          url: 'https://api.example/',
          method: 'POST',
          body: '{{input.say}}',
          headers: { K: 'x{{input.n ?? ""}}' },
        },
        ['api.example'],
        { say },
      );
      assert.equal(scene.sent[0].body, say);
      const echoed = await scene.worker.post('/execute', {
        triplets: ['input >> PIPE >> output'],
        context: { say },
      });
      assert.deepEqual(echoed.json.data, { say });
    }
  });

  test('that are missing are named, and nothing is sent', async () => {
    const { error_code, error } = await scene.call(
      { url: 'https://api.example/', headers: { K: '{{credential.nobody}}' } },
      ['api.example'],
    );
    assert.equal(error_code, 'CREDENTIAL_MISSING');
    assert.match(error, /nobody/);
    assert.deepEqual(scene.sent, []);
  });
});
