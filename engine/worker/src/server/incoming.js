import { jsonOf, objectOf, readBytes } from '../http/body.js';

/**
 * A request that was let in, with what its route needs.
 */
export class Incoming {
  /** @type {Promise<Uint8Array> | undefined} */
  #bytes;

  /**
   * @param {Request} request
   * @param {URL} url
   * @param {Record<string, string>} params what stands in the places of the route's path
   * @param {import('../host/executor.js').Executor} executor
   */
  constructor(request, url, params, executor) {
    this.request = request;
    this.url = url;
    this.params = params;
    this.executor = executor;
  }

  get headers() {
    return this.request.headers;
  }

  /** The value of a query parameter, the first where it is given more than once. @param {string} name */
  query(name) {
    return this.url.searchParams.get(name) ?? undefined;
  }

  /** The body's bytes, read once. */
  bytes() {
    this.#bytes ??= readBytes(this.request);
    return this.#bytes;
  }

  /** The body as any JSON; an empty object where there is none. */
  async json() {
    return jsonOf(await this.bytes());
  }

  /** The body as a JSON object. */
  async object() {
    return objectOf(await this.bytes());
  }
}
