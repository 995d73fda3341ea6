import { createHmac } from 'node:crypto';
import { after, before } from 'node:test';
import { ExecutorWorker } from './executor-worker.js';

/** Public hooks, one for each style of signatures and one without. */

export const FLOW = ['input >> PIPE >> echo', 'echo >> PIPE >> output'];
/** A failure of `echo` fails the run. */
export const STRICT_FLOW = ['input >> PIPE >> echo', 'echo >> ON_SUCCESS >> output'];
export const CONFIG = { echo: { component: 'set', values: { got: '{{input.n ?? null}}' } } };
export const SECRET = 'a-signing-secret-of-the-tests';

/**
 * How each style signs, independently of the executor.
 *
 * @type {Record<string, (body: string, options?: { secret?: string, atS?: number, id?: string }) => Record<string, string>>}
 */
export const SIGN = {
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
  line: (body, { secret = SECRET } = {}) => ({
    'X-Line-Signature': hmac(secret, body, 'base64'),
  }),
  hmac: (body, { secret = SECRET } = {}) => ({ 'X-Signature-256': hmac(secret, body) }),
};

export const STYLES = Object.keys(SIGN);

/** @type {ExecutorWorker} */
export let worker;

/** The token of each hook. @type {Record<string, string>} */
export const tokens = {};

/** The number in the last fresh body. */
export let bodies = 0;

/** One Worker for the tests of a file. */
export function useHooks() {
  before(async () => {
    worker = new ExecutorWorker();
    await worker.putCredential('SIGNING', SECRET, []);
    for (const style of STYLES) {
      tokens[style] = await hook(style, { style, secret: 'SIGNING' });
    }
    tokens.open = await hook('open', undefined);
  });
  after(() => worker.close());
}

/**
 * Deploys a recipe with a hook.
 *
 * @param {string} name
 * @param {object | undefined} verify
 * @param {object} [more]
 * @returns {Promise<string>} its token
 */
export async function hook(name, verify, more = {}) {
  const triggers = [{ webhook: { public: true, ...(verify ? { verify } : {}) } }];
  const { hook: made } = await worker.deploy(name, STRICT_FLOW, {
    config: CONFIG,
    triggers,
    ...more,
  });
  return made.token;
}

/**
 * @param {string} token
 * @param {string} body
 * @param {Record<string, string>} [headers]
 * @param {string} [path]
 */
export function send(token, body, headers = {}, path = `/webhooks/${token}/trigger`) {
  return worker.fetch(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** A body that no other test sends. @param {object} [more] */
export function fresh(more = {}) {
  return JSON.stringify({ n: ++bodies, ...more });
}

export function nowS() {
  return Math.floor(Date.now() / 1000);
}

/**
 * @param {string} secret
 * @param {string} text
 * @param {'hex' | 'base64'} [encoding]
 */
function hmac(secret, text, encoding = 'hex') {
  return createHmac('sha256', secret).update(text).digest(encoding);
}
