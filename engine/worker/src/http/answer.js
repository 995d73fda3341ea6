import { compact } from '../value/json-writer.js';
import { HttpError } from './http-error.js';

/** On every answer: it is data for the one who asked, not a page and not for others. */
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * An answer with a JSON body.
 *
 * @param {import('../value/json.js').Json} body
 * @param {number} [status]
 * @param {Record<string, string>} [headers]
 */
export function answer(body, status = 200, headers = {}) {
  return new Response(compact(body), { status, headers: { ...HEADERS, ...headers } });
}

/** @param {HttpError} error */
export function errorAnswer(error) {
  return answer(error.body, error.status, error.headers);
}
