import { ApiError } from "./api-error.mjs";
import { success } from "./answer.mjs";

/**
 * One page of a list, with `result_info` in the API's page style.
 *
 * @param {import("./api-request.mjs").ApiRequest} request its query has `page` (from 1) and `per_page`
 * @param {unknown[]} all
 * @param {{ perPage?: number, maximum?: number, wrap?: (items: unknown[]) => unknown }} [options]
 */
export function paged(request, all, { perPage = 20, maximum = 1000, wrap = (items) => items } = {}) {
  const { page, size, items } = pageOf(request, all, { perPage, maximum });
  return success(wrap(items), {
    resultInfo: {
      page,
      per_page: size,
      count: items.length,
      total_count: all.length,
      total_pages: Math.ceil(all.length / size),
    },
  });
}

/**
 * The part of a list that a request asks for.
 *
 * @template T
 * @param {import("./api-request.mjs").ApiRequest} request its query has `page` (from 1) and `per_page`
 * @param {T[]} all
 * @param {{ perPage: number, maximum?: number }} options
 */
export function pageOf(request, all, { perPage, maximum = 1000 }) {
  const page = whole(request, "page", 1, Number.MAX_SAFE_INTEGER);
  const size = whole(request, "per_page", perPage, maximum);
  return { page, size, items: all.slice((page - 1) * size, page * size) };
}

/**
 * A number of a request's query.
 *
 * @param {import("./api-request.mjs").ApiRequest} request
 * @param {string} name
 * @param {number} otherwise
 * @param {number} maximum
 */
export function whole(request, name, otherwise, maximum) {
  const text = request.query.get(name);
  if (text === null || text === "") return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new ApiError(400, 10001, `'${name}' must be a whole number from 1.`);
  return Math.min(number, maximum);
}
