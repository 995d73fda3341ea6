import { fromBase64, toBase64 } from '../sandbox/base64.js';
import { HostFailure } from '../sandbox/host-failure.js';
import { signRs256 } from '../sandbox/rs256.js';
import { textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
import { ConnectorFailure } from './connector-failure.js';

/** @typedef {import('../value/json.js').Json} Json */

const LIFETIME_S = 3600;

/** The key of a service account, and the assertions it signs. RFC 7519, RFC 7523. */
export class ServiceAccountKey {
  #name;
  #key;
  #email;
  #pem;

  /**
   * @param {string} name of the credential
   * @param {string} value the key file's JSON
   * @throws {ConnectorFailure} when it is none
   */
  constructor(name, value) {
    this.#name = name;
    this.#key = parsed(value);
    const email = textOf(this.#key, 'client_email');
    const pem = textOf(this.#key, 'private_key');
    if (email === undefined || pem === undefined) {
      throw this.#unusable();
    }
    this.#email = email;
    this.#pem = pem;
  }

  /**
   * A signed assertion.
   *
   * @param {string} audience the token endpoint
   * @param {string[]} scopes
   * @param {string | undefined} subject the user to act for
   * @param {number} now milliseconds since 1970
   */
  async assertion(audience, scopes, subject, now) {
    const kid = textOf(this.#key, 'private_key_id');
    const seconds = Math.floor(now / 1000);
    const header = { alg: 'RS256', typ: 'JWT', ...(kid === undefined ? {} : { kid }) };
    const claims = {
      iss: this.#email,
      scope: scopes.join(' '),
      aud: audience,
      iat: seconds,
      exp: seconds + LIFETIME_S,
      ...(subject === undefined ? {} : { sub: subject }),
    };
    const signed = `${base64Json(header)}.${base64Json(claims)}`;
    return `${signed}.${base64Url(await this.#signature(signed))}`;
  }

  /** @param {string} signed */
  async #signature(signed) {
    const pkcs8 = this.#pkcs8();
    try {
      return await signRs256(encodeUtf8(signed), pkcs8);
    } catch (e) {
      throw e instanceof HostFailure ? this.#unusable() : e;
    } finally {
      pkcs8.fill(0);
    }
  }

  /** The key's bytes. RFC 7468. */
  #pkcs8() {
    const pem = this.#pem
      .replaceAll('-----BEGIN PRIVATE KEY-----', '')
      .replaceAll('-----END PRIVATE KEY-----', '')
      .replace(/[ \t\n\v\f\r]/g, '');
    const bytes = fromBase64(pem);
    if (!bytes) {
      throw this.#unusable();
    }
    return bytes;
  }

  #unusable() {
    return ConnectorFailure.of(
      'INVALID_VALUE',
      `The credential \`${this.#name}\` is no service account key: that is JSON with \`client_email\` and a \`private_key\` in PKCS #8 form.`,
      "Paste the whole JSON file of the service account's key.",
    );
  }
}

/** @param {string} value */
function parsed(value) {
  try {
    return readJson(value);
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      // Its message may quote the key.
      return undefined;
    }
    throw e;
  }
}

/** @param {Json} members */
function base64Json(members) {
  return base64Url(encodeUtf8(compact(members)));
}

/** RFC 4648, section 5, without padding. @param {Uint8Array} bytes */
function base64Url(bytes) {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
