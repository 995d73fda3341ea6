import { failureResult } from '../run/failures.js';
import { asResult } from '../sandbox/call-failure.js';
import { HostFailure } from '../sandbox/host-failure.js';
import { memberOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { compact } from '../value/json-writer.js';
import { decodeUtf8, encodeUtf8 } from '../value/utf8.js';

/** @typedef {import('../value/json.js').Json} Json */

const FIRST_ERROR_STATUS = 400;

/** An object with one of these is a result; anything else is the data of one. */
const RESULT_MEMBERS = ['success', 'data', 'error', 'pending'];

/**
 * A component that is an http(s) URL: it gets the whole scope by POST and answers like a part.
 * RECIPE.md, section 2.
 *
 * @param {import('../sandbox/network-host.js').NetworkHost} network
 * @param {string} url
 * @param {import('../value/json.js').JsonObject} scope
 * @param {AbortSignal} signal
 * @returns {Promise<Json>} the result
 */
export async function callUrl(network, url, scope, signal) {
  try {
    const { status, body } = await network.http(
      {
        method: 'POST',
        url,
        headers: [
          ['Content-Type', 'application/json'],
          ['Accept', 'application/json'],
        ],
        body: encodeUtf8(compact(scope)),
        timeoutMs: 0,
      },
      signal,
    );
    if (status >= FIRST_ERROR_STATUS) {
      return failureResult(
        `HTTP_${status}`,
        `HTTP ${status} from ${url}`,
        "Look at the service's log; it got the whole scope by POST.",
      );
    }
    const answer = readJson(decodeUtf8(body));
    const isResult = RESULT_MEMBERS.some((name) => memberOf(answer, name) !== undefined);
    return isResult ? answer : { success: true, data: answer };
  } catch (e) {
    if (e instanceof HostFailure) {
      return asResult(e.failure);
    }
    if (e instanceof JsonSyntaxException) {
      return failureResult(
        'INVALID_OUTPUT',
        `${url} didn't answer with JSON: ${e.message}`,
        'A component that is a URL answers with a JSON object {success, data}.',
      );
    }
    throw e;
  }
}
