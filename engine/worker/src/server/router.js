import { requireKey } from '../access/access.js';
import { noteBug } from '../host/bug-log.js';
import { answer, errorAnswer } from '../http/answer.js';
import { HttpError } from '../http/http-error.js';
import { Incoming } from './incoming.js';
import { ROUTES } from './routes.js';

/**
 * @typedef {import('./route.js').Route} Route
 */

/** A route whose path fits, with what stands in its places. @typedef {{ route: Route, params: Record<string, string> }} Match */

/**
 * Answers a request: finds its route, asks for the key, and turns what goes wrong into an answer.
 *
 * @param {Request} request
 * @param {() => Promise<import('../host/executor.js').Executor>} executorOf
 * @returns {Promise<Response>}
 */
export async function serve(request, executorOf) {
  let at = 'dispatch';
  try {
    const url = new URL(request.url);
    const { route, params } = routeOf(request.method, url);
    at = `${route.method} ${route.path}`;
    const executor = await executorOf();
    if (route.access === 'call' || route.access === 'manage') {
      await requireKey(request.headers, executor.env.ARCRUN_API_KEYS, route.access);
    }
    const response = await route.handle(new Incoming(request, url, params, executor));
    return request.method === 'HEAD' ? new Response(null, response) : response;
  } catch (e) {
    if (e instanceof HttpError) {
      return errorAnswer(e);
    }
    return isTooManyWrites(e) ? errorAnswer(tooManyWrites()) : unexpected(e, at);
  }
}

/**
 * @param {string} method
 * @param {URL} url
 * @returns {Match}
 * @throws {HttpError} 400, 404 or 405
 */
function routeOf(method, url) {
  const segments = url.pathname.split('/').map(decoded);
  const matches = ROUTES.flatMap((route) => {
    const params = paramsOf(route.path, segments);
    return params ? [{ route, params }] : [];
  });
  const found = matches.find(({ route }) => route.method === method || isHead(method, route));
  if (found) {
    return found;
  }
  if (matches.length === 0) {
    throw new HttpError(
      404,
      'UNKNOWN_ROUTE',
      'There is nothing at this address.',
      'GET /openapi.json lists what there is.',
    );
  }
  const allowed = [...new Set(matches.map(({ route }) => route.method))].join(', ');
  throw new HttpError(
    405,
    'METHOD_NOT_ALLOWED',
    `This address does not take ${method}.`,
    `Use ${allowed}.`,
    { headers: { Allow: allowed } },
  );
}

/** HEAD is taken where asking costs nothing. @param {string} method @param {Route} route */
function isHead(method, route) {
  return method === 'HEAD' && route.method === 'GET' && route.access === 'open';
}

/**
 * What stands in the places of a path; undefined where the path is another.
 *
 * @param {string} path
 * @param {string[]} segments
 */
function paramsOf(path, segments) {
  const wanted = path.split('/');
  if (wanted.length !== segments.length) {
    return undefined;
  }
  /** @type {Record<string, string>} */
  const params = {};
  for (const [i, step] of wanted.entries()) {
    if (step.startsWith(':') && segments[i] !== '') {
      params[step.slice(1)] = segments[i];
    } else if (step !== segments[i]) {
      return undefined;
    }
  }
  return params;
}

/** @param {string} segment */
function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpError(
      400,
      'MALFORMED_PATH',
      'The path is not percent-encoded UTF-8.',
      'Encode each part of it as encodeURIComponent does.',
    );
  }
}

/** KV takes one write a second for each key. @param {unknown} e */
function isTooManyWrites(e) {
  return e instanceof Error && /^KV PUT failed: 429/.test(e.message);
}

function tooManyWrites() {
  return new HttpError(
    429,
    'TOO_MANY_WRITES',
    'This recipe was written too often just now.',
    'Wait a second, then send it again.',
    { headers: { 'Retry-After': '1' } },
  );
}

/**
 * @param {unknown} bug
 * @param {string} at
 */
function unexpected(bug, at) {
  const id = noteBug(bug, at);
  return answer(
    {
      success: false,
      error: 'Something unexpected happened in the executor.',
      error_code: 'INTERNAL_ERROR',
      hint: `Try again. If it stays so, report it with the id ${id}; the log of the Worker has it too.`,
      error_id: id,
    },
    500,
  );
}
