import { WebAddress } from '../sandbox/web-address.js';
import { Template } from '../template/template.js';
import { isObject } from '../value/json.js';
import { addressText } from './address-text.js';
import { admittedBy } from './admission.js';
import { Answer } from './answer.js';
import { answerFailure } from './answer-failure.js';
import { isTokened } from './auth.js';
import { keyOf } from './auth-texts.js';
import { callBinding } from './binding-call.js';
import { bodyOf } from './body.js';
import { ConnectorFailure } from './connector-failure.js';
import { asText, Filling } from './filling.js';
import { checkHttpHeader } from './header-text.js';
import { kindOf } from './input-check.js';
import { quoted, withoutPlaceholders } from './input-text.js';
import { LettingIn } from './letting-in.js';
import { filledMethod } from './method-text.js';
import { withPath } from './path-text.js';
import { withQuery } from './query-text.js';
import { sendsBody } from './request.js';
import { signatureHeaders } from './signature.js';
import { strip } from '../value/blanks.js';

/**
 * @typedef {import('./admission.js').Admission} Admission
 * @typedef {import('./auth.js').Auth} Auth
 * @typedef {import('./auth.js').Hmac} Hmac
 * @typedef {import('./request.js').HttpRequest} HttpRequest
 * @typedef {import('./token.js').Token} Token
 * @typedef {import('../sandbox/http-call.js').Header} Header
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const UNAUTHORIZED = 401;

/** One call, from its parameters to its result. */
export class ConnectorCall {
  #connector;
  #callId;
  #host;
  #sending;
  #filling;
  #lettingIn;
  /** Names of the credentials in the request. @type {Set<string>} */
  #used = new Set();

  /**
   * @param {import('./connector.js').Connector} connector
   * @param {import('../template/scope.js').Scope} scope what its templates see
   * @param {string} callId
   * @param {import('./connector-host.js').ConnectorHost} host
   * @param {import('./access-tokens.js').AccessTokens} tokens
   * @param {import('./sending.js').Sending} sending
   */
  constructor(connector, scope, callId, host, tokens, sending) {
    this.#connector = connector;
    this.#callId = callId;
    this.#host = host;
    this.#sending = sending;
    this.#filling = new Filling(scope, (key) => this.#placeholder(key));
    this.#lettingIn = new LettingIn(connector, this.#filling, host, tokens, sending);
  }

  /** @param {string} key */
  #placeholder(key) {
    const text = this.#host.placeholder(key);
    if (text !== undefined) {
      this.#used.add(this.#host.nameOf(key));
    }
    return text;
  }

  /** @returns {Promise<JsonObject>} the result */
  async make() {
    const { request } = this.#connector;
    return request.kind === 'http'
      ? this.#http({ ...request, method: filledMethod(request.method, this.#filling) })
      : callBinding(this.#connector, request, this.#filling, this.#host, this.#sending);
  }

  /** @param {HttpRequest} request */
  async #http(request) {
    const auth = await this.#lettingIn.choose();
    const token = isTokened(auth) ? await this.#lettingIn.token(auth, undefined) : undefined;
    let answer = await this.#send(request, auth, token);
    if (answer.status === UNAUTHORIZED && isTokened(auth)) {
      answer = await this.#send(request, auth, await this.#lettingIn.token(auth, token));
    }
    const read = new Answer(this.#connector.response, answer, request.method === 'HEAD');
    return read.isUnreadable || !read.succeeded
      ? answerFailure(read, this.#used, this.#sending.now())
      : read.result();
  }

  /**
   * @param {HttpRequest} request
   * @param {Auth | undefined} auth
   * @param {Token | undefined} token
   */
  async #send(request, auth, token) {
    const admission = this.#admission(auth, token);
    const url = this.#url(request, admission);
    const filled = sendsBody(request) ? this.#body(request, admission) : undefined;
    const body = await bodyOf(filled, request.encoding, this.#sending.now());
    const headers = this.#headers(request);
    if (body.contentType !== undefined && !headers.has('content-type')) {
      headers.set('content-type', body.contentType);
    }
    const signature =
      auth?.kind === 'hmac' ? await this.#signature(auth, request.method, url, body.text) : [];
    for (const [name, value] of [...admission.headers, ...signature]) {
      headers.set(name.toLowerCase(), value);
    }
    headers.forEach((value, name) => checkHttpHeader(name, value));
    return this.#sending.send(request.method, url, [...headers], body.text);
  }

  /**
   * @param {Auth | undefined} auth
   * @param {Token | undefined} token
   */
  #admission(auth, token) {
    if (auth?.kind === 'static') {
      return this.#lettingIn.withFixed(auth);
    }
    return isTokened(auth) && token ? this.#lettingIn.withToken(auth, token) : admittedBy([]);
  }

  /**
   * @param {HttpRequest} request
   * @param {Admission} admission
   */
  #url(request, admission) {
    const secret = Template.parse(request.url).whole();
    const isSecret = secret?.isCredential() === true;
    const address = isSecret
      ? this.#secretAddress(keyOf(request.url))
      : addressText(request.url, this.#filling, admission.path);
    const path = this.#filling.text(request.path);
    const query = { ...object(this.#filling.value(request.query)), ...admission.query };
    const url = withQuery(path === undefined ? address : withPath(address, path), query);
    if (!WebAddress.parse(withoutPlaceholders(url))) {
      throw ConnectorFailure.of(
        'INVALID_VALUE',
        isSecret
          ? 'The credential holds no http or https URL.'
          : `${quoted(url)} is no http or https URL.`,
        'Check the parameters that stand in the address.',
      );
    }
    return url;
  }

  /** The address itself is needed: it decides where the request goes. @param {string} key */
  #secretAddress(key) {
    const credential = this.#host.credential(key);
    if (!credential) {
      throw this.#lettingIn.missing(key);
    }
    const name = this.#host.nameOf(key);
    this.#used.add(name);
    const address = strip(credential.value);
    const target = WebAddress.parse(address);
    if (!target) {
      throw ConnectorFailure.of(
        'INVALID_VALUE',
        `The credential \`${name}\` holds no http or https URL.`,
        'Paste the whole address as the service shows it.',
      );
    }
    if (!target.isOneOf(credential.hosts)) {
      throw ConnectorFailure.of(
        'CREDENTIAL_HOST',
        `The credential \`${name}\` may not be sent to \`${target.host}\`.`,
        "Add this host to the credential's hosts if it belongs there.",
      );
    }
    return address;
  }

  /**
   * @param {HttpRequest} request
   * @param {Admission} admission
   * @returns {Json | undefined}
   */
  #body(request, admission) {
    const body = this.#filling.value(request.body);
    return Object.keys(admission.body).length === 0
      ? body
      : { ...object(body), ...admission.body };
  }

  /** Names in lower case. @param {HttpRequest} request @returns {Map<string, string>} */
  #headers(request) {
    const headers = new Map();
    for (const [name, value] of Object.entries(object(this.#filling.value(request.headers)))) {
      if (value !== null) {
        headers.set(name.toLowerCase(), asText(value));
      }
    }
    return headers;
  }

  /**
   * @param {Hmac} hmac
   * @param {string} method
   * @param {string} url
   * @param {string} body
   */
  async #signature(hmac, method, url, body) {
    const key = keyOf(hmac.secret);
    const secret = this.#host.credential(key);
    const address = WebAddress.parse(url);
    if (!secret || !address) {
      throw this.#lettingIn.missing(key);
    }
    this.#used.add(this.#host.nameOf(key));
    const signed = { method, address, body, callId: this.#callId, now: this.#sending.now() };
    return signatureHeaders(hmac, secret.value, signed, this.#filling);
  }
}

/** @param {Json | undefined} value */
function object(value) {
  if (value === undefined || value === null) {
    return {};
  }
  if (!isObject(value)) {
    throw ConnectorFailure.of(
      'INVALID_TYPE',
      `Headers and query are objects, not ${kindOf(value)}.`,
      'Give an object of names and values.',
    );
  }
  return value;
}
