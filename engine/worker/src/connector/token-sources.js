import { addressText } from './address-text.js';
import { keyOf } from './auth-texts.js';
import { ConnectorFailure } from './connector-failure.js';
import { percentForm } from './percent.js';
import { basic } from './basic.js';
import { ServiceAccountKey } from './service-account-key.js';
import { requestToken } from './token-request.js';

/**
 * @typedef {import('./auth.js').OAuth2} OAuth2
 * @typedef {import('./auth.js').ServiceAccount} ServiceAccount
 * @typedef {import('./auth.js').Tokened} Tokened
 * @typedef {import('./token.js').Token} Token
 */

const ASSERTION = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** How the tokens of a call are got from their endpoint. */
export class TokenSources {
  #contract;
  #filling;
  #host;
  #sending;

  /**
   * @param {import('../part/contract.js').Contract} contract
   * @param {import('./filling.js').Filling} filling
   * @param {import('./connector-host.js').ConnectorHost} host
   * @param {import('./sending.js').Sending} sending
   */
  constructor(contract, filling, host, sending) {
    this.#contract = contract;
    this.#filling = filling;
    this.#host = host;
    this.#sending = sending;
  }

  /** @param {Tokened} auth @returns {import('./access-tokens.js').Source} */
  of(auth) {
    return (kept) =>
      auth.kind === 'oauth2' ? this.#refreshed(auth, kept) : this.#exchanged(auth);
  }

  /** Under which name its tokens are kept: another for each account that is used. @param {Tokened} auth */
  grant(auth) {
    if (auth.kind === 'oauth2') {
      const key = keyOf(auth.refreshToken);
      const name = this.#host.nameOf(key);
      return key === '' || name === key ? auth.grant : `${auth.grant}:${name}`;
    }
    const name = this.#host.nameOf(keyOf(auth.key));
    return ['service_account', name, auth.scopes.join(' '), this.#subjectOr(auth)].join(':');
  }

  /** @param {ServiceAccount} auth */
  #subjectOr(auth) {
    try {
      return this.#filling.text(auth.subject) ?? '';
    } catch (e) {
      if (e instanceof ConnectorFailure) {
        return '';
      }
      throw e;
    }
  }

  /** A token may go where the credential it came from may go. @param {Tokened} auth */
  hosts(auth) {
    const sources =
      auth.kind === 'oauth2' ? [auth.refreshToken, auth.clientSecret, auth.clientId] : [auth.key];
    const credential = sources
      .map((text) => this.#host.credential(keyOf(text)))
      .find((found) => found !== undefined);
    return credential?.hosts ?? this.#contract.hosts;
  }

  /**
   * What is shown in place of something obtained.
   *
   * @param {Tokened} auth
   * @param {string} what
   */
  shownName(auth, what) {
    const name = auth.kind === 'oauth2' ? auth.grant : this.#host.nameOf(keyOf(auth.key));
    return `${name}_${what}`;
  }

  /**
   * @param {OAuth2} auth
   * @param {Token | undefined} kept
   */
  async #refreshed(auth, kept) {
    const refresh =
      kept?.refreshToken === undefined
        ? this.#filling.text(auth.refreshToken)
        : this.#host.keep(this.shownName(auth, 'refresh_token'), kept.refreshToken, this.hosts(auth));
    if (refresh === undefined) {
      const key = keyOf(auth.refreshToken);
      throw key === '' ? this.#notSignedIn(auth) : this.missing(key);
    }
    const id = this.#needed(auth.clientId);
    const secret = auth.clientSecret === undefined ? '' : this.#needed(auth.clientSecret);
    /** @type {Record<string, string>} */
    const form = { grant_type: 'refresh_token', refresh_token: refresh };
    if (!auth.basic) {
      form.client_id = id;
      if (secret !== '') {
        form.client_secret = secret;
      }
    }
    const authorization = auth.basic ? basic(percentForm(id), percentForm(secret)) : undefined;
    return requestToken(this.#sending, this.#endpoint(auth), form, authorization);
  }

  /** @param {string} written */
  #needed(written) {
    const text = this.#filling.text(written);
    if (text === undefined) {
      throw this.missing(keyOf(written));
    }
    return text;
  }

  /** @param {ServiceAccount} auth */
  async #exchanged(auth) {
    const key = keyOf(auth.key);
    const credential = this.#host.credential(key);
    if (!credential) {
      throw this.missing(key);
    }
    const endpoint = this.#endpoint(auth);
    const subject = this.#filling.text(auth.subject);
    const account = new ServiceAccountKey(this.#host.nameOf(key), credential.value);
    const made = await account.assertion(endpoint, auth.scopes, subject, this.#sending.now());
    const assertion = this.#host.keep(this.shownName(auth, 'assertion'), made, credential.hosts);
    return requestToken(this.#sending, endpoint, { grant_type: ASSERTION, assertion }, undefined);
  }

  /** @param {Tokened} auth */
  #endpoint({ tokenUrl }) {
    return addressText(tokenUrl, this.#filling);
  }

  /** @param {string} key */
  missing(key) {
    const need = this.#contract.credentials.find((each) => each.key === key);
    const label = need ? ` (${need.label})` : '';
    const name = this.#host.nameOf(key);
    return ConnectorFailure.of(
      'CREDENTIAL_MISSING',
      `\`${this.#contract.id}\` needs the credential \`${name}\`${label}, which isn't there.`,
      `Add a credential with the name ${name}.`,
    );
  }

  /** @param {OAuth2} auth */
  #notSignedIn({ grant }) {
    return ConnectorFailure.of(
      'CREDENTIAL_MISSING',
      `\`${this.#contract.id}\` has no access yet for \`${grant}\`.`,
      'Sign in to the service first.',
    );
  }
}
