import { encodeUtf8 } from '../value/utf8.js';
import { HostFailure } from './host-failure.js';
import { signRs256 } from './rs256.js';

/**
 * The requests a guest can make, the same for each of the two host modules: counted, waited for,
 * recorded. Each throws a {@link HostFailure} when it was not carried out, which is noted already,
 * and a `GuestStopped` when it is one request too many.
 *
 * @typedef {import('./guest-call.js').GuestCall} GuestCall
 */

/**
 * @param {GuestCall} call
 * @param {import('./http-call.js').HttpCall} request
 */
export function http(call, request) {
  return asked(call, 'http', request.method, request.url, async (signal) => {
    const value = await call.host.http(request, signal);
    return { value, status: value.status, bytes: value.body.length };
  });
}

/**
 * @param {GuestCall} call
 * @param {string} key
 */
export function kvGet(call, key) {
  return asked(call, 'kv_get', undefined, key, async () => found(await call.host.kvGet(key)));
}

/**
 * @param {GuestCall} call
 * @param {string} key
 * @param {string} value
 * @param {number} ttlSeconds
 */
export function kvPut(call, key, value, ttlSeconds) {
  return asked(call, 'kv_put', undefined, key, async () => {
    await call.host.kvPut(key, value, ttlSeconds);
    return { value: undefined, bytes: 0 };
  });
}

/**
 * @param {GuestCall} call
 * @param {string} key
 */
export function secret(call, key) {
  return asked(call, 'secret', undefined, key, async () => found(await call.host.secret(key)));
}

/**
 * @param {GuestCall} call
 * @param {Uint8Array} data
 * @param {Uint8Array} pkcs8 private key, DER
 */
export function sign(call, data, pkcs8) {
  return asked(call, 'sign_rs256', undefined, '', async () => {
    const value = await signRs256(data, pkcs8);
    return { value, bytes: value.length };
  });
}

/** @param {string | undefined} value */
function found(value) {
  return { value, bytes: value === undefined ? 0 : encodeUtf8(value).length };
}

/**
 * @template T
 * @param {GuestCall} call
 * @param {string} op
 * @param {string | undefined} method
 * @param {string} target
 * @param {(signal: AbortSignal) => Promise<{ value: T, status?: number, bytes: number }>} work
 * @returns {Promise<T>}
 */
export async function asked(call, op, method, target, work) {
  call.countHostCall();
  const start = Date.now();
  const record = {
    op,
    method,
    target,
    status: 0,
    bytes: 0,
    durationMs: 0,
    /** @type {import('./failure-code.js').FailureCode | undefined} */
    failure: undefined,
  };
  call.hostCalls.push(record);
  try {
    const { value, status = 0, bytes } = await call.outside(work);
    Object.assign(record, { status, bytes });
    return value;
  } catch (e) {
    if (e instanceof HostFailure) {
      record.failure = e.failure.code;
      call.noteHostFailure(e.failure);
    }
    throw e;
  } finally {
    record.durationMs = Date.now() - start;
  }
}
