import { EMPTY, isObject } from '../value/json.js';
import { Fields } from './fields.js';

/**
 * Reads `auth` of a contract.
 *
 * @typedef {import('./auth.js').Auth} Auth
 * @typedef {import('./connector-mistake.js').ConnectorMistake} ConnectorMistake
 */

const BEARER = { Authorization: 'Bearer {{access_token}}' };

/**
 * @param {Fields} fields those of the `auth`
 * @param {ConnectorMistake[]} mistakes
 * @returns {Auth}
 */
export function readAuth(fields, mistakes) {
  const kind = fields.text('kind');
  return kind === 'first_of' ? firstOf(fields, mistakes) : readOption(kind, fields);
}

/**
 * @param {string} kind
 * @param {Fields} fields
 * @returns {Auth}
 */
function readOption(kind, fields) {
  switch (kind) {
    case 'static':
      return fixed(fields);
    case 'oauth2':
      return oauth2(fields);
    case 'service_account':
      return serviceAccount(fields);
    case 'hmac':
      return hmac(fields);
    default:
      fields.mistake(
        'kind',
        '`kind` is static, oauth2, service_account, hmac or, outermost, first_of.',
      );
      return { kind: 'first_of', options: [] };
  }
}

/** @param {Fields} fields @returns {Auth} */
function fixed(fields) {
  fields.only('kind', 'header', 'query', 'body', 'path', 'basic');
  return {
    kind: 'static',
    header: fields.texts('header'),
    query: fields.object('query'),
    body: fields.object('body'),
    path: fields.texts('path'),
    basic: fields.json('basic') === undefined ? undefined : basic(fields.inner('basic')),
  };
}

/** @param {Fields} fields */
function basic(fields) {
  fields.only('user', 'password');
  return { user: fields.text('user'), password: fields.textOr('password', '') };
}

/** @param {Fields} fields @returns {Auth} */
function oauth2(fields) {
  fields.only(
    'kind',
    'grant',
    'authorize_url',
    'token_url',
    'scopes',
    'authorize_params',
    'client_id',
    'client_secret',
    'client_auth',
    'refresh_token',
    'header',
  );
  const clientAuth = fields.textOr('client_auth', 'body');
  if (clientAuth !== 'body' && clientAuth !== 'basic') {
    fields.mistake('client_auth', '`client_auth` is body or basic.');
  }
  return {
    kind: 'oauth2',
    grant: fields.text('grant'),
    authorizeUrl: fields.text('authorize_url'),
    tokenUrl: fields.text('token_url'),
    scopes: fields.list('scopes'),
    authorizeParams: fields.texts('authorize_params'),
    clientId: fields.text('client_id'),
    clientSecret: fields.textOrNone('client_secret'),
    basic: clientAuth === 'basic',
    refreshToken: fields.textOrNone('refresh_token'),
    header: tokenHeader(fields),
  };
}

/** @param {Fields} fields @returns {Auth} */
function serviceAccount(fields) {
  fields.only('kind', 'key', 'token_url', 'scopes', 'subject', 'header');
  return {
    kind: 'service_account',
    key: fields.text('key'),
    tokenUrl: fields.text('token_url'),
    scopes: fields.list('scopes'),
    subject: fields.textOrNone('subject'),
    header: tokenHeader(fields),
  };
}

/** @param {Fields} fields */
function tokenHeader(fields) {
  return fields.json('header') === undefined ? BEARER : fields.texts('header');
}

/** @param {Fields} fields @returns {Auth} */
function hmac(fields) {
  fields.only('kind', 'secret', 'algorithm', 'message', 'encoding', 'header');
  const algorithm = fields.textOr('algorithm', 'sha256');
  if (!['sha1', 'sha256', 'sha512'].includes(algorithm)) {
    fields.mistake('algorithm', '`algorithm` is sha1, sha256 or sha512.');
  }
  const encoding = fields.textOr('encoding', 'hex');
  if (encoding !== 'hex' && encoding !== 'base64') {
    fields.mistake('encoding', '`encoding` is hex or base64.');
  }
  return {
    kind: 'hmac',
    secret: fields.text('secret'),
    algorithm,
    message: fields.text('message'),
    base64: encoding === 'base64',
    header: fields.texts('header'),
  };
}

/**
 * @param {Fields} fields
 * @param {ConnectorMistake[]} mistakes
 * @returns {Auth}
 */
function firstOf(fields, mistakes) {
  fields.only('kind', 'options');
  const items = fields.json('options');
  if (!Array.isArray(items) || items.length === 0) {
    fields.mistake('options', '`options` is a list of ways to be let in.');
    return { kind: 'first_of', options: [] };
  }
  const options = items.map((item, i) => {
    const path = [...fields.at('options'), String(i)];
    const option = new Fields(isObject(item) ? item : EMPTY, path, mistakes);
    return readOption(option.text('kind'), option);
  });
  return { kind: 'first_of', options };
}
