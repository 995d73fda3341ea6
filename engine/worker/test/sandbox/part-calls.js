import * as limits from '../../src/sandbox/limits.js';
import { HostFailure } from '../../src/sandbox/host-failure.js';
import { NONE } from '../../src/sandbox/host-services.js';
import { PartLoadException } from '../../src/sandbox/part-load-exception.js';
import { PartModule } from '../../src/sandbox/part-module.js';
import { callPart } from '../../src/sandbox/sandbox.js';
import { toBase64 } from '../../src/sandbox/base64.js';
import { encodeUtf8 } from '../../src/value/utf8.js';

/**
 * One call that a test asks for.
 *
 * @typedef {object} CallScript
 * @property {string} module
 * @property {string} [sha256]
 * @property {string} [input]
 * @property {Partial<limits.Limits>} [limits]
 * @property {number} [cancelAfterMs]
 * @property {HostScript} [host] none: nothing is given
 *
 * @typedef {object} HostScript
 * @property {{ status?: number, headers?: [string, string][], body?: string, bytes?: number[],
 *   repeat?: number }} [http] the answer to any request
 * @property {{ code: import('../../src/sandbox/failure-code.js').FailureCode, error: string }}
 *   [failure] instead of an answer
 * @property {boolean} [never] the answer never comes
 * @property {boolean} [bug] the host itself is broken
 * @property {Record<string, string>} [kv]
 * @property {Record<string, string>} [secrets]
 */

/**
 * Makes the calls a test asks for, in the Worker that holds the modules.
 *
 * @param {CallScript[]} scripts
 * @param {Record<string, WebAssembly.Module>} modules
 */
export function callAll(scripts, modules) {
  return Promise.all(scripts.map((script) => callOne(script, modules)));
}

/**
 * @param {CallScript} script
 * @param {Record<string, WebAssembly.Module>} modules
 */
async function callOne(script, modules) {
  /** @type {object[]} */
  const requests = [];
  const abort = new AbortController();
  if (script.cancelAfterMs !== undefined) {
    setTimeout(() => abort.abort(), script.cancelAfterMs);
  }
  try {
    const part = PartModule.load(modules[script.module], script.sha256);
    const called = await callPart(
      part,
      encodeUtf8(script.input ?? '{}'),
      limits.limitsWith(script.limits ?? {}),
      script.host ? hostOf(script.host, requests) : NONE,
      abort.signal,
    );
    return { ...called, requests };
  } catch (e) {
    if (e instanceof PartLoadException) {
      return { refused: e.code, message: e.message };
    }
    return { bug: String(e) };
  }
}

/**
 * Answers from its script and notes what it was asked.
 *
 * @param {HostScript} script
 * @param {object[]} requests
 * @returns {import('../../src/sandbox/host-services.js').HostServices}
 */
function hostOf({ http = {}, failure, never, bug, kv = {}, secrets = {} }, requests) {
  return {
    async http(call) {
      requests.push({ ...call, body: toBase64(call.body) });
      if (bug) {
        throw new TypeError('a mistake of the host');
      }
      if (failure) {
        throw new HostFailure(failure.code, failure.error);
      }
      if (never) {
        await new Promise(() => {});
      }
      const text = (http.body ?? '{"told":true}').repeat(http.repeat ?? 1);
      const body = http.bytes ? Uint8Array.from(http.bytes) : encodeUtf8(text);
      return { status: http.status ?? 200, headers: http.headers ?? [['content-type', 'x/y']], body };
    },
    kvGet: async (key) => kv[key],
    async kvPut(key, value, ttlSeconds) {
      kv[key] = `${value}/${ttlSeconds}`;
    },
    secret: async (key) => secrets[key],
  };
}
