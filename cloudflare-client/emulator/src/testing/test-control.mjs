import { json } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { authenticate } from "../http/authentication.mjs";
import { Faults } from "./faults.mjs";
import { RequestLog } from "./request-log.mjs";

/**
 * @typedef {import("../http/api-request.mjs").ApiRequest} ApiRequest
 * @typedef {(script: string, cron: string, time: Date) => Promise<unknown>} FireCron
 */

/** The routes under `/test`, which exist only when the emulator was started for tests. They want the token too. */
export class TestControl {
  faults = new Faults();
  log = new RequestLog();
  #token;
  #fire;

  /** @param {string} token @param {FireCron} fire */
  constructor(token, fire) {
    this.#token = token;
    this.#fire = fire;
  }

  /**
   * @param {ApiRequest} request
   * @returns {Promise<import("../http/answer.mjs").Answer | undefined>} undefined: not a route of tests
   */
  async answer(request) {
    try {
      const handle = this.#route(`${request.method} ${request.path}`);
      if (!handle) return undefined;
      authenticate(request, this.#token);
      return json(200, (await handle(request)) ?? {});
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return json(error instanceof ApiError ? error.status : 400, { error: message });
    }
  }

  /** @param {string} route @returns {((request: ApiRequest) => unknown) | undefined} */
  #route(route) {
    switch (route) {
      case "POST /test/faults":
        return (request) => this.faults.add(/** @type {any[]} */ ([request.json({ code: 10026 })].flat()));
      case "GET /test/faults":
        return () => ({ waiting: this.faults.size });
      case "DELETE /test/faults":
        return () => this.faults.clear();
      case "GET /test/requests":
        return () => ({ requests: this.log });
      case "DELETE /test/requests":
        return () => this.log.clear();
      case "PUT /test/label":
        return (request) => void (this.log.label = /** @type {any} */ (request.json({ code: 10026 })).label);
      case "POST /test/cron":
        return (request) => {
          const { script, cron, time } = /** @type {any} */ (request.json({ code: 10026 }));
          return this.#fire(script, cron, time === undefined ? new Date() : new Date(time));
        };
      default:
        return undefined;
    }
  }
}
