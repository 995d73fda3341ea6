import { membersOf } from '../template/scope.js';
import { admittedBy } from './admission.js';
import { credentialsOfAuth, keyOf } from './auth-texts.js';
import { basic } from './basic.js';
import { TokenSources } from './token-sources.js';

/**
 * @typedef {import('./admission.js').Admission} Admission
 * @typedef {import('./auth.js').Auth} Auth
 * @typedef {import('./auth.js').Tokened} Tokened
 * @typedef {import('./filling.js').Filling} Filling
 * @typedef {import('./token.js').Token} Token
 */

/** Lets one call in: chooses the way, gets its token, says what is added to the request. */
export class LettingIn {
  #connector;
  #filling;
  #host;
  #tokens;
  #sources;

  /**
   * @param {import('./connector.js').Connector} connector
   * @param {Filling} filling
   * @param {import('./connector-host.js').ConnectorHost} host
   * @param {import('./access-tokens.js').AccessTokens} tokens
   * @param {import('./sending.js').Sending} sending
   */
  constructor(connector, filling, host, tokens, sending) {
    this.#connector = connector;
    this.#filling = filling;
    this.#host = host;
    this.#tokens = tokens;
    this.#sources = new TokenSources(connector.contract, filling, host, sending);
  }

  /**
   * The way to be let in; undefined where nothing is asked for.
   *
   * @returns {Promise<Exclude<Auth, import('./auth.js').FirstOf> | undefined>}
   * @throws {import('./connector-failure.js').ConnectorFailure} `CREDENTIAL_MISSING`
   */
  async choose() {
    const { contract, auth } = this.#connector;
    for (const { key, optional } of contract.credentials) {
      if (!optional && !this.#host.credential(key)) {
        throw this.missing(key);
      }
    }
    if (auth?.kind !== 'first_of') {
      return auth;
    }
    for (const option of auth.options) {
      if (option.kind !== 'first_of' && (await this.#lacking(option)).length === 0) {
        return option;
      }
    }
    throw this.missing((await this.#lacking(auth.options[0]))[0]);
  }

  /** The keys of credentials that a way needs and that aren't there. @param {Auth} auth */
  async #lacking(auth) {
    const lacking = credentialsOfAuth(auth).filter((key) => !this.#host.credential(key));
    const isSignedIn =
      auth.kind === 'oauth2' && (await this.#tokens.has(this.#sources.grant(auth)));
    return isSignedIn ? lacking.filter((key) => key !== keyOf(auth.refreshToken)) : lacking;
  }

  /** @param {string} key */
  missing(key) {
    return this.#sources.missing(key);
  }

  /**
   * The token for a way that needs one.
   *
   * @param {Tokened} auth
   * @param {Token | undefined} refused one that the service did not accept
   */
  token(auth, refused) {
    const grant = this.#sources.grant(auth);
    return this.#tokens.get(grant, refused, this.#sources.of(auth), this.#host.signal);
  }

  /** @param {Tokened} auth @param {Token} token @returns {Admission} */
  withToken(auth, token) {
    const kept = this.#host.keep(
      this.#sources.shownName(auth, 'access_token'),
      token.accessToken,
      this.#sources.hosts(auth),
    );
    const scope = membersOf({ access_token: kept });
    return admittedBy(this.#filling.with(scope).texts(auth.header));
  }

  /** @param {import('./auth.js').Static} auth @returns {Admission} */
  withFixed(auth) {
    const headers = this.#filling.texts(auth.header);
    const user = this.#filling.text(auth.basic?.user);
    const password = this.#filling.text(auth.basic?.password);
    if (user !== undefined && password !== undefined) {
      headers.push(['Authorization', basic(user, password)]);
    }
    return {
      headers,
      query: this.#filling.object(auth.query),
      body: this.#filling.object(auth.body),
      path: auth.path,
    };
  }
}
