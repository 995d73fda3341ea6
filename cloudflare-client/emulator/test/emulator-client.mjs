import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { startEmulator } from "../src/emulator.mjs";

/**
 * @typedef {object} Module
 * @property {string} content
 * @property {string} [type]
 *
 * @typedef {object} ApiAnswer
 * @property {number} status
 * @property {any} json the whole envelope
 * @property {any} result
 * @property {number | undefined} code of the first error
 * @property {string | undefined} message of the first error
 * @property {Headers} headers
 */

/** A small client of the API for tests. */
export class EmulatorClient {
  /** @param {import("../src/emulator.mjs").Emulator} emulator */
  constructor(emulator) {
    this.emulator = emulator;
  }

  /** @param {import("../src/emulator.mjs").EmulatorOptions} [options] */
  static async start(options) {
    return new EmulatorClient(await startEmulator({ test: true, ...options }));
  }

  async close() {
    await this.emulator.close();
  }

  /**
   * @param {string} method
   * @param {string} path below the account, or from `/` on if it begins so
   * @param {unknown} [body] JSON unless it is bytes or a form
   * @param {Record<string, string>} [headers]
   * @returns {Promise<ApiAnswer>}
   */
  async call(method, path, body, headers = {}) {
    const response = await this.fetch(method, path, body, headers);
    const json = /** @type {any} */ (await response.json());
    return {
      status: response.status,
      json,
      result: json.result,
      code: json.errors?.[0]?.code,
      message: json.errors?.[0]?.message,
      headers: response.headers,
    };
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
  fetch(method, path, body, headers = {}) {
    const url = this.emulator.api + (path.startsWith("/") ? path : `/accounts/${this.emulator.account_id}/${path}`);
    const raw =
      body === undefined || body instanceof FormData || body instanceof Uint8Array || typeof body === "string";
    return fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.emulator.token}`,
        ...(!raw && { "content-type": "application/json" }),
        ...headers,
      },
      body: /** @type {any} */ (raw ? body : JSON.stringify(body)),
    });
  }

  /** @param {string} path below `/test` @param {unknown} [body] @param {string} [method] @returns {Promise<any>} */
  async test(path, body, method = body === undefined ? "GET" : "POST") {
    const response = await fetch(`${new URL(this.emulator.api).origin}/test/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.emulator.token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  /**
   * Uploads a script of one or more modules.
   *
   * @param {string} name
   * @param {string | Record<string, string | Uint8Array>} modules the main module, or all by name with `worker.mjs` the main one
   * @param {object} [metadata]
   * @param {{ version?: boolean, query?: string }} [options]
   */
  upload(name, modules, metadata = {}, { version = false, query = "" } = {}) {
    const form = uploadForm(typeof modules === "string" ? { "worker.mjs": modules } : modules, metadata);
    return version
      ? this.call("POST", `workers/scripts/${name}/versions${query}`, form)
      : this.call("PUT", `workers/scripts/${name}${query}`, form);
  }

  /**
   * Uploads a script and serves it.
   *
   * @param {string} name
   * @param {string | Record<string, string | Uint8Array>} modules
   * @param {object} [metadata]
   */
  async deploy(name, modules, metadata) {
    const answer = await this.upload(name, modules, metadata);
    if (answer.status !== 200) throw new Error(`Upload of ${name}: ${answer.message}`);
    await this.call("POST", `workers/scripts/${name}/subdomain`, { enabled: true });
    return answer;
  }

  /** Calls a Worker. @param {string} name @param {string} [path] @param {RequestInit} [init] */
  worker(name, path = "/", init) {
    return fetch(`${this.emulator.workers}/${name}${path}`, init);
  }
}

/** @param {Record<string, string | Uint8Array>} modules @param {object} metadata */
export function uploadForm(modules, metadata) {
  const form = new FormData();
  form.set("metadata", JSON.stringify({ main_module: "worker.mjs", compatibility_date: "2026-04-01", ...metadata }));
  for (const [module, content] of Object.entries(modules)) {
    const type = module.endsWith(".wasm")
      ? "application/wasm"
      : /\.(txt|json)$/.test(module)
        ? "text/plain"
        : "application/javascript+module";
    form.set(module, new Blob([/** @type {any} */ (content)], { type }), module);
  }
  return form;
}

/**
 * A request with headers that `fetch` doesn't let through, such as Host.
 *
 * @param {string} url
 * @param {http.RequestOptions} options
 * @param {string} [body]
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
export async function rawRequest(url, options, body) {
  const request = http.request(url, options);
  request.end(body);
  const [response] = await once(request, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, text };
}

/** @param {string} prefix */
export function unique(prefix) {
  return `${prefix}-${randomBytes(4).toString("hex")}`;
}
