import { get, isObject } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { compact } from '../value/json-writer.js';
import { decodeStrictUtf8, encodeUtf8 } from '../value/utf8.js';
import { fromBase64, toBase64 } from './base64.js';
import { HostFailure } from './host-failure.js';
import * as requests from './host-requests.js';
import { headersOf } from './request-headers.js';
import { offsetIn } from './time-zone-op.js';

/**
 * The JSON requests of `arcrun.call`, and their answers: `{ok: true, …}` or `{ok: false, error,
 * error_code}`.
 *
 * - `{op: "http", method?, url, headers?, body? | body_base64?, timeout_ms?}` → `status, headers,
 *   body | body_base64` (base64 where the answer isn't UTF-8)
 * - `{op: "kv_get", key}` → `found, value`
 * - `{op: "kv_put", key, value, ttl?}`: ttl in seconds, 0 for good
 * - `{op: "secret", key}` → `found, value`
 * - `{op: "sign_rs256", data | data_base64, key_base64}` → `signature_base64`; the key is PKCS #8
 * - `{op: "time_zone", zone, unix_s | local}` → `offset_s`, and for a local time `kind`
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./guest-call.js').GuestCall} GuestCall
 */

/**
 * @param {GuestCall} call
 * @param {string} text of the request
 * @returns {Promise<string>}
 */
export async function answerOp(call, text) {
  const before = call.hostCalls.length;
  try {
    return compact({ ok: true, ...(await run(call, parsed(text))) });
  } catch (e) {
    if (!(e instanceof HostFailure)) {
      throw e;
    }
    if (call.hostCalls.length === before) {
      countRefused(call, e);
    }
    return compact({ ok: false, error: e.failure.error, error_code: e.failure.code });
  }
}

/**
 * A request that can't even be read counts too, or a guest could make them without end.
 *
 * @param {GuestCall} call
 * @param {HostFailure} refused
 */
function countRefused(call, { failure }) {
  call.countHostCall();
  call.noteHostFailure(failure);
  call.hostCalls.push({
    op: 'invalid',
    method: undefined,
    target: '',
    status: 0,
    bytes: 0,
    durationMs: 0,
    failure: failure.code,
  });
}

/** @param {string} text */
function parsed(text) {
  try {
    const request = readJson(text);
    if (isObject(request)) {
      return request;
    }
  } catch (e) {
    throw e instanceof JsonSyntaxException ? invalid(`it is not JSON: ${e.message}`) : e;
  }
  throw invalid('it is not an object');
}

/**
 * @param {GuestCall} call
 * @param {JsonObject} request
 * @returns {Promise<JsonObject>}
 */
async function run(call, request) {
  const op = text(request, 'op');
  switch (op) {
    case 'http':
      return http(call, request);
    case 'kv_get':
      return value(await requests.kvGet(call, text(request, 'key')));
    case 'kv_put':
      await requests.kvPut(call, text(request, 'key'), text(request, 'value'), ttl(request));
      return {};
    case 'secret':
      return value(await requests.secret(call, text(request, 'key')));
    case 'sign_rs256': {
      const data = bytes(request, 'data', 'data_base64');
      const signature = await requests.sign(call, data, bytes(request, '', 'key_base64'));
      return { signature_base64: toBase64(signature) };
    }
    case 'time_zone': {
      const zone = text(request, 'zone');
      return requests.asked(call, op, undefined, zone, async () => ({
        value: offsetIn(zone, get(request, 'unix_s'), get(request, 'local')),
        bytes: 0,
      }));
    }
    default:
      throw invalid(
        `\`op\` is \`${op}\`; known are http, kv_get, kv_put, secret, sign_rs256, time_zone`,
      );
  }
}

/**
 * @param {GuestCall} call
 * @param {JsonObject} request
 * @returns {Promise<JsonObject>}
 */
async function http(call, request) {
  const headers = get(request, 'headers') ?? {};
  if (!isObject(headers) || get(request, 'headers') === null) {
    throw invalid('`headers` is not an object');
  }
  const timeout = get(request, 'timeout_ms');
  const answer = await requests.http(call, {
    method: optional(request, 'method') ?? 'GET',
    url: text(request, 'url'),
    headers: headersOf(headers),
    body: bytes(request, 'body', 'body_base64'),
    timeoutMs: typeof timeout === 'number' ? Math.max(0, Math.trunc(timeout)) : 0,
  });
  const body = decodeStrictUtf8(answer.body);
  return {
    status: answer.status,
    headers: joined(answer.headers),
    ...(body === undefined ? { body_base64: toBase64(answer.body) } : { body }),
  };
}

/** Several lines of one name are one, as fetch joins them. @param {import('./http-call.js').Header[]} headers */
function joined(headers) {
  /** @type {Map<string, string>} */
  const members = new Map();
  for (const [name, line] of headers) {
    const before = members.get(name);
    members.set(name, before === undefined ? line : `${before}, ${line}`);
  }
  return Object.fromEntries(members);
}

/** @param {string | undefined} found @returns {JsonObject} */
function value(found) {
  return { found: found !== undefined, value: found ?? null };
}

/** @param {JsonObject} request */
function ttl(request) {
  const seconds = get(request, 'ttl');
  if (seconds === undefined) {
    return 0;
  }
  if (typeof seconds !== 'number' || seconds < 0) {
    throw invalid('`ttl` is not a number of seconds');
  }
  return Math.trunc(seconds);
}

/**
 * @param {JsonObject} request
 * @param {string} textName
 * @param {string} base64Name
 */
function bytes(request, textName, base64Name) {
  const encoded = optional(request, base64Name);
  if (encoded === undefined) {
    return encodeUtf8(optional(request, textName) ?? '');
  }
  const decoded = fromBase64(encoded);
  if (!decoded) {
    throw invalid(`\`${base64Name}\` is not base64`);
  }
  return decoded;
}

/**
 * @param {JsonObject} request
 * @param {string} name
 */
function text(request, name) {
  const given = optional(request, name);
  if (given === undefined) {
    throw invalid(`\`${name}\` is missing`);
  }
  return given;
}

/**
 * @param {JsonObject} request
 * @param {string} name
 */
function optional(request, name) {
  const given = get(request, name) ?? undefined;
  if (given !== undefined && typeof given !== 'string') {
    throw invalid(`\`${name}\` is not a text`);
  }
  return given;
}

/** @param {string} why */
function invalid(why) {
  return new HostFailure('INVALID_REQUEST', `The part's request can't be carried out: ${why}`);
}
