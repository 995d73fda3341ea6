import { ApiError } from "./api-error.mjs";

/**
 * @typedef {import("./api-request.mjs").ApiRequest} ApiRequest
 * @typedef {import("./answer.mjs").Answer} Answer
 *
 * @typedef {object} Route
 * @property {string} method
 * @property {string} pattern path below `/client/v4`; `:name` is one segment, `*name` the rest
 * @property {(request: ApiRequest) => Answer | Promise<Answer>} handle
 */

/** Finds the route of a request and decodes what its path names. */
export class Router {
  /** @type {{ method: string, expression: RegExp, handle: Route["handle"] }[]} */
  #routes;

  /** @param {Route[]} routes earlier ones win */
  constructor(routes) {
    this.#routes = routes.map(({ method, pattern, handle }) => ({ method, handle, expression: expression(pattern) }));
  }

  /**
   * @param {string} method
   * @param {string} path still percent-encoded; a slash at its end counts where a route takes the rest of the path
   * @returns {{ handle: Route["handle"], params: Record<string, string> }}
   * @throws {ApiError} 7003 for a path that leads nowhere, 10405 for a method that isn't offered there
   */
  find(method, path) {
    const here = this.#at(path);
    if (here.length === 0 && /.\/$/.test(path)) return this.find(method, path.slice(0, -1));
    const route = here.find((candidate) => candidate.method === method);
    if (!route) {
      if (here.length > 0) throw new ApiError(405, 10405, "Method not allowed for this authentication scheme");
      throw noRoute(path);
    }
    return { handle: route.handle, params: decoded(path, route.expression) };
  }

  /** @param {string} path */
  #at(path) {
    return this.#routes.filter((route) => route.expression.test(path));
  }
}

/** @param {string} path */
export function noRoute(path) {
  return new ApiError(404, 7003, `Could not route to ${path}, perhaps your object identifier is invalid?`);
}

/** @param {string} pattern */
function expression(pattern) {
  return new RegExp(`^${pattern.replace(/:(\w+)/g, "(?<$1>[^/]+)").replace(/\*(\w+)/g, "(?<$1>.+)")}$`);
}

/** @param {string} path @param {RegExp} expression */
function decoded(path, expression) {
  try {
    return Object.fromEntries(
      Object.entries(expression.exec(path)?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw noRoute(path);
  }
}
