import { get, isObject, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { sentence, textOfAnswer } from './answer.js';
import { ConnectorFailure } from './connector-failure.js';
import { formText } from './form-text.js';
import { CONTENT_TYPES } from './request.js';

/**
 * One request to a token endpoint. RFC 6749, sections 4 to 6.
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./token.js').Token} Token
 */

/** Shorter ones couldn't be kept out of what is shown. */
const SHORTEST = 6;
const LONGEST_S = 10 * 365 * 24 * 3600;

/**
 * @param {import('./sending.js').Sending} sending
 * @param {string} url
 * @param {JsonObject} form
 * @param {string | undefined} authorization value of that header
 * @returns {Promise<Token>}
 * @throws {ConnectorFailure} when the endpoint gives none
 */
export async function requestToken(sending, url, form, authorization) {
  /** @type {import('../sandbox/http-call.js').Header[]} */
  const headers = [
    ['content-type', CONTENT_TYPES.form],
    ['accept', 'application/json'],
  ];
  if (authorization !== undefined) {
    headers.push(['authorization', authorization]);
  }
  const asked = sending.now();
  const answer = await sending.send('POST', url, headers, formText(form));
  return tokenOf(answer.status, bodyOf(answer), asked);
}

/**
 * @param {number} status
 * @param {JsonObject | undefined} body
 * @param {number} asked
 * @returns {Token}
 */
function tokenOf(status, body, asked) {
  if (status === 429) {
    throw ConnectorFailure.of(
      'RATE_LIMITED',
      'The token endpoint got too many requests (status 429).',
      'Try again later.',
    );
  }
  if (status >= 500) {
    throw ConnectorFailure.of(
      'SERVICE_ERROR',
      `The token endpoint failed (status ${status}).`,
      'Try again later.',
    );
  }
  if (status < 300 && !body) {
    throw ConnectorFailure.of(
      'INVALID_RESPONSE',
      `The token endpoint's answer is no JSON object (status ${status}).`,
      'Check `token_url` of the connector.',
    );
  }
  const accessToken = textOf(body, 'access_token') ?? '';
  if (status >= 300 || !body || accessToken.length < SHORTEST) {
    throw ConnectorFailure.of(
      'TOKEN_REJECTED',
      `The token endpoint gave no token (status ${status})${words(body)}`,
      'Sign in again, or make a new key, and put it into the credential.',
    );
  }
  const refresh = textOf(body, 'refresh_token') ?? '';
  return {
    accessToken,
    expiresAt: endOf(get(body, 'expires_in'), asked),
    refreshToken: refresh.length >= SHORTEST ? refresh : undefined,
  };
}

/** @param {import('../sandbox/http-answer.js').HttpAnswer} answer */
function bodyOf(answer) {
  try {
    const body = readJson(textOfAnswer(answer));
    return isObject(body) ? body : undefined;
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      return undefined;
    }
    throw e;
  }
}

/**
 * @param {Json | undefined} expiresIn seconds, or a text of digits
 * @param {number} asked
 */
function endOf(expiresIn, asked) {
  const isDigits = typeof expiresIn === 'string' && /^\d{1,9}$/.test(expiresIn);
  const seconds = isDigits ? Number(expiresIn) : expiresIn;
  return typeof seconds === 'number' && seconds >= 0
    ? asked + Math.trunc(Math.min(seconds, LONGEST_S)) * 1000
    : undefined;
}

/** What the endpoint says. RFC 6749, section 5.2. @param {JsonObject | undefined} body */
function words(body) {
  const said = [textOf(body, 'error'), textOf(body, 'error_description')]
    .filter((each) => each !== undefined && each !== '')
    .join(', ');
  return said === '' ? '.' : `: ${sentence(said)}`;
}
