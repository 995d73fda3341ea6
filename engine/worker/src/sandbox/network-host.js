import { AllowList } from './allow-list.js';
import { CredentialInjection } from './credential-injection.js';
import { HostFailure } from './host-failure.js';
import { normalisedUrl } from './host-name.js';
import { checkHeaderValue, invalid, Outgoing } from './outgoing.js';

/**
 * @typedef {import('./http-answer.js').HttpAnswer} HttpAnswer
 * @typedef {import('./http-call.js').Header} Header
 * @typedef {import('./http-call.js').HttpCall} HttpCall
 */

/**
 * What the requests of one call may reach and carry.
 *
 * @typedef {object} NetworkRights
 * @property {string[]} allowed patterns of hosts; empty: none
 * @property {import('./credential.js').Credentials} credentials values for the placeholders
 * @property {string} nonce of the run, which each true placeholder carries
 * @property {number} [responseBytes] longest answer
 * @property {number} timeoutMs for one request with all its redirects
 * @property {string[]} [within] where the part's contract names hosts: patterns one of which a URL
 *   must fit too; none: the allowed hosts alone decide
 */

/** The longest answer unless said otherwise. */
export const RESPONSE_BYTES = 5 * 1024 * 1024;

const MOST_REDIRECTS = 5;

/** The platform has undone these; they no longer fit the body. */
const OF_THE_TRANSFER = ['content-encoding', 'content-length', 'transfer-encoding'];

/**
 * The network as a part gets it: allowed hosts only, each redirect checked again, credentials put in
 * at the last moment.
 */
export class NetworkHost {
  #rights;
  #allowed;
  #credentials;
  #fetch;

  /**
   * @param {NetworkRights} rights
   * @param {(request: Request) => Promise<Response>} [send]
   * @throws {RangeError} when a pattern of an allowed host can't be read
   */
  constructor(rights, send = (request) => fetch(request)) {
    this.#rights = rights;
    this.#allowed = new AllowList(rights.allowed, rights.within ?? []);
    this.#credentials = new CredentialInjection(rights.credentials, rights.nonce);
    this.#fetch = send;
  }

  /**
   * @param {HttpCall} call
   * @param {AbortSignal} signal
   * @returns {Promise<HttpAnswer>}
   * @throws {HostFailure} when there is no answer
   */
  async http(call, signal) {
    let request = Outgoing.of(call, this.#credentials);
    const most = this.#rights.timeoutMs;
    const late = AbortSignal.timeout(Math.max(1, Math.min(call.timeoutMs || most, most)));
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      this.#allowed.check(request.url);
      const { answer, location } = await this.#send(request, late, signal);
      const next = request.redirected(answer.status, location, this.#credentials);
      if (!next) {
        return answer;
      }
      request = next;
    }
    throw new HostFailure(
      'TOO_MANY_REDIRECTS',
      `The request was redirected more than ${MOST_REDIRECTS} times.`,
      'Call the final address directly.',
    );
  }

  /**
   * @param {Outgoing} outgoing
   * @param {AbortSignal} late
   * @param {AbortSignal} cancelled
   */
  async #send(outgoing, late, cancelled) {
    const request = await this.#filled(outgoing, AbortSignal.any([late, cancelled]));
    try {
      const response = await this.#fetch(request);
      const body = await this.#body(response, outgoing.url.hostname);
      const headers = [...response.headers].filter(([name]) => !OF_THE_TRANSFER.includes(name));
      return {
        answer: { status: response.status, headers, body },
        location: response.headers.get('location'),
      };
    } catch (e) {
      throw e instanceof HostFailure ? e : failure(outgoing.url.hostname, late, cancelled);
    }
  }

  /**
   * The request with its credentials in place.
   *
   * @param {Outgoing} outgoing
   * @param {AbortSignal} signal
   */
  async #filled(outgoing, signal) {
    const { url: target, method } = outgoing;
    const url = normalisedUrl(await this.#credentials.intoUrl(outgoing.text, target));
    if (!url || url.origin !== target.origin || url.username !== '' || url.password !== '') {
      throw invalid('its URL is none once the credential is in it');
    }
    const headers = new Headers();
    for (const [name, value] of outgoing.headers) {
      const filled = await this.#credentials.intoHeader(value, target);
      checkHeaderValue(name, filled);
      append(headers, name, filled);
    }
    const body = outgoing.takesBody
      ? await this.#credentials.intoBody(outgoing.body, outgoing.sendsJson, target)
      : undefined;
    return new Request(url, { method, headers, body, redirect: 'manual', signal });
  }

  /**
   * @param {Response} response
   * @param {string} host
   */
  async #body(response, host) {
    const most = this.#rights.responseBytes ?? RESPONSE_BYTES;
    /** @type {Uint8Array[]} */
    const pieces = [];
    let length = 0;
    for await (const piece of response.body ?? []) {
      length += piece.length;
      if (length > most) {
        throw new HostFailure(
          'RESPONSE_TOO_LARGE',
          `The answer of \`${host}\` has more than ${most} bytes.`,
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
 * @param {Headers} headers
 * @param {string} name
 * @param {string} value
 */
function append(headers, name, value) {
  try {
    headers.append(name, value);
  } catch {
    throw invalid(`the header \`${name}\` has a character that headers can't carry`);
  }
}

/**
 * What the platform says of a failure may quote the URL, which may hold a credential by then.
 *
 * @param {string} host
 * @param {AbortSignal} late
 * @param {AbortSignal} cancelled
 */
function failure(host, late, cancelled) {
  if (cancelled.aborted) {
    return new HostFailure('CANCELLED', 'The request was cancelled.');
  }
  if (late.aborted) {
    return new HostFailure(
      'NETWORK_TIMEOUT',
      `\`${host}\` did not answer in time.`,
      'Try again later, or raise `run.timeout_ms` of the node.',
    );
  }
  return new HostFailure(
    'NETWORK_ERROR',
    `The connection to \`${host}\` failed, or there is no such host.`,
    'Check its spelling, and whether it answers now.',
  );
}
