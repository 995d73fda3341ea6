import { ApiError } from "./api-error.mjs";
import { failure } from "./answer.mjs";
import { authenticate } from "./authentication.mjs";
import { noRoute, Router } from "./router.mjs";
import { Serial } from "./serial.mjs";
import { isHexId } from "../account/identity.mjs";
import { CpuLimitExceeded, RuntimeCrashed, RuntimeReplaced } from "../runtime/runtime-errors.mjs";
import { StorageError } from "../runtime/storage.mjs";
import { isDiskFull } from "../storage/private-files.mjs";
import { refusalOf } from "../storage/refusals.mjs";

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

  /** The answer to a caller without the token. @param {ApiRequest} request its body isn't looked at */
  refusal(request) {
    try {
      authenticate(request, this.#token);
      return undefined;
    } catch (error) {
      return failure(asApiError(error), request.path);
    }
  }

  /** @param {ApiRequest} request of somebody who has the token @returns {Promise<Answer>} */
  async answer(request) {
    try {
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
  if (error instanceof CpuLimitExceeded || error instanceof RuntimeReplaced || error instanceof RuntimeCrashed)
    return new ApiError(503, 10013, `${error.message} Try again.`);
  const refusal = error instanceof StorageError ? refusalOf(error.message) : undefined;
  if (refusal) return refusal;
  if (error instanceof RangeError && /call stack/.test(error.message))
    return new ApiError(400, 10026, "The request body is nested too deeply.");
  if (isDiskFull(error))
    return new ApiError(500, 10013, "The disk of the emulator's state folder is full. Make room, then try again.");
  console.error(error instanceof Error ? error.stack : error);
  return new ApiError(500, 10013, "An unknown error has occurred. The emulator's output says more.");
}
