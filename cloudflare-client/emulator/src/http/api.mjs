import { ApiError } from "./api-error.mjs";
import { failure } from "./answer.mjs";
import { authenticate } from "./authentication.mjs";
import { noRoute, Router } from "./router.mjs";
import { Serial } from "./serial.mjs";
import { isHexId } from "../account/identity.mjs";
import { CpuLimitExceeded, RuntimeReplaced } from "../runtime/runtime-errors.mjs";

/**
 * @typedef {import("./api-request.mjs").ApiRequest} ApiRequest
 * @typedef {import("./answer.mjs").Answer} Answer
 */

/** The API: who may call, which route answers, how a refusal looks. Changes are made one at a time and saved. */
export class Api {
  #router;
  #token;
  #accountId;
  #save;
  #changes = new Serial();

  /**
   * @param {object} options
   * @param {import("./router.mjs").Route[]} options.routes
   * @param {string} options.token
   * @param {string} options.accountId
   * @param {() => void} options.save
   */
  constructor({ routes, token, accountId, save }) {
    this.#router = new Router(routes);
    this.#token = token;
    this.#accountId = accountId;
    this.#save = save;
  }

  /** @param {ApiRequest} request @returns {Promise<Answer>} */
  async answer(request) {
    try {
      authenticate(request, this.#token);
      this.#checkAccount(request.path);
      const { handle, params } = this.#router.find(request.method, request.path);
      request.params = params;
      return request.method === "GET"
        ? await handle(request)
        : await this.#changes.run(() => this.#change(handle, request));
    } catch (error) {
      return failure(asApiError(error), request.path);
    }
  }

  /** @param {import("./router.mjs").Route["handle"]} handle @param {ApiRequest} request */
  async #change(handle, request) {
    try {
      return await handle(request);
    } finally {
      this.#save();
    }
  }

  /** @param {string} path */
  #checkAccount(path) {
    const id = /^\/accounts\/([^/]+)/.exec(path)?.[1];
    if (id === undefined || id === this.#accountId) return;
    if (!isHexId(id)) throw noRoute(path);
    throw new ApiError(403, 10000, "Authentication error");
  }
}

/** @param {unknown} error */
function asApiError(error) {
  if (error instanceof ApiError) return error;
  if (error instanceof CpuLimitExceeded || error instanceof RuntimeReplaced)
    return new ApiError(503, 10013, `${error.message} Try again.`);
  console.error(error instanceof Error ? error.stack : error);
  return new ApiError(500, 10013, "An unknown error has occurred. The emulator's output says more.");
}
