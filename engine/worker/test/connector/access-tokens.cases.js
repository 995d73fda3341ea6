import assert from 'node:assert/strict';
import { AccessTokens } from '../../src/connector/access-tokens.js';
import { ConnectorFailure } from '../../src/connector/connector-failure.js';
import { TokensInMemory } from '../../src/connector/tokens-in-memory.js';

/** @typedef {import('../../src/connector/token.js').Token} Token */

const NOW = Date.UTC(2026, 2, 1, 8, 30);
const CALLS = 20;

/** A signal that nobody gives. */
function open() {
  return new AbortController().signal;
}

/** A promise that is kept from outside. */
function gate() {
  return /** @type {PromiseWithResolvers<void>} */ (Promise.withResolvers());
}

/**
 * @param {string} accessToken
 * @param {Partial<Token>} [more]
 * @returns {Token}
 */
function token(accessToken, more = {}) {
  return { accessToken, expiresAt: NOW + 3_600_000, refreshToken: undefined, ...more };
}

/**
 * Tokens and an endpoint that answers when it is let.
 *
 * @param {() => Promise<void>} [patience] without: waits for ever
 */
function scene(patience = () => new Promise(() => {})) {
  const kept = new TokensInMemory();
  const asked = gate();
  const answer = gate();
  let requests = 0;
  return {
    kept,
    asked: asked.promise,
    answer: answer.resolve,
    tokens: new AccessTokens(kept, () => NOW, patience),
    requests: () => requests,
    async slowly() {
      requests++;
      asked.resolve();
      await answer.promise;
      return token('new-token');
    },
  };
}

export async function many_calls_that_wait_for_a_token_renew_it_once() {
  const { tokens, slowly, asked, answer, requests } = scene();
  const waiting = Array.from({ length: CALLS }, () => tokens.get('g', undefined, slowly, open()));
  await asked;
  answer();
  for (const each of await Promise.all(waiting)) {
    assert.equal(each.accessToken, 'new-token');
  }
  assert.equal(requests(), 1);
}

export async function all_who_wait_hear_of_a_failure_and_the_next_call_tries_again() {
  const { tokens, slowly, asked, answer } = scene();
  const refusing = async () => {
    await slowly();
    throw ConnectorFailure.of('TOKEN_REJECTED', 'No.');
  };
  const waiting = Array.from({ length: CALLS }, () => tokens.get('g', undefined, refusing, open()));
  const ended = Promise.allSettled(waiting);
  await asked;
  answer();
  for (const each of await ended) {
    assert.equal(each.status === 'rejected' && each.reason.code, 'TOKEN_REJECTED');
  }
  assert.equal((await tokens.get('g', undefined, slowly, open())).accessToken, 'new-token');
}

export async function when_the_call_that_renews_is_cancelled_another_one_renews() {
  const { tokens, slowly, asked, answer } = scene();
  const cancelled = new AbortController();
  const cut = async () => {
    await slowly();
    throw ConnectorFailure.of('CANCELLED', 'The request was cancelled.');
  };
  const first = tokens.get('g', undefined, cut, cancelled.signal);
  await asked;
  const second = tokens.get('g', undefined, slowly, open());
  cancelled.abort();
  answer();
  await assert.rejects(first, { code: 'CANCELLED' });
  assert.equal((await second).accessToken, 'new-token');
}

export async function a_call_from_which_nothing_is_heard_is_not_waited_for_for_ever() {
  const { kept, tokens } = scene(() => Promise.resolve());
  const asked = gate();
  const lost = tokens.get('g', undefined, () => (asked.resolve(), new Promise(() => {})), open());
  await asked.promise;
  const used = await tokens.get('g', undefined, async () => token('mine'), open());
  assert.equal(used.accessToken, 'mine');
  assert.equal((await kept.get('g'))?.accessToken, 'mine');
  assert.ok(lost instanceof Promise);
}

export async function who_is_cancelled_while_it_waits_waits_no_longer() {
  const { tokens, slowly, asked, answer } = scene();
  const first = tokens.get('g', undefined, slowly, open());
  await asked;
  const cancelled = new AbortController();
  const second = tokens.get('g', undefined, slowly, cancelled.signal);
  const refused = assert.rejects(second, { code: 'CANCELLED' });
  cancelled.abort();
  await refused;
  answer();
  assert.equal((await first).accessToken, 'new-token');
}

export async function a_token_that_another_isolate_has_renewed_meanwhile_is_used() {
  const { kept, tokens } = scene();
  const old = token('old-token', { expiresAt: NOW, refreshToken: 'refresh-1' });
  const others = token('others-token', { refreshToken: 'refresh-3' });
  await kept.compareAndSet('g', undefined, old);
  const source = async () => {
    await kept.compareAndSet('g', old, others);
    return token('mine', { refreshToken: 'refresh-2' });
  };
  assert.equal(await tokens.get('g', undefined, source, open()), others);
  assert.equal(await kept.get('g'), others);
}

export async function a_token_that_another_isolate_kept_and_that_has_ended_is_replaced() {
  const { kept, tokens } = scene();
  const old = token('old-token', { expiresAt: NOW, refreshToken: 'refresh-1' });
  await kept.compareAndSet('g', undefined, old);
  const source = async () => {
    await kept.compareAndSet('g', old, token('others', { expiresAt: NOW, refreshToken: 'r-3' }));
    return token('mine');
  };
  const used = await tokens.get('g', undefined, source, open());
  assert.deepEqual(used, token('mine', { refreshToken: 'r-3' }));
}

export async function a_refused_token_is_renewed_only_if_it_is_still_the_kept_one() {
  const { kept, tokens, slowly, requests } = scene();
  await kept.compareAndSet('g', undefined, token('next-token'));
  const used = await tokens.get('g', token('refused-token'), slowly, open());
  assert.equal(used.accessToken, 'next-token');
  assert.equal(requests(), 0);
}

export async function a_refresh_token_stays_where_the_answer_brings_none() {
  const { kept, tokens, slowly, answer } = scene();
  await kept.compareAndSet('g', undefined, token('old', { expiresAt: NOW, refreshToken: 'r-1' }));
  answer();
  assert.equal((await tokens.get('g', undefined, slowly, open())).refreshToken, 'r-1');
}
