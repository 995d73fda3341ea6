import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { failure, json } from "./answer.mjs";
import { ApiError } from "./api-error.mjs";
import { ApiRequest } from "./api-request.mjs";
import { BodyCutOff, BodyTooLarge, discardBody, readBody } from "./body.mjs";
import { loopbackName } from "./loopback.mjs";
import { requestTarget } from "./request-target.mjs";

/**
 * @typedef {import("./answer.mjs").Answer} Answer
 * @typedef {import("../testing/faults.mjs").Fault} Fault
 *
 * @typedef {object} ApiServerOptions
 * @property {import("./api.mjs").Api} api
 * @property {import("../tails/tails.mjs").Tails} tails
 * @property {import("../d1/imports.mjs").Imports} imports
 * @property {import("../testing/test-control.mjs").TestControl} [control] only for tests
 */

const PREFIX = "/client/v4";
const BODY_LIMIT = 110 * 1024 * 1024;
const OWN_NAMES = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The HTTP server of the API, on the loopback interface. @param {ApiServerOptions} options */
export function apiServer(options) {
  const { tails } = options;
  const server = createServer((request, response) => {
    serve(request, response, options, portOf(server)).catch((error) => {
      if (!(error instanceof BodyTooLarge || error instanceof BodyCutOff))
        console.error(error instanceof Error ? error.stack : error);
      const answer = failure(new ApiError(413, 10027, error.message), "");
      // The rest of the body is not read: the connection can't serve another request.
      if (error instanceof BodyTooLarge && !response.headersSent)
        write(response, { ...answer, headers: { ...answer.headers, connection: "close" } });
      else request.socket.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    if (isOwn(requestTarget(request)?.host, portOf(server))) tails.upgrade(request, socket, head);
    else socket.destroy();
  });
  return server;
}

/** @param {import("node:http").Server} server */
export function portOf(server) {
  const address = server.address();
  return typeof address === "object" ? address?.port : undefined;
}

/** @param {string | undefined} host @param {number | undefined} port */
function isOwn(host, port) {
  return OWN_NAMES.has(loopbackName(host, port) ?? "");
}

/**
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} response
 * @param {ApiServerOptions} options
 * @param {number | undefined} port
 */
async function serve(incoming, response, { api, imports, control }, port) {
  const target = requestTarget(incoming);
  if (!target) return write(response, json(400, { error: "The request names no path." }));
  if (!isOwn(target.host, port)) {
    return write(response, json(421, { error: "This server answers only under its own address." }));
  }
  const { method = "GET", headers } = incoming;
  const upload = /^\/uploads\/([0-9a-f]{32})$/.exec(target.path)?.[1];
  if (upload !== undefined && method === "PUT" && imports.awaits(upload)) {
    const md5 = imports.receive(upload, await readBody(incoming, BODY_LIMIT));
    return write(response, { status: 200, headers: { etag: `"${md5}"` }, body: Buffer.alloc(0) });
  }
  const inApi = target.path.startsWith(`${PREFIX}/`);
  const path = inApi ? target.path.slice(PREFIX.length) : target.path;
  const request = new ApiRequest({ method, path, query: new URLSearchParams(target.query), headers });
  const refused = inApi ? api.refusal(request) : control ? undefined : nothing();
  if (refused) {
    await discardBody(incoming, BODY_LIMIT);
    control?.log.record(request, refused.status);
    return write(response, refused);
  }
  request.body = await readBody(incoming, BODY_LIMIT);
  if (!inApi) return write(response, (await control?.answer(request)) ?? nothing());
  const fault = control?.faults.next(method, path);
  if (fault?.delay_ms) await delay(fault.delay_ms);
  const real = fault && fails(fault) && !fault.after ? undefined : await api.answer(request);
  control?.log.record(request, fault?.drop ? "dropped" : (fault?.status ?? real?.status ?? 500));
  if (fault?.drop) return void incoming.socket.destroy();
  write(response, (fault && fails(fault) && faultAnswer(fault)) || real || json(500, {}));
}

/** @returns {Answer} */
function nothing() {
  return json(404, { error: "Nothing is here. The API is under /client/v4." });
}

/** @param {Fault} fault */
function fails(fault) {
  return fault.drop === true || fault.status !== undefined || fault.html !== undefined;
}

/** @param {Fault} fault @returns {Answer} */
function faultAnswer({ status = 500, code = 10013, message = "An unknown error has occurred.", html, headers = {} }) {
  if (html !== undefined)
    return { status, headers: { "content-type": "text/html; charset=UTF-8", ...headers }, body: Buffer.from(html) };
  const answer = failure(new ApiError(status, code, message), "");
  return { ...answer, headers: { ...answer.headers, ...(status === 429 && { "retry-after": "1" }), ...headers } };
}

/** @param {import("node:http").ServerResponse} response @param {Answer} answer */
function write(response, { status, headers, body }) {
  response.writeHead(status, {
    "cf-ray": `${randomBytes(8).toString("hex")}-LOC`,
    ratelimit: '"default";r=1200;t=300',
    "ratelimit-policy": '"default";q=1200;w=300',
    ...headers,
    "content-length": body.length,
  });
  response.end(body);
}
