import { referencesOf, textsIn } from './written-text.js';

/**
 * The templates in an `auth`, and the credentials they name.
 *
 * @typedef {import('./auth.js').Auth} Auth
 * @typedef {import('./written-text.js').WrittenText} WrittenText
 * @typedef {import('../value/json.js').Json} Json
 */

/**
 * A template and the names it may use besides parameters and credentials.
 *
 * @typedef {{ text: WrittenText, names: string[] }} Known
 */

const SIGNED = [
  'method',
  'url',
  'host',
  'path',
  'query',
  'body',
  'timestamp',
  'timestamp_ms',
  'call_id',
];
const SIGNATURE = ['signature', 'timestamp', 'timestamp_ms', 'call_id'];

/**
 * @param {Auth | undefined} auth
 * @param {...string} path
 * @returns {Known[]}
 */
export function authTexts(auth, ...path) {
  switch (auth?.kind) {
    case undefined:
      return [];
    case 'static':
      return [
        ...known(auth.header, 'header'),
        ...known(auth.query, 'query'),
        ...known(auth.body, 'body'),
        ...known(auth.path, 'path'),
        ...known(auth.basic?.user, 'basic', 'user'),
        ...known(auth.basic?.password, 'basic', 'password'),
      ];
    case 'oauth2':
      return [
        ...known(auth.authorizeUrl, 'authorize_url'),
        ...known(auth.clientId, 'client_id'),
        ...known(auth.clientSecret, 'client_secret'),
        ...known(auth.refreshToken, 'refresh_token'),
        ...tokened(auth),
      ];
    case 'service_account':
      return [...known(auth.key, 'key'), ...known(auth.subject, 'subject'), ...tokened(auth)];
    case 'hmac':
      return [
        ...known(auth.secret, 'secret'),
        ...naming(SIGNED, auth.message, 'message'),
        ...naming(SIGNATURE, auth.header, 'header'),
      ];
    case 'first_of':
      return auth.options.flatMap((option, i) => authTexts(option, ...path, 'options', String(i)));
  }

  /** @param {import('./auth.js').Tokened} it */
  function tokened({ tokenUrl, header }) {
    return [...known(tokenUrl, 'token_url'), ...naming(['access_token'], header, 'header')];
  }

  /**
   * @param {Json | undefined} value
   * @param {...string} inner
   */
  function known(value, ...inner) {
    return naming([], value, ...inner);
  }

  /**
   * @param {string[]} names
   * @param {Json | undefined} value
   * @param {...string} inner
   * @returns {Known[]}
   */
  function naming(names, value, ...inner) {
    return textsIn(value, ...path, ...inner).map((text) => ({ text, names }));
  }
}

/** The keys of the credentials an `auth` can't do without. @param {Auth} auth */
export function credentialsOfAuth(auth) {
  return credentialsIn(authTexts(auth).map(({ text }) => text));
}

/** The keys of the credentials that texts name, each once. @param {WrittenText[]} texts */
export function credentialsIn(texts) {
  const keys = texts
    .flatMap(referencesOf)
    .filter((reference) => reference.isCredential())
    .flatMap(({ path }) => path.steps.slice(0, 1));
  return [...new Set(keys)];
}

/** The first credential a text names; an empty text for none. @param {string | undefined} text */
export function keyOf(text) {
  return text === undefined ? '' : (credentialsIn([{ path: [], text }]).at(0) ?? '');
}
