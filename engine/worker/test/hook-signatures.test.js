import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  bodies,
  fresh,
  nowS,
  send,
  SIGN,
  STYLES,
  tokens,
  useHooks,
  worker,
} from './support/hooks.js';

const WINDOW_S = 300;
const TIMED = ['stripe', 'slack'];

useHooks();

for (const style of STYLES) {
  describe(`signatures of ${style}`, () => {
    test('a right one is let in', async () => {
      const body = fresh();
      const { status, json } = await send(
        tokens[style],
        body,
        SIGN[style](body, { id: `${style}-right` }),
      );
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
      const others = STYLES.filter(
        (other) => other !== style && !(style === 'hmac' && other === 'hmac'),
      );
      /** @type {[string, string, Record<string, string>][]} */
      const attempts = [
        ['no signature', body, {}],
        ['another secret', body, SIGN[style](body, { secret: 'another-secret' })],
        ['an empty secret', body, SIGN[style](body, { secret: '' })],
        ['another body', `${body} `, right],
        ['no body', '', right],
        ['a body without its last byte', body.slice(0, -1), right],
        ...others.map(
          (other) =>
            /** @type {[string, string, Record<string, string>]} */ ([
              `the style ${other}`,
              body,
              SIGN[other](body),
            ]),
        ),
        ...Object.entries(right).flatMap(([name, value]) =>
          mangled(value).map(
            (text) =>
              /** @type {[string, string, Record<string, string>]} */ ([
                `${name}: ${text}`,
                body,
                { ...right, [name]: text },
              ]),
          ),
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
      const { status } = await worker.fetch(`/q/${tokens[style]}?n=1`, {
        headers: SIGN[style](''),
      });
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
      for (const [offset, status] of [
        [-WINDOW_S + 30, 200],
        [WINDOW_S - 30, 200],
        [-WINDOW_S - 30, 401],
        [WINDOW_S + 30, 401],
        [-nowS(), 401],
      ]) {
        const body = fresh();
        const { status: given } = await send(
          tokens[style],
          body,
          SIGN[style](body, { atS: nowS() + offset }),
        );
        assert.equal(given, status, `${offset} s from now`);
      }
    });
  }

  test('a time that was not signed does not help an old signature', async () => {
    const body = fresh();
    const old = nowS() - 3600;
    const stripe = SIGN.stripe(body, { atS: old })['Stripe-Signature'];
    for (const header of [
      stripe.replace(`t=${old}`, `t=${nowS()}`),
      `t=${nowS()},${stripe}`,
      `${stripe},t=${nowS()}`,
    ]) {
      assert.equal(
        (await send(tokens.stripe, body, { 'Stripe-Signature': header })).status,
        401,
      );
    }
    const slack = SIGN.slack(body, { atS: old });
    assert.equal(
      (
        await send(tokens.slack, body, {
          ...slack,
          'X-Slack-Request-Timestamp': String(nowS()),
        })
      ).status,
      401,
    );
  });
});

test("Slack's question whether the address is ours is answered, once it is signed", async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'prove it' });
  assert.equal((await send(tokens.slack, body)).status, 401);
  assert.deepEqual((await send(tokens.slack, body, SIGN.slack(body))).json, {
    challenge: 'prove it',
  });
});

test('the signed form of a slash command is the input', async () => {
  const body = 'n=%2Fdeploy&text=now';
  const headers = { ...SIGN.slack(body), 'Content-Type': 'application/x-www-form-urlencoded' };
  assert.deepEqual((await send(tokens.slack, body, headers)).json.data.data, {
    got: '/deploy',
  });
});

/** Other texts that look like a header's value. @param {string} value */
function mangled(value) {
  return [
    '',
    'x',
    value.slice(0, -2),
    value.slice(10),
    value.replace(/[0-9a-f]{64}/g, ''),
    `${value}00`,
    value.split('').reverse().join(''),
  ].filter((text) => text !== value);
}
