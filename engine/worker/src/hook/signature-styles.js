import { fromBase64 } from '../sandbox/base64.js';
import { isObject, memberOf, textOf } from '../value/json.js';
import { fromHex } from '../value/digest.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 */

/**
 * How a service signs what it sends.
 *
 * @typedef {object} SignatureStyle
 * @property {(headers: Headers) => Claim | undefined} claim what a request says of itself; undefined
 *   where it has no signature of this style
 * @property {(headers: Headers, body: Json) => string[]} deliveryIds what names this delivery, the
 *   same when it is sent again; the body is a signed one
 * @property {boolean} repeats whether the same bytes may come again and mean something new
 *
 * @typedef {object} Claim
 * @property {(Uint8Array | undefined)[]} signatures one of them must fit
 * @property {string} before what was signed before the body
 * @property {number | undefined} atS when it was signed, in seconds since 1970 UTC; undefined: unknown
 */

const MOST_SIGNATURES = 8;
const SECONDS = /^\d{1,12}$/;

/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries @type {SignatureStyle} */
const github = {
  claim: (headers) => plain(prefixed(headers.get('X-Hub-Signature-256'), 'sha256=')),
  deliveryIds: (headers) => header(headers, 'X-GitHub-Delivery'),
  repeats: false,
};

/** https://docs.gitea.com/usage/webhooks @type {SignatureStyle} */
const gitea = {
  claim: (headers) => plain(headers.get('X-Gitea-Signature')),
  deliveryIds: (headers) => header(headers, 'X-Gitea-Delivery'),
  repeats: false,
};

/** https://docs.stripe.com/webhooks/signature @type {SignatureStyle} */
const stripe = {
  claim(headers) {
    const pairs = (headers.get('Stripe-Signature') ?? '')
      .split(',')
      .map((pair) => pair.split('='));
    const times = pairs.filter(([name]) => name.trim() === 't').map(([, value]) => value ?? '');
    const signatures = pairs
      .filter(([name]) => name.trim() === 'v1')
      .map(([, value]) => fromHex((value ?? '').trim()));
    if (times.length !== 1 || signatures.length === 0 || signatures.length > MOST_SIGNATURES) {
      return undefined;
    }
    return timed(times[0], signatures, `${times[0]}.`);
  },
  deliveryIds: (_, body) => text(body, 'id'),
  repeats: false,
};

/** https://docs.slack.dev/authentication/verifying-requests-from-slack @type {SignatureStyle} */
const slack = {
  claim(headers) {
    const time = headers.get('X-Slack-Request-Timestamp') ?? '';
    const signature = prefixed(headers.get('X-Slack-Signature'), 'v0=');
    return signature === undefined
      ? undefined
      : timed(time, [fromHex(signature)], `v0:${time}:`);
  },
  deliveryIds: (_, body) => text(body, 'event_id'),
  repeats: false,
};

/** https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ @type {SignatureStyle} */
const line = {
  claim(headers) {
    const signature = headers.get('X-Line-Signature');
    return signature === null
      ? undefined
      : { signatures: [fromBase64(signature.trim())], before: '', atS: undefined };
  },
  deliveryIds(_, body) {
    const events = memberOf(body, 'events');
    const ids = Array.isArray(events)
      ? events.flatMap((event) => text(event, 'webhookEventId'))
      : [];
    return ids.length > 0 ? [ids.sort().join()] : [];
  },
  repeats: false,
};

/** For services without a style of their own: the signature of the body in hexadecimal. @type {SignatureStyle} */
const generic = {
  claim(headers) {
    const given = headers.get('X-Signature-256') ?? headers.get('X-Signature');
    return plain(prefixed(given, 'sha256=') ?? given);
  },
  deliveryIds: () => [],
  repeats: true,
};

/** By the name that recipes give them. @type {ReadonlyMap<string, SignatureStyle>} */
export const STYLES = new Map(
  Object.entries({ github, gitea, stripe, slack, line, hmac: generic }),
);

/** @param {string | null | undefined} hex @returns {Claim | undefined} */
function plain(hex) {
  return typeof hex === 'string'
    ? { signatures: [fromHex(hex.trim())], before: '', atS: undefined }
    : undefined;
}

/**
 * @param {string} time
 * @param {(Uint8Array | undefined)[]} signatures
 * @param {string} before
 * @returns {Claim | undefined}
 */
function timed(time, signatures, before) {
  return SECONDS.test(time) ? { signatures, before, atS: Number(time) } : undefined;
}

/**
 * @param {string | null} value
 * @param {string} prefix
 */
function prefixed(value, prefix) {
  return value?.startsWith(prefix) ? value.slice(prefix.length) : undefined;
}

/**
 * @param {Headers} headers
 * @param {string} name
 */
function header(headers, name) {
  const value = headers.get(name);
  return value === null || value === '' ? [] : [value];
}

/**
 * @param {Json} body
 * @param {string} name
 */
function text(body, name) {
  const value = isObject(body) ? textOf(body, name) : undefined;
  return value === undefined ? [] : [value];
}
