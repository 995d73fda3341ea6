import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ExecutorWorker, KEYS, sha256 } from './support/executor-worker.js';

const FLOW = ['input >> PIPE >> echo', 'echo >> PIPE >> output'];
/** A failure of `echo` fails the run. */
const STRICT_FLOW = ['input >> PIPE >> echo', 'echo >> ON_SUCCESS >> output'];
const CONFIG = { echo: { component: 'set', values: { got: '{{input.n ?? null}}' } } };
const SECRET = 'a-signing-secret-of-the-tests';
const WINDOW_S = 300;

/**
 * How each style signs, independently of the executor.
 *
 * @type {Record<string, (body: string, options?: { secret?: string, atS?: number, id?: string }) => Record<string, string>>}
 */
const SIGN = {
  github: (body, { secret = SECRET, id = 'delivery-1' } = {}) => ({
    'X-Hub-Signature-256': `sha256=${hmac(secret, body)}`,
    'X-GitHub-Delivery': id,
  }),
  gitea: (body, { secret = SECRET, id = 'delivery-1' } = {}) => ({
    'X-Gitea-Signature': hmac(secret, body),
    'X-Gitea-Delivery': id,
  }),
  stripe: (body, { secret = SECRET, atS = nowS() } = {}) => ({
    'Stripe-Signature': `v0=x,t=${atS},v1=${hmac('old-secret', `${atS}.${body}`)},v1=${hmac(secret, `${atS}.${body}`)}`,
  }),
  slack: (body, { secret = SECRET, atS = nowS() } = {}) => ({
    'X-Slack-Request-Timestamp': String(atS),
    'X-Slack-Signature': `v0=${hmac(secret, `v0:${atS}:${body}`)}`,
  }),
  line: (body, { secret = SECRET } = {}) => ({ 'X-Line-Signature': hmac(secret, body, 'base64') }),
  hmac: (body, { secret = SECRET } = {}) => ({ 'X-Signature-256': hmac(secret, body) }),
};
const STYLES = Object.keys(SIGN);
const TIMED = ['stripe', 'slack'];

/** @type {ExecutorWorker} */
let worker;
/** The token of each hook. @type {Record<string, string>} */
const tokens = {};
let bodies = 0;

before(async () => {
  worker = new ExecutorWorker();
  await worker.putCredential('SIGNING', SECRET, []);
  for (const style of STYLES) {
    tokens[style] = await hook(style, { style, secret: 'SIGNING' });
  }
  tokens.open = await hook('open', undefined);
});
after(() => worker.close());

/** @param {string} name @param {object | undefined} verify @param {object} [more] */
async function hook(name, verify, more = {}) {
  const triggers = [{ webhook: { public: true, ...(verify ? { verify } : {}) } }];
  const { hook: made } = await worker.deploy(name, STRICT_FLOW, { config: CONFIG, triggers, ...more });
  return made.token;
}

/** @param {string} token @param {string} body @param {Record<string, string>} [headers] @param {string} [path] */
function send(token, body, headers = {}, path = `/webhooks/${token}/trigger`) {
  return worker.fetch(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** A body that no other test sends. @param {object} [more] */
function fresh(more = {}) {
  return JSON.stringify({ n: ++bodies, ...more });
}

describe('a hook without signatures', () => {
  test('runs its recipe for whoever has the token, and shows no trace', async () => {
    const { status, json } = await send(tokens.open, '{"n":5}');
    assert.equal(status, 200);
    assert.deepEqual(json.data, { success: true, data: { got: 5 } });
    assert.deepEqual(Object.keys(json).sort(), ['data', 'run_id', 'success']);
  });

  test('answers queries with the bare result, by GET and by POST', async () => {
    assert.deepEqual((await worker.fetch(`/q/${tokens.open}?n=7`)).json, { success: true, data: { got: '7' } });
    assert.deepEqual((await send(tokens.open, '{"n":8}', {}, `/q/${tokens.open}`)).json, { success: true, data: { got: 8 } });
  });

  test('is reached by token and name too, and under no other name', async () => {
    for (const path of [`/webhooks/named/${tokens.open}/open/trigger`, `/webhooks/named/${tokens.open}/open/query`, `/q/${tokens.open}/open`]) {
      assert.equal((await send(tokens.open, '{}', {}, path)).status, 200);
      const other = await send(tokens.open, '{}', {}, path.replace('/open', '/github'));
      assert.deepEqual([other.status, other.json.error_code], [404, 'UNKNOWN_HOOK']);
    }
  });

  test('may run in the background', async () => {
    const { status, json } = await send(tokens.open, '{}', {}, `/webhooks/${tokens.open}/trigger?async=1`);
    assert.deepEqual([status, json.status], [202, 'accepted']);
  });

  test('a body that can not be read is refused', async () => {
    assert.equal((await send(tokens.open, '{')).json.error_code, 'MALFORMED_JSON');
    assert.equal((await send(tokens.open, `"${'x'.repeat(5 * 1024 * 1024)}"`)).status, 413);
  });

  test('tells strangers nothing of why a run failed', async () => {
    const token = await hook('breaks', undefined, {
      config: { echo: { component: 'http_request', url: 'https://internal.example/{{input.n}}' } },
      allowed_hosts: [],
    });
    const { status, json, text } = await send(token, '{"n":1}');
    assert.equal(status, 500);
    assert.deepEqual([json.success, json.error_code], [false, 'RUN_FAILED']);
    assert.ok(!text.includes('internal.example'));
    const run = await worker.get(`/executions/${json.run_id}`);
    assert.match(run.text, /internal\.example/);
  });
});

describe('tokens', () => {
  test('are shown once, and stored only as their hash', async () => {
    const kv = await worker.recipes();
    const hash = sha256(tokens.open);
    assert.deepEqual(JSON.parse(await kv.get(`hook:${hash}`)), { v: 1, recipe: 'open' });
    assert.equal(JSON.parse(await kv.get('recipe:open')).hook, hash);
    assert.match(tokens.open, /^[\w-]{22}$/);
    assert.ok(!(await worker.get('/webhooks/named/open/definition')).text.includes(tokens.open));
  });

  test('a wrong one, a hash, a name and a key open nothing', async () => {
    const wrong = ['x'.repeat(22), sha256(tokens.open), 'open', 'named', KEYS.manage, `${tokens.open}x`, tokens.open.toUpperCase(), `%20${tokens.open}`];
    for (const token of wrong) {
      for (const path of [`/webhooks/${token}/trigger`, `/q/${token}`]) {
        const { status, json } = await send(token, '{}', {}, path);
        assert.deepEqual([status, json.error_code], [404, 'UNKNOWN_HOOK'], path);
      }
    }
  });

  test('stay when the recipe is deployed again, and go when it asks for no hook any more', async () => {
    const token = await hook('stays', undefined);
    const triggers = [{ webhook: { public: true } }];
    const again = await worker.deploy('stays', FLOW, { config: CONFIG, triggers });
    assert.equal(again.hook, undefined);
    assert.equal((await send(token, '{}')).status, 200);
    await worker.deploy('stays', FLOW, { config: CONFIG });
    assert.equal((await send(token, '{}')).json.error_code, 'UNKNOWN_HOOK');
  });

  test('are revoked by rotating, and by deleting the recipe', async () => {
    const token = await hook('rotates', undefined);
    const next = await hook('rotates', undefined, { rotate_hook: true });
    assert.notEqual(next, token);
    assert.equal((await send(token, '{}')).status, 404);
    assert.equal((await send(next, '{}')).status, 200);
    await worker.fetch('/webhooks/named/rotates', { method: 'DELETE', key: KEYS.manage });
    assert.equal((await send(next, '{}')).status, 404);
    await worker.deploy('rotates', FLOW, { config: CONFIG });
    assert.equal((await send(next, '{}')).status, 404);
  });

  test('one whose recipe names another is revoked, whatever KV still has', async () => {
    const token = await hook('moved', undefined);
    const kv = await worker.recipes();
    const record = JSON.parse(await kv.get('recipe:moved'));
    await kv.put('recipe:moved', JSON.stringify({ ...record, hook: sha256('another token') }));
    assert.equal((await send(token, '{}')).status, 404);
  });

  test('a recipe that is not public has none', async () => {
    const deployed = await worker.deploy('private', FLOW, { config: CONFIG, triggers: [{ webhook: { public: false } }] });
    assert.deepEqual([deployed.public, deployed.hook], [false, undefined]);
    const kv = await worker.recipes();
    const token = 'A'.repeat(22);
    await kv.put(`hook:${sha256(token)}`, JSON.stringify({ v: 1, recipe: 'private' }));
    assert.equal((await send(token, '{}')).status, 404);
  });
});

for (const style of STYLES) {
  describe(`signatures of ${style}`, () => {
    test('a right one is let in', async () => {
      const body = fresh();
      const { status, json } = await send(tokens[style], body, SIGN[style](body, { id: `${style}-right` }));
      assert.equal(status, 200, JSON.stringify(json));
      assert.deepEqual(json.data.data, { got: bodies });
    });

    test('a query by POST is let in likewise', async () => {
      const body = fresh();
      const headers = SIGN[style](body, { id: `${style}-query` });
      const { status, json } = await send(tokens[style], body, headers, `/q/${tokens[style]}`);
      assert.deepEqual([status, json.data], [200, { got: bodies }]);
    });

    test('nobody gets around it', async () => {
      const body = fresh();
      const right = SIGN[style](body, { id: `${style}-around` });
      const others = STYLES.filter((other) => other !== style && !(style === 'hmac' && other === 'hmac'));
      /** @type {[string, string, Record<string, string>][]} */
      const attempts = [
        ['no signature', body, {}],
        ['another secret', body, SIGN[style](body, { secret: 'another-secret' })],
        ['an empty secret', body, SIGN[style](body, { secret: '' })],
        ['another body', `${body} `, right],
        ['no body', '', right],
        ['a body without its last byte', body.slice(0, -1), right],
        ...others.map((other) => /** @type {[string, string, Record<string, string>]} */ ([`the style ${other}`, body, SIGN[other](body)])),
        ...Object.entries(right).flatMap(([name, value]) =>
          mangled(value).map((text) => /** @type {[string, string, Record<string, string>]} */ ([`${name}: ${text}`, body, { ...right, [name]: text }])),
        ),
      ];
      for (const [what, sent, headers] of attempts) {
        if (/Delivery/.test(what)) {
          continue;
        }
        const { status, json } = await send(tokens[style], sent, headers);
        assert.deepEqual([status, json.error_code], [401, 'SIGNATURE_INVALID'], what);
      }
    });

    test('a GET, which can not be signed, is refused', async () => {
      const { status } = await worker.fetch(`/q/${tokens[style]}?n=1`, { headers: SIGN[style]('') });
      assert.equal(status, 401);
    });

    test('an API key does not replace it', async () => {
      const { status } = await worker.post(`/webhooks/${tokens[style]}/trigger`, { n: 1 });
      assert.equal(status, 401);
    });
  });
}

describe('time', () => {
  for (const style of TIMED) {
    test(`a signature of ${style} holds for five minutes, not more`, async () => {
      for (const [offset, status] of [[-WINDOW_S + 30, 200], [WINDOW_S - 30, 200], [-WINDOW_S - 30, 401], [WINDOW_S + 30, 401], [-nowS(), 401]]) {
        const body = fresh();
        const { status: given } = await send(tokens[style], body, SIGN[style](body, { atS: nowS() + offset }));
        assert.equal(given, status, `${offset} s from now`);
      }
    });
  }

  test('a time that was not signed does not help an old signature', async () => {
    const body = fresh();
    const old = nowS() - 3600;
    const stripe = SIGN.stripe(body, { atS: old })['Stripe-Signature'];
    for (const header of [stripe.replace(`t=${old}`, `t=${nowS()}`), `t=${nowS()},${stripe}`, `${stripe},t=${nowS()}`]) {
      assert.equal((await send(tokens.stripe, body, { 'Stripe-Signature': header })).status, 401);
    }
    const slack = SIGN.slack(body, { atS: old });
    assert.equal((await send(tokens.slack, body, { ...slack, 'X-Slack-Request-Timestamp': String(nowS()) })).status, 401);
  });
});

describe('deliveries', () => {
  /** @type {[string, string, object, object?][]} */
  const REPEATED = [
    ['github', 'the same delivery id with another body', { id: 'twice' }],
    ['gitea', 'the same delivery id with another body', { id: 'twice' }],
  ];
  for (const [style, what, options] of REPEATED) {
    test(`${style}: ${what} runs once`, async () => {
      const first = fresh();
      assert.equal((await send(tokens[style], first, SIGN[style](first, options))).json.duplicate, undefined);
      const second = fresh();
      const { status, json } = await send(tokens[style], second, SIGN[style](second, options));
      assert.deepEqual([status, json], [200, { success: true, duplicate: true }]);
    });
  }

  for (const style of ['github', 'gitea', 'line', 'slack', 'stripe']) {
    test(`${style}: the same bytes, recorded and sent again, run once, also with another delivery id`, async () => {
      const body = fresh({ events: [{ webhookEventId: `same-${style}` }] });
      const atS = nowS();
      assert.equal((await send(tokens[style], body, SIGN[style](body, { atS, id: 'a1' }))).json.duplicate, undefined);
      const again = await send(tokens[style], body, SIGN[style](body, { atS, id: `a2-${style}` }));
      assert.equal(again.json.duplicate, true);
      const upper = Object.fromEntries(Object.entries(SIGN[style](body, { atS, id: 'a3' })).map(([name, value]) => [name, style === 'line' ? value : value.replace(/[0-9a-f]{64}/g, (hex) => hex.toUpperCase())]));
      assert.equal((await send(tokens[style], body, upper)).json.duplicate, true);
    });
  }

  test('stripe, slack and line: an event sent again with a new signature runs once', async () => {
    for (const [style, first, second] of [
      ['stripe', { id: 'evt_1', attempt: 1 }, { id: 'evt_1', attempt: 2 }],
      ['slack', { event_id: 'Ev1', attempt: 1 }, { event_id: 'Ev1', attempt: 2 }],
      ['line', { events: [{ webhookEventId: 'w1' }, { webhookEventId: 'w2' }] }, { again: true, events: [{ webhookEventId: 'w2' }, { webhookEventId: 'w1' }] }],
    ]) {
      const one = JSON.stringify(first);
      assert.equal((await send(tokens[String(style)], one, SIGN[String(style)](one))).json.duplicate, undefined);
      const two = JSON.stringify(second);
      assert.equal((await send(tokens[String(style)], two, SIGN[String(style)](two))).json.duplicate, true, String(style));
    }
  });

  test('hmac, which has no delivery ids: the same bytes may come again and mean something new', async () => {
    for (let i = 0; i < 2; i++) {
      const { json } = await send(tokens.hmac, '{"n":1}', SIGN.hmac('{"n":1}'));
      assert.deepEqual(json.data.data, { got: 1 });
    }
  });

  test('a delivery to one hook is none to another', async () => {
    const token = await hook('second', { style: 'github', secret: 'SIGNING' });
    const body = fresh();
    for (const each of [tokens.github, token]) {
      assert.equal((await send(each, body, SIGN.github(body, { id: 'shared' }))).json.duplicate, undefined);
    }
  });

  test('many at once start one run', async () => {
    const body = fresh();
    const headers = SIGN.github(body, { id: 'burst' });
    const all = await Promise.all(Array.from({ length: 8 }, () => send(tokens.github, body, headers)));
    assert.equal(all.filter(({ json }) => json.duplicate === undefined).length, 1);
  });

  test('one whose run failed may come again', async () => {
    const token = await hook('mends', { style: 'github', secret: 'SIGNING' }, {
      config: { echo: { component: 'http_request', url: 'https://nobody.example/' } },
    });
    const body = fresh();
    const headers = SIGN.github(body, { id: 'retry' });
    assert.equal((await send(token, body, headers)).status, 500);
    await worker.deploy('mends', FLOW, { config: CONFIG, triggers: [{ webhook: { public: true, verify: { style: 'github', secret: 'SIGNING' } } }] });
    assert.deepEqual((await send(token, body, headers)).json.data.data, { got: bodies });
  });

  test('a forged one does not use up the id of a true one', async () => {
    const body = fresh();
    assert.equal((await send(tokens.github, body, { ...SIGN.github(body, { secret: 'forged' }), 'X-GitHub-Delivery': 'claimed' })).status, 401);
    assert.equal((await send(tokens.github, body, SIGN.github(body, { id: 'claimed' }))).json.duplicate, undefined);
  });
});

test("Slack's question whether the address is ours is answered, once it is signed", async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'prove it' });
  assert.equal((await send(tokens.slack, body)).status, 401);
  assert.deepEqual((await send(tokens.slack, body, SIGN.slack(body))).json, { challenge: 'prove it' });
});

test('the signed form of a slash command is the input', async () => {
  const body = 'n=%2Fdeploy&text=now';
  const headers = { ...SIGN.slack(body), 'Content-Type': 'application/x-www-form-urlencoded' };
  assert.deepEqual((await send(tokens.slack, body, headers)).json.data.data, { got: '/deploy' });
});

describe('a hook that can not check', () => {
  test('because its secret is missing or unreadable, lets nobody in', async () => {
    const body = fresh();
    const token = await hook('secretless', { style: 'github', secret: 'NOBODY_HAS_THIS' });
    const { status, json, text } = await send(token, body, SIGN.github(body, { secret: '' }));
    assert.deepEqual([status, json.error_code], [503, 'HOOK_NOT_READY']);
    assert.ok(!text.includes('NOBODY_HAS_THIS'));
    await (await worker.credentials()).put('cred:NOBODY_HAS_THIS', 'damaged');
    assert.equal((await send(token, body, SIGN.github(body))).status, 503);
  });

  test('because KV asks for a signature in a way nobody knows, lets nobody in', async () => {
    const kv = await worker.recipes();
    const token = await hook('edited', undefined);
    const record = JSON.parse(await kv.get('recipe:edited'));
    for (const verify of ['github', {}, { style: 'pigeon', secret: 'SIGNING' }, { style: 'github' }, { style: 'github', secret: '' }, { style: '__proto__', secret: 'SIGNING' }, false, []]) {
      record.recipe.triggers = [{ webhook: { public: true, verify } }];
      await kv.put('recipe:edited', JSON.stringify(record));
      assert.equal((await send(token, '{}')).status, 503, JSON.stringify(verify));
    }
  });

  test('can not be deployed', async () => {
    for (const verify of [{}, { style: 'pigeon', secret: 'S' }, { style: 'github' }, 'github']) {
      const recipe = { name: 'bad', description: 'x', flow: FLOW, config: CONFIG, triggers: [{ webhook: { public: true, verify } }] };
      assert.equal((await worker.post('/webhooks/named', { recipe })).status, 422, JSON.stringify(verify));
    }
  });
});

test('without a database a signed delivery still runs', async () => {
  const bare = new ExecutorWorker({ d1: false });
  await bare.putCredential('SIGNING', SECRET, []);
  const { hook: made } = await bare.deploy('signed', FLOW, { config: CONFIG, triggers: [{ webhook: { public: true, verify: { style: 'github', secret: 'SIGNING' } } }] });
  const body = fresh();
  const { status, json } = await bare.fetch(`/webhooks/${made.token}/trigger`, { method: 'POST', body, headers: SIGN.github(body) });
  assert.deepEqual([status, json.data.data], [200, { got: bodies }]);
  await bare.close();
});

/** @param {string} secret @param {string} text @param {'hex' | 'base64'} [encoding] */
function hmac(secret, text, encoding = 'hex') {
  return createHmac('sha256', secret).update(text).digest(encoding);
}

/** Other texts that look like a header's value. @param {string} value */
function mangled(value) {
  return ['', 'x', value.slice(0, -2), value.slice(10), value.replace(/[0-9a-f]{64}/g, ''), `${value}00`, value.split('').reverse().join('')].filter(
    (text) => text !== value,
  );
}

function nowS() {
  return Math.floor(Date.now() / 1000);
}
