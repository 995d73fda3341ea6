import { CredentialInjection } from './credential-injection.js';
import { visible } from './guest-log.js';
import { HostFailure } from './host-failure.js';
import { normalisedUrl } from './host-name.js';

/**
 * @typedef {import('./http-call.js').Header} Header
 * @typedef {import('./http-call.js').HttpCall} HttpCall
 */

/** Belong to the connection, or would change where the request goes. */
const OURS = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const FORBIDDEN_METHODS = ['CONNECT', 'TRACE', 'TRACK'];
const SECRET = ['authorization', 'cookie'];
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const REDIRECTS = [301, 302, 303];
const REDIRECTS_AS_IT_IS = [307, 308];
const NO_BODY = new Uint8Array(0);

/** One request on its way, redirects included, with credentials still as placeholders. */
export class Outgoing {
  /**
   * @param {string} method
   * @param {string} text the URL as text, which may hold placeholders
   * @param {URL} url the same with harmless words in their place: where the request goes
   * @param {Header[]} headers names in lower case
   * @param {Uint8Array} body
   */
  constructor(method, text, url, headers, body) {
    this.method = method;
    this.text = text;
    this.url = url;
    this.headers = headers;
    this.body = body;
  }

  /**
   * @param {HttpCall} call
   * @param {CredentialInjection} credentials
   * @throws {HostFailure} when it can't be sent
   */
  static of(call, credentials) {
    const method = call.method.toUpperCase();
    if (!TOKEN.test(method) || FORBIDDEN_METHODS.includes(method)) {
      throw invalid(`the method \`${visible(call.method)}\` can't be used`);
    }
    const url = normalisedUrl(credentials.withStandIns(call.url));
    if (!url || CredentialInjection.decidesTarget(url)) {
      throw invalid(`\`${visible(call.url)}\` is no http or https URL`);
    }
    if (url.username !== '' || url.password !== '') {
      throw invalid("a URL can't hold a user name; use the header `Authorization`");
    }
    return new Outgoing(
      method,
      call.url,
      url,
      kept(call.headers),
      takesBody(method) ? call.body : NO_BODY,
    );
  }

  /**
   * The request a redirect asks for; undefined where the answer is none. Methods change as in fetch:
   * a POST becomes a GET after 301 and 302, anything but HEAD after 303.
   *
   * @param {number} status
   * @param {string | null} location
   * @param {CredentialInjection} secrets
   * @returns {Outgoing | undefined}
   * @throws {HostFailure} when it can't be followed
   */
  redirected(status, location, secrets) {
    const isRedirect = REDIRECTS.includes(status);
    if (location === null || !(isRedirect || REDIRECTS_AS_IT_IS.includes(status))) {
      return undefined;
    }
    const next = URL.canParse(location, this.url.href)
      ? normalisedUrl(new URL(location, this.url.href).href)
      : undefined;
    if (!next || next.username !== '' || next.password !== '') {
      throw invalid(`\`${this.url.hostname}\` redirects to something that is no http URL`);
    }
    const asGet =
      status === 303
        ? this.method !== 'GET' && this.method !== 'HEAD'
        : isRedirect && this.method === 'POST';
    const elsewhere = this.url.origin !== next.origin;
    const headers = this.headers
      .filter(([name]) => !asGet || !name.startsWith('content-'))
      .filter((header) => !elsewhere || !isSecret(header, secrets));
    const body = asGet ? NO_BODY : this.body;
    if (elsewhere && secrets.isInBody(body)) {
      throw new HostFailure(
        'CREDENTIAL_HOST',
        `\`${this.url.hostname}\` redirects a request with a credential in its body to \`${next.hostname}\`.`,
        'Call the second host directly if the credential belongs there.',
      );
    }
    const stray = secrets.straysInto(next);
    if (stray !== undefined) {
      throw new HostFailure(
        'CREDENTIAL_HOST',
        `\`${this.url.hostname}\` redirects to a URL that holds the credential \`${stray}\`, on a host where it may not be sent.`,
        'Send the credential in a header, or call the final address directly if the credential belongs there.',
      );
    }
    return new Outgoing(asGet ? 'GET' : this.method, next.href, next, headers, body);
  }

  get takesBody() {
    return takesBody(this.method);
  }

  get sendsJson() {
    return this.headers.some(
      ([name, value]) => name === 'content-type' && value.toLowerCase().includes('json'),
    );
  }
}

/** Line breaks would let a value add headers of its own. @param {string} name @param {string} value */
export function checkHeaderValue(name, value) {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw invalid(`the header \`${name}\` has a line break or control character`);
  }
}

/** @param {string} why */
export function invalid(why) {
  return new HostFailure('INVALID_REQUEST', `The request can't be sent: ${why}.`);
}

/** @param {Header[]} given @returns {Header[]} */
function kept(given) {
  return given.flatMap(([written, value]) => {
    const name = written.trim().toLowerCase();
    if (!TOKEN.test(name)) {
      throw invalid(`\`${visible(written)}\` can't be a header's name`);
    }
    checkHeaderValue(name, value);
    const isOurs = OURS.has(name) || name.startsWith('proxy-');
    return isOurs ? [] : [/** @type {Header} */ ([name, value.trim()])];
  });
}

/** @param {string} method */
function takesBody(method) {
  return method !== 'GET' && method !== 'HEAD';
}

/**
 * @param {Header} header
 * @param {CredentialInjection} secrets
 */
function isSecret([name, value], secrets) {
  return SECRET.includes(name) || secrets.isIn(value);
}
