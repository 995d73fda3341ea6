import { decidesTarget } from './credential-injection.js';
import { visible } from './guest-log.js';
import { HostFailure } from './host-failure.js';
import { hostOf, httpUrl } from './host-name.js';

/**
 * @typedef {import('./credential-injection.js').CredentialInjection} CredentialInjection
 * @typedef {import('./http-call.js').Header} Header
 * @typedef {import('./http-call.js').HttpCall} HttpCall
 */

/** Belong to the connection, or would change where the request goes. */
const OURS = [
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
];
const FORBIDDEN_METHODS = ['CONNECT', 'TRACE', 'TRACK'];
const SECRET = ['authorization', 'cookie'];
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/**
 * One request on its way, redirects included, with credentials still as placeholders.
 *
 * @typedef {object} Outgoing
 * @property {string} method
 * @property {string} text the URL as text, which may hold placeholders
 * @property {URL} url the same with harmless words in their place: where the request goes
 * @property {Header[]} headers names in lower case
 * @property {Uint8Array} body
 */

/**
 * @param {HttpCall} call
 * @param {CredentialInjection} credentials
 * @returns {Outgoing}
 * @throws {HostFailure} when it can't be sent
 */
export function outgoing(call, credentials) {
  const method = call.method.toUpperCase();
  if (!TOKEN.test(method) || FORBIDDEN_METHODS.includes(method)) {
    throw cannotBeSent(`the method \`${visible(call.method)}\` can't be used`);
  }
  const url = httpUrl(credentials.withStandIns(call.url));
  if (!url || decidesTarget(url)) {
    throw cannotBeSent(`\`${visible(call.url)}\` is no http or https URL`);
  }
  if (url.username !== '' || url.password !== '') {
    throw cannotBeSent("a URL can't hold a user name; use the header `Authorization`");
  }
  const body = takesBody(method) ? call.body : new Uint8Array(0);
  return { method, text: call.url, url, headers: headersOf(call.headers), body };
}

/** @param {string} method */
export function takesBody(method) {
  return method !== 'GET' && method !== 'HEAD';
}

/** @param {Header[]} given @returns {Header[]} */
function headersOf(given) {
  return given.flatMap(([written, value]) => {
    const name = written.trim().toLowerCase();
    if (!TOKEN.test(name)) {
      throw cannotBeSent(`\`${visible(written)}\` can't be a header's name`);
    }
    checkValue(name, value);
    return OURS.includes(name) || name.startsWith('proxy-') ? [] : [[name, value.trim()]];
  });
}

/**
 * Line breaks would let a value add headers of its own.
 *
 * @param {string} name
 * @param {string} value
 */
export function checkValue(name, value) {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw cannotBeSent(`the header \`${name}\` has a line break or control character`);
  }
}

/**
 * The request a redirect asks for; undefined where the answer is none. Methods change as in fetch: a
 * POST becomes a GET after 301 and 302, anything but HEAD after 303.
 *
 * @param {Outgoing} request
 * @param {number} status
 * @param {string | null} location
 * @param {CredentialInjection} credentials
 * @returns {Outgoing | undefined}
 */
export function redirected({ method, url, headers, body }, status, location, credentials) {
  if (location === null || ![301, 302, 303, 307, 308].includes(status)) {
    return undefined;
  }
  const next = httpUrl(location, url);
  if (!next || next.username !== '') {
    throw cannotBeSent(`\`${hostOf(url)}\` redirects to something that is no http URL`);
  }
  const asGet = status === 303 ? takesBody(method) : status < 303 && method === 'POST';
  const isElsewhere = next.origin !== url.origin;
  const sent = asGet ? new Uint8Array(0) : body;
  if (isElsewhere && credentials.isInBody(sent)) {
    throw new HostFailure(
      'CREDENTIAL_HOST',
      `\`${hostOf(url)}\` redirects a request with a credential in its body to \`${hostOf(next)}\`.`,
      'Call the second host directly if the credential belongs there.',
    );
  }
  return {
    method: asGet ? 'GET' : method,
    text: next.href,
    url: next,
    headers: headers.filter(
      ([name, value]) =>
        !(asGet && name.startsWith('content-')) &&
        !(isElsewhere && (SECRET.includes(name) || credentials.isIn(value))),
    ),
    body: sent,
  };
}

/** @param {Outgoing} request */
export function sendsJson({ headers }) {
  return headers.some(
    ([name, value]) => name === 'content-type' && value.toLowerCase().includes('json'),
  );
}

/** @param {string} why */
export function cannotBeSent(why) {
  return new HostFailure('INVALID_REQUEST', `The request can't be sent: ${why}.`);
}
