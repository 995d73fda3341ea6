import { ConnectorFailure } from './connector-failure.js';
import { whenAborted } from './when-aborted.js';

/** @typedef {import('./token.js').Token} Token */

/**
 * Asks the token endpoint; it is given what is kept under the grant.
 *
 * @typedef {(kept: Token | undefined) => Promise<Token>} Source
 */

/**
 * How renewing ended, for all who wait for it. Who renewed and was cancelled abandons it; somebody
 * else has to.
 *
 * @typedef {{ kind: 'renewed', token: Token }
 *   | { kind: 'failed', thrown: unknown }
 *   | { kind: 'abandoned' }} Outcome
 */

/** So long before its end a token isn't used any more, in milliseconds. */
const MARGIN = 60_000;

/**
 * How long a call waits for another one that renews, in milliseconds. The platform may end that other
 * request at any time, and then nobody hears from it.
 */
const PATIENCE = 10_000;

/**
 * Gives access tokens that can still be used, and renews the others: once for a grant, however many
 * calls of this isolate wait for it.
 */
export class AccessTokens {
  #tokens;
  #clock;
  #patience;
  /** @type {Map<string, Promise<Outcome>>} */
  #underWay = new Map();

  /**
   * @param {import('./tokens.js').Tokens} tokens
   * @param {() => number} clock milliseconds since 1970
   * @param {(done: AbortSignal) => Promise<void>} [patience] ends when a call has waited long enough
   *   for another one; the signal says that it waits no more
   */
  constructor(tokens, clock, patience = pause) {
    this.#tokens = tokens;
    this.#clock = clock;
    this.#patience = patience;
  }

  /** Whether something is kept under that name. @param {string} grant */
  async has(grant) {
    return (await this.#tokens.get(grant)) !== undefined;
  }

  /**
   * A token to use.
   *
   * @param {string} grant
   * @param {Token | undefined} refused one that the service did not accept
   * @param {Source} source
   * @param {AbortSignal} signal aborted when nobody waits for it any more
   * @returns {Promise<Token>}
   * @throws {ConnectorFailure} when there is none
   */
  async get(grant, refused, source, signal) {
    while (!signal.aborted) {
      const kept = await this.#tokens.get(grant);
      if (kept && this.#isUsable(kept, refused)) {
        return kept;
      }
      const others = this.#underWay.get(grant);
      const outcome = await (others
        ? this.#awaited(grant, others, signal)
        : this.#told(grant, this.#renewed(grant, refused, source, signal)));
      if (outcome.kind === 'renewed') {
        return outcome.token;
      }
      if (outcome.kind === 'failed') {
        throw outcome.thrown;
      }
    }
    throw ConnectorFailure.of('CANCELLED', 'The request was cancelled.');
  }

  /**
   * @param {string} grant
   * @param {Promise<Outcome>} renewing
   */
  async #told(grant, renewing) {
    this.#underWay.set(grant, renewing);
    try {
      return await renewing;
    } finally {
      this.#forget(grant, renewing);
    }
  }

  /**
   * @param {string} grant
   * @param {Token | undefined} refused
   * @param {Source} source
   * @param {AbortSignal} signal
   * @returns {Promise<Outcome>}
   */
  async #renewed(grant, refused, source, signal) {
    try {
      const kept = await this.#tokens.get(grant);
      const isUsable = kept && this.#isUsable(kept, refused);
      const token = isUsable ? kept : await this.#replaced(grant, kept, refused, await source(kept));
      return { kind: 'renewed', token };
    } catch (e) {
      return signal.aborted ? { kind: 'abandoned' } : { kind: 'failed', thrown: e };
    }
  }

  /**
   * Keeps the new token, unless another isolate has kept a usable one meanwhile.
   *
   * @param {string} grant
   * @param {Token | undefined} kept
   * @param {Token | undefined} refused
   * @param {Token} fetched
   */
  async #replaced(grant, kept, refused, fetched) {
    let before = kept;
    for (;;) {
      const refreshToken = fetched.refreshToken ?? before?.refreshToken;
      const next = { ...fetched, refreshToken };
      if (await this.#tokens.compareAndSet(grant, before, next)) {
        return next;
      }
      before = await this.#tokens.get(grant);
      if (before && this.#isUsable(before, refused)) {
        return before;
      }
    }
  }

  /**
   * @param {Token} token
   * @param {Token | undefined} refused
   */
  #isUsable({ accessToken, expiresAt }, refused) {
    return (
      refused?.accessToken !== accessToken &&
      (expiresAt === undefined || this.#clock() + MARGIN < expiresAt)
    );
  }

  /**
   * @param {string} grant
   * @param {Promise<Outcome>} others
   * @param {AbortSignal} signal
   * @returns {Promise<Outcome>}
   */
  async #awaited(grant, others, signal) {
    const done = new AbortController();
    const enough = AbortSignal.any([signal, done.signal]);
    const gaveUp = Promise.race([this.#patience(enough), whenAborted(enough)]);
    try {
      const outcome = await Promise.race([
        others,
        gaveUp.then(() => /** @type {Outcome} */ ({ kind: 'abandoned' })),
      ]);
      if (outcome.kind === 'abandoned' && !signal.aborted) {
        this.#forget(grant, others);
      }
      return outcome;
    } finally {
      done.abort();
    }
  }

  /**
   * @param {string} grant
   * @param {Promise<Outcome>} renewing
   */
  #forget(grant, renewing) {
    if (this.#underWay.get(grant) === renewing) {
      this.#underWay.delete(grant);
    }
  }
}

/** @param {AbortSignal} done @returns {Promise<void>} */
function pause(done) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    whenAborted(done).then(() => clearTimeout(timer));
  });
}
