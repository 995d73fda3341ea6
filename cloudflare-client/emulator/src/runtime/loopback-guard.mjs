import { randomBytes } from "node:crypto";
import http from "node:http";
import { sameSecret } from "../http/authentication.mjs";

/** What this process shows to workers inside its workerd that answer only to it, and they to it. */
export const SECRET = randomBytes(32).toString("hex");

/**
 * miniflare keeps an HTTP server on the loopback interface through which workerd calls back. For everybody who finds its
 * port it would write files, delete instances of workflows and start browsers. Only requests that show the secret get
 * through, and only the emulator's own workers know it. miniflare has no option for this; it makes its server by
 * `http.createServer`, which the emulator itself doesn't use under that name.
 */
export function guardLoopback() {
  if (http.createServer === guarded) return;
  http.createServer = guarded;
}

const createServer = http.createServer;

/** @type {typeof http.createServer} */
const guarded = (/** @type {any[]} */ ...args) => {
  const server = createServer(...args);
  const emit = server.emit.bind(server);
  server.emit = (/** @type {string} */ event, /** @type {any[]} */ ...given) => {
    const [request, answer] = given;
    if (!(request instanceof http.IncomingMessage) || sameSecret(shown(request), SECRET)) return emit(event, ...given);
    if (answer instanceof http.ServerResponse) answer.writeHead(403).end();
    else answer.destroy();
    return true;
  };
  return server;
};

/** @param {http.IncomingMessage} request */
function shown(request) {
  return String(request.headers["x-emulator-secret"] ?? "");
}
