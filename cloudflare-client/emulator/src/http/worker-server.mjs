import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BodyCutOff, BodyTooLarge, readBody } from "./body.mjs";
import { portOf } from "./api-server.mjs";
import { requestTarget } from "./request-target.mjs";
import { workerTarget } from "./worker-target.mjs";
import {
  CpuLimitExceeded,
  RuntimeCrashed,
  RuntimeReplaced,
  VersionReplaced,
  WorkerThrew,
} from "../runtime/runtime-errors.mjs";

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 * @typedef {Pick<import("../services.mjs").Services, "account" | "vault" | "runtime">} WorkerServices
 */

/** As for a zone of the free plan: https://developers.cloudflare.com/workers/platform/limits/#request-limits */
const BODY_LIMIT = 100 * 1024 * 1024;
const ATTEMPTS = 5;
const NOT_FORWARDED = new Set([
  "host",
  "connection",
  "keep-alive",
  "content-length",
  "transfer-encoding",
  "expect",
  "upgrade",
  "te",
  "trailer",
  "proxy-connection",
]);
const NOT_RETURNED = new Set([
  "connection",
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "keep-alive",
  "mf-content-encoding",
]);

/**
 * The HTTP server behind which the deployed Workers answer, on the loopback interface.
 *
 * @param {WorkerServices} services
 */
export function workerServer(services) {
  const server = createServer((request, response) => {
    serve(request, response, services, portOf(server)).catch((error) => refuse(response, error));
  });
  server.on("upgrade", (_request, socket) => {
    socket.end("HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\nWebSockets to Workers are not emulated.");
  });
  return server;
}

/**
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {WorkerServices} services
 * @param {number | undefined} port
 */
async function serve(request, response, services, port) {
  if (request.method === "TRACE") return plain(response, 405, "TRACE is not allowed.");
  const named = requestTarget(request);
  if (!named) return plain(response, 400, "The request names no path.");
  const path = named.path + (named.query && `?${named.query}`);
  const target = workerTarget(named.host, path, port, services.account.subdomain);
  if (target === "foreign") return plain(response, 421, "This server answers only under its own address.");
  if (target === "nothing" || !chosen(target, request, services))
    return plain(response, 404, "There is nothing here yet.");
  const body = await readBody(request, BODY_LIMIT);
  const answer = await asked(target, request, body, services);
  if (!answer) return plain(response, 404, "There is nothing here yet.");
  response.writeHead(answer.status, returned(answer.headers));
  if (answer.body) await pipeline(Readable.fromWeb(/** @type {any} */ (answer.body)), response);
  else response.end();
}

/**
 * Asks the version that serves; if it stopped serving before it was asked, the one after it.
 *
 * @param {import("./worker-target.mjs").Target} target
 * @param {IncomingMessage} request
 * @param {Buffer} body
 * @param {WorkerServices} services
 */
async function asked(target, request, body, { account, vault, runtime }) {
  for (let attempt = 1; ; attempt++) {
    const version = chosen(target, request, { account });
    if (!version) return undefined;
    const missing = vault.missing(version);
    if (missing.length > 0) throw new SecretsMissing(target.script, missing);
    try {
      return await runtime.fetch(target.script, version, target.url, {
        method: request.method ?? "GET",
        headers: forwarded(request),
        ...(request.method !== "GET" && request.method !== "HEAD" && { body }),
      });
    } catch (error) {
      if (!(error instanceof VersionReplaced) || attempt === ATTEMPTS) throw error;
    }
  }
}

class SecretsMissing extends Error {
  /** @param {string} script @param {string[]} names */
  constructor(script, names) {
    super(
      `Worker '${script}' waits for its secrets: ${names.join(", ")}. Secrets are not kept on disk; put them again.`,
    );
  }
}

/**
 * @param {import("./worker-target.mjs").Target} target
 * @param {IncomingMessage} request
 * @param {Pick<WorkerServices, "account">} services
 */
function chosen({ script: name, preview }, request, { account }) {
  const script = account.scripts.get(name);
  if (!script) return undefined;
  if (preview !== undefined) {
    const live = script.liveVersions().find((version) => version.id.startsWith(preview));
    return script.subdomain.previews_enabled ? live : undefined;
  }
  if (!script.subdomain.enabled) return undefined;
  const override = new RegExp(`(?:^|[,\\s])${script.name}="([0-9a-f-]{36})"`).exec(
    header(request, "cloudflare-workers-version-overrides") ?? "",
  )?.[1];
  const key = header(request, "cloudflare-workers-version-key");
  return script.choose({ ...(key !== undefined && { key }), ...(override !== undefined && { override }) });
}

/** @param {IncomingMessage} request @param {string} name */
function header(request, name) {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Headers for the Worker; those that steer miniflare never come from outside. @param {IncomingMessage} request */
function forwarded(request) {
  /** @type {Record<string, string | string[]>} */
  const headers = { "cf-connecting-ip": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-forwarded-proto": "http" };
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !NOT_FORWARDED.has(name) && !/^(mf|x-emulator)-/.test(name) && !(name in headers))
      headers[name] = value;
  }
  return headers;
}

/** @param {import("miniflare").Response["headers"]} headers */
function returned(headers) {
  /** @type {Record<string, string | string[]>} */
  const kept = {};
  for (const [name, value] of headers) if (!NOT_RETURNED.has(name.toLowerCase())) kept[name] = value;
  const cookies = headers.getSetCookie();
  return cookies.length > 0 ? { ...kept, "set-cookie": cookies } : kept;
}

/** @param {ServerResponse} response @param {unknown} error */
function refuse(response, error) {
  if (response.headersSent) return void response.destroy();
  if (error instanceof CpuLimitExceeded) {
    return problem(
      response,
      503,
      "CPU_LIMIT",
      "The Worker used the processor for too long and was stopped. Look for an endless loop.",
    );
  }
  if (error instanceof RuntimeCrashed) {
    return problem(
      response,
      503,
      "CRASHED",
      "The Workers' runtime ended while the Worker answered, most often because it ran out of memory. Look for data that grows without end.",
    );
  }
  if (error instanceof SecretsMissing) return problem(response, 503, "SECRETS_MISSING", error.message);
  if (error instanceof RuntimeReplaced || error instanceof VersionReplaced)
    return problem(response, 503, "REPLACED", "The Worker was replaced while it answered. Try again.");
  if (error instanceof BodyCutOff) return void response.destroy();
  if (error instanceof BodyTooLarge) {
    response.setHeader("connection", "close");
    return plain(response, 413, error.message);
  }
  if (error instanceof WorkerThrew) return plain(response, 500, "error code: 1101");
  console.error(error instanceof Error ? error.stack : error);
  plain(response, 500, "The emulator failed; its output says more.");
}

/** @param {ServerResponse} response @param {number} status @param {string} error_code @param {string} error */
function problem(response, status, error_code, error) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ success: false, error, error_code }));
}

/** @param {ServerResponse} response @param {number} status @param {string} text */
function plain(response, status, text) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}
