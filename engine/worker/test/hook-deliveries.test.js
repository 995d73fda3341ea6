import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ExecutorWorker } from './support/executor-worker.js';
import {
  bodies,
  CONFIG,
  FLOW,
  fresh,
  hook,
  nowS,
  send,
  SIGN,
  SECRET,
  tokens,
  useHooks,
  worker,
} from './support/hooks.js';

useHooks();

describe('deliveries', () => {
  /** @type {[string, string, object, object?][]} */
  const REPEATED = [
    ['github', 'the same delivery id with another body', { id: 'twice' }],
    ['gitea', 'the same delivery id with another body', { id: 'twice' }],
  ];
  for (const [style, what, options] of REPEATED) {
    test(`${style}: ${what} runs once`, async () => {
      const first = fresh();
      assert.equal(
        (await send(tokens[style], first, SIGN[style](first, options))).json.duplicate,
        undefined,
      );
      const second = fresh();
      const { status, json } = await send(tokens[style], second, SIGN[style](second, options));
      assert.deepEqual([status, json], [200, { success: true, duplicate: true }]);
    });
  }

  for (const style of ['github', 'gitea', 'line', 'slack', 'stripe']) {
    test(`${style}: the same bytes, recorded and sent again, run once, also with another delivery id`, async () => {
      const body = fresh({ events: [{ webhookEventId: `same-${style}` }] });
      const atS = nowS();
      assert.equal(
        (await send(tokens[style], body, SIGN[style](body, { atS, id: 'a1' }))).json.duplicate,
        undefined,
      );
      const again = await send(
        tokens[style],
        body,
        SIGN[style](body, { atS, id: `a2-${style}` }),
      );
      assert.equal(again.json.duplicate, true);
      const upper = Object.fromEntries(
        Object.entries(SIGN[style](body, { atS, id: 'a3' })).map(([name, value]) => [
          name,
          style === 'line' ? value : value.replace(/[0-9a-f]{64}/g, (hex) => hex.toUpperCase()),
        ]),
      );
      assert.equal((await send(tokens[style], body, upper)).json.duplicate, true);
    });
  }

  test('old bytes, sent again under the id of a delivery to come, do not keep it out', async () => {
    for (const style of ['github', 'gitea']) {
      const old = fresh();
      await send(tokens[style], old, SIGN[style](old, { id: `old-${style}` }));
      const again = SIGN[style](old, { id: `next-${style}` });
      assert.equal((await send(tokens[style], old, again)).json.duplicate, true);
      const next = fresh();
      const { json } = await send(tokens[style], next, SIGN[style](next, { id: `next-${style}` }));
      assert.equal(json.duplicate, undefined, style);
    }
  });

  test('stripe, slack and line: an event sent again with a new signature runs once', async () => {
    for (const [style, first, second] of [
      ['stripe', { id: 'evt_1', attempt: 1 }, { id: 'evt_1', attempt: 2 }],
      ['slack', { event_id: 'Ev1', attempt: 1 }, { event_id: 'Ev1', attempt: 2 }],
      [
        'line',
        { events: [{ webhookEventId: 'w1' }, { webhookEventId: 'w2' }] },
        { again: true, events: [{ webhookEventId: 'w2' }, { webhookEventId: 'w1' }] },
      ],
    ]) {
      const one = JSON.stringify(first);
      assert.equal(
        (await send(tokens[String(style)], one, SIGN[String(style)](one))).json.duplicate,
        undefined,
      );
      const two = JSON.stringify(second);
      assert.equal(
        (await send(tokens[String(style)], two, SIGN[String(style)](two))).json.duplicate,
        true,
        String(style),
      );
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
      assert.equal(
        (await send(each, body, SIGN.github(body, { id: 'shared' }))).json.duplicate,
        undefined,
      );
    }
  });

  test('many at once start one run', async () => {
    const body = fresh();
    const headers = SIGN.github(body, { id: 'burst' });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => send(tokens.github, body, headers)),
    );
    assert.equal(all.filter(({ json }) => json.duplicate === undefined).length, 1);
  });

  test('one whose run failed may come again', async () => {
    const token = await hook(
      'mends',
      { style: 'github', secret: 'SIGNING' },
      {
        config: { echo: { component: 'http_request', url: 'https://nobody.example/' } },
      },
    );
    const body = fresh();
    const headers = SIGN.github(body, { id: 'retry' });
    assert.equal((await send(token, body, headers)).status, 500);
    await worker.deploy('mends', FLOW, {
      config: CONFIG,
      triggers: [{ webhook: { public: true, verify: { style: 'github', secret: 'SIGNING' } } }],
    });
    assert.deepEqual((await send(token, body, headers)).json.data.data, { got: bodies });
  });

  test('a forged one does not use up the id of a true one', async () => {
    const body = fresh();
    assert.equal(
      (
        await send(tokens.github, body, {
          ...SIGN.github(body, { secret: 'forged' }),
          'X-GitHub-Delivery': 'claimed',
        })
      ).status,
      401,
    );
    assert.equal(
      (await send(tokens.github, body, SIGN.github(body, { id: 'claimed' }))).json.duplicate,
      undefined,
    );
  });
});

test('without a database a signed delivery still runs', async () => {
  const bare = new ExecutorWorker({ d1: false });
  await bare.putCredential('SIGNING', SECRET, []);
  const { hook: made } = await bare.deploy('signed', FLOW, {
    config: CONFIG,
    triggers: [{ webhook: { public: true, verify: { style: 'github', secret: 'SIGNING' } } }],
  });
  const body = fresh();
  const { status, json } = await bare.fetch(`/webhooks/${made.token}/trigger`, {
    method: 'POST',
    body,
    headers: SIGN.github(body),
  });
  assert.deepEqual([status, json.data.data], [200, { got: bodies }]);
  await bare.close();
});
