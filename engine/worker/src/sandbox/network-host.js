import { AllowList } from './allow-list.js';
import { CredentialInjection } from './credential-injection.js';
import { HostFailure } from './host-failure.js';
import { hostOf, httpUrl, portOf } from './host-name.js';
import { NONE } from './host-services.js';
import { cannotBeSent, checkValue, outgoing, redirected, sendsJson, takesBody } from './outgoing.js';

/**
 * @typedef {import('./http-answer.js').HttpAnswer} HttpAnswer
 * @typedef {import('./http-call.js').HttpCall} HttpCall
 * @typedef {import('./outgoing.js').Outgoing} Outgoing
 */

/**
 * What the requests of one part may reach and carry.
 *
 * @typedef {object} NetworkRights
 * @property {import('./allow-list.js').AllowedHost[]} allowed the hosts; empty: none
 * @property {import('./credential-injection.js').Credentials} credentials values for the placeholders
 *   in requests
 * @property {string} nonce of the run, which each true placeholder carries
 * @property {number} [responseBytes] longest answer
 * @property {number} [timeoutMs] for one request with all its redirects
 * @property {typeof fetch} [fetch]
 */

const MOST_REDIRECTS = 5;

/** The longest answer a part gets unless said otherwise. */
const RESPONSE_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/**
 * The network as a part gets it: allowed hosts only, each redirect checked again, credentials put in
 * at the last moment. Gives no store and no secrets.
 *
 * @param {NetworkRights} rights
 * @returns {import('./host-services.js').HostServices}
 */
export function networkHost({
  allowed,
  credentials,
  nonce,
  responseBytes = RESPONSE_BYTES,
  timeoutMs = TIMEOUT_MS,
  fetch: send = fetch,
}) {
  const allowList = new AllowList(allowed);
  const injection = new CredentialInjection(credentials, nonce);
  return { ...NONE, http };

  /** @param {HttpCall} call @param {AbortSignal} signal @returns {Promise<HttpAnswer>} */
  async function http(call, signal) {
    const abort = new AbortController();
    const stop = () => abort.abort();
    signal.addEventListener('abort', stop);
    const wanted = call.timeoutMs === 0 ? timeoutMs : Math.min(call.timeoutMs, timeoutMs);
    const timer = setTimeout(stop, wanted);
    let request = outgoing(call, injection);
    try {
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        allowList.check(request.url);
        const { answer, location } = await exchange(request, abort.signal);
        const next = redirected(request, answer.status, location, injection);
        if (!next) {
          return answer;
        }
        request = next;
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
    throw new HostFailure(
      'TOO_MANY_REDIRECTS',
      `The request was redirected more than ${MOST_REDIRECTS} times.`,
      'Call the final address directly.',
    );
  }

  /** @param {Outgoing} request @param {AbortSignal} signal */
  async function exchange(request, signal) {
    const filled = await withCredentials(request);
    try {
      const response = await send(filled.url.href, {
        method: request.method,
        headers: filled.headers,
        body: takesBody(request.method) ? filled.body : undefined,
        redirect: 'manual',
        signal,
      });
      const body = await bodyOf(response, request.url);
      return {
        answer: { status: response.status, headers: [...response.headers], body },
        location: response.headers.get('location'),
      };
    } catch (e) {
      throw e instanceof HostFailure ? e : networkFailure(request.url, signal.aborted);
    }
  }

  /** The request with its credentials in place. @param {Outgoing} request */
  async function withCredentials(request) {
    const target = request.url;
    const url = httpUrl(await injection.intoUrl(request.text, target));
    if (!url || hostOf(url) !== hostOf(target) || portOf(url) !== portOf(target)) {
      throw cannotBeSent('its URL is none once the credential is in it');
    }
    const headers = new Headers();
    for (const [name, written] of request.headers) {
      const value = await injection.intoHeader(written, target);
      checkValue(name, value);
      headers.append(name, value);
    }
    return { url, headers, body: await injection.intoBody(request.body, sendsJson(request), target) };
  }

  /** @param {Response} response @param {URL} url */
  async function bodyOf(response, url) {
    /** @type {Uint8Array[]} */
    const pieces = [];
    let length = 0;
    for await (const piece of response.body ?? []) {
      length += piece.length;
      if (length > responseBytes) {
        throw new HostFailure(
          'RESPONSE_TOO_LARGE',
          `The answer of \`${hostOf(url)}\` has more than ${responseBytes} bytes.`,
          'Ask for less, for example a page at a time.',
        );
      }
      pieces.push(piece);
    }
    const body = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      body.set(piece, at);
      at += piece.length;
    }
    return body;
  }
}

/**
 * Messages of the platform may quote the URL, which may hold a credential by then: they are not told.
 *
 * @param {URL} url
 * @param {boolean} isAborted
 */
function networkFailure(url, isAborted) {
  const host = hostOf(url);
  return isAborted
    ? new HostFailure(
        'NETWORK_TIMEOUT',
        `\`${host}\` did not answer in time.`,
        'Try again later, or raise `run.timeout_ms` of the node.',
      )
    : new HostFailure(
        'NETWORK_ERROR',
        `The connection to \`${host}\` failed.`,
        'Check that the host is spelt right and answers.',
      );
}
