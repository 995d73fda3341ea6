import { strip } from '../value/blanks.js';
import { sentence } from './answer.js';
import { failure } from './connector-failure.js';
import { httpDate } from './http-date.js';
import { clipped, quoted } from './input-text.js';

/**
 * @typedef {import('./answer.js').Answer} Answer
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const LONGEST_TEXT = 2000;
const LONGEST_START = 60;

/**
 * What a failed answer means to the user.
 *
 * @param {Answer} answer
 * @param {Iterable<string>} credentials names of those in the request
 * @param {number} now milliseconds since 1970
 * @returns {JsonObject}
 */
export function answerFailure(answer, credentials, now) {
  const wait = answer.isUnreadable ? undefined : retryAfter(answer.header('retry-after'), now);
  const told = answer.isUnreadable ? unreadable(answer) : refused(answer, [...credentials], wait);
  /** @type {JsonObject} */
  const result = { success: false, status: answer.status, ...told };
  if (wait !== undefined) {
    result.retry_after_s = wait;
  }
  const { whole } = answer;
  if (whole !== null) {
    result.data = typeof whole === 'string' ? whole.slice(0, LONGEST_TEXT) : whole;
  }
  return result;
}

/** @param {Answer} answer */
function unreadable({ text, status }) {
  const start = clipped(strip(text), LONGEST_START);
  return failure(
    'INVALID_RESPONSE',
    start === ''
      ? `The service's answer is empty; it should be JSON (status ${status}).`
      : `The service's answer is no JSON (status ${status}); it starts with ${quoted(start)}.`,
    "Check the address; a page for people or a cut-off answer can't be read.",
  );
}

/**
 * @param {Answer} answer
 * @param {string[]} credentials
 * @param {number | undefined} wait
 */
function refused(answer, credentials, wait) {
  switch (answer.status) {
    case 401:
    case 403:
      return unauthorized(answer, credentials);
    case 404:
      return told(
        answer,
        'NOT_FOUND',
        'The service has nothing there',
        'Check the names and ids in the parameters.',
      );
    case 429:
      return told(
        answer,
        'RATE_LIMITED',
        'The service got too many requests',
        wait === undefined
          ? 'Try again later, or let the node try again with `run.retry`.'
          : `Try again in ${wait} s.`,
      );
    default:
      return answer.status >= 500
        ? told(answer, 'SERVICE_ERROR', 'The service failed', 'Try again later.')
        : told(
            answer,
            'SERVICE_REFUSED',
            refusal(answer.status),
            'Read in `data` what the service says.',
          );
  }
}

/**
 * @param {Answer} answer
 * @param {string[]} credentials
 */
function unauthorized(answer, credentials) {
  return credentials.length === 0
    ? told(
        answer,
        'AUTH_REJECTED',
        'The service refused a request without a credential',
        'Add the credential the service asks for.',
      )
    : told(
        answer,
        'AUTH_REJECTED',
        `The service refused the credential ${credentials.map((name) => `\`${name}\``).join(', ')}`,
        'Check its value and its rights; make a new one if it has expired.',
      );
}

/** @param {number} status */
function refusal(status) {
  if (status >= 400) {
    return 'The service refused the request';
  }
  return status >= 300
    ? 'The service redirects to nowhere'
    : "The service says that it didn't work";
}

/**
 * @param {Answer} answer
 * @param {string} code
 * @param {string} error
 * @param {string} hint
 */
export function told(answer, code, error, hint) {
  const words = answer.words();
  const end = words === undefined ? '.' : `: ${sentence(words)}`;
  return failure(code, `${error} (status ${answer.status})${end}`, hint);
}

/**
 * Whole seconds; undefined where the header has none. RFC 9110, section 10.2.3.
 *
 * @param {string | undefined} header
 * @param {number} now
 */
function retryAfter(header, now) {
  const value = strip(header ?? '');
  if (/^\d{1,9}$/.test(value)) {
    return Number(value);
  }
  const at = httpDate(value);
  return at === undefined ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
