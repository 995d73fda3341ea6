import { encodeUtf8 } from '../value/utf8.js';
import { HostFailure } from './host-failure.js';
import * as requests from './host-requests.js';
import { headersOfText } from './request-headers.js';

/**
 * @typedef {import('./checked-memory.js').CheckedMemory} CheckedMemory
 * @typedef {import('./guest-call.js').GuestCall} GuestCall
 * @typedef {import('./host-import.js').HostImport} HostImport
 */

const OK = 0;
const ERROR = 1;
const NOT_FOUND = 2;

/** Published guests reserve so much and don't say so. */
const ROOM = 65_536;

/**
 * The host module of published Arcrun parts. Answers are written at `out` and their length at
 * `outLen`. PART.md, Binary interface.
 *
 * @type {HostImport[]}
 */
export const U6U_IMPORTS = [
  given('http_request', http),
  given('kv_get', (call, memory, [at, length, out, outLen]) => {
    const key = memory.readText(at, length);
    return answer(call, memory, out, outLen, async () => bytes(await requests.kvGet(call, key)));
  }),
  given('kv_put', kvPut),
  given('secret_get', (call, memory, [at, length, out, outLen]) => {
    const key = memory.readText(at, length);
    return answer(call, memory, out, outLen, async () => bytes(await requests.secret(call, key)));
  }),
  given('crypto_sign_rs256', (call, memory, [at, length, keyAt, keyLength, out, outLen]) => {
    const data = memory.read(at, length);
    const key = memory.read(keyAt, keyLength);
    return answer(call, memory, out, outLen, () => requests.sign(call, data, key));
  }),
  given('crypto_decrypt', (_call, memory, [at, length, iv, ivLength, , outLen]) => {
    // Links and never works, as in Arcrun 1.4.
    memory.require(at, length);
    memory.require(iv, ivLength);
    memory.require(outLen, 4);
    return ERROR;
  }),
];

/**
 * @param {string} name
 * @param {HostImport['body']} body
 * @returns {HostImport}
 */
function given(name, body) {
  return { module: 'u6u', name, waits: true, body };
}

/**
 * (url, length, method, length, headers as JSON, length, body, length, out, outLen)
 *
 * @type {HostImport['body']}
 */
function http(call, memory, args) {
  const url = memory.readText(args[0], args[1]);
  const method = memory.readText(args[2], args[3]);
  const headers = memory.readText(args[4], args[5]);
  const body = memory.read(args[6], args[7]);
  return answer(call, memory, args[8], args[9], async () => {
    const request = { url, method, headers: headersOfText(headers), body, timeoutMs: 0 };
    return (await requests.http(call, request)).body;
  });
}

/** (key, length, value, length, ttl) @type {HostImport['body']} */
async function kvPut(call, memory, [at, length, valueAt, valueLength, ttl]) {
  const key = memory.readText(at, length);
  const value = memory.readText(valueAt, valueLength);
  try {
    await requests.kvPut(call, key, value, Number(ttl));
    return OK;
  } catch (e) {
    return errorFor(e);
  }
}

/**
 * @param {GuestCall} call
 * @param {CheckedMemory} memory
 * @param {number} out
 * @param {number} outLength
 * @param {() => Promise<Uint8Array | undefined>} question
 */
async function answer(call, memory, out, outLength, question) {
  memory.require(out, 0);
  memory.require(outLength, 4);
  let given;
  try {
    given = await question();
  } catch (e) {
    return errorFor(e);
  }
  if (!given) {
    return NOT_FOUND;
  }
  if (given.length > ROOM) {
    call.noteHostFailure({
      code: 'RESPONSE_TOO_LARGE',
      error: `The answer has ${given.length} bytes; this part can take ${ROOM}.`,
      hint: 'Ask for less, for example a page at a time, or use `http_request`.',
    });
    return ERROR;
  }
  memory.write(out, given);
  memory.putU32(outLength, given.length);
  return OK;
}

/** @param {unknown} thrown */
function errorFor(thrown) {
  if (thrown instanceof HostFailure) {
    return ERROR;
  }
  throw thrown;
}

/** @param {string | undefined} text */
function bytes(text) {
  return text === undefined ? undefined : encodeUtf8(text);
}
