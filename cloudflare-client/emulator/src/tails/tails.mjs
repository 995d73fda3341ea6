import { WebSocketServer } from "ws";
import { hexId } from "../account/identity.mjs";
import { tailExpired } from "../account/worker-errors.mjs";
import { passes } from "./tail-filter.mjs";

/**
 * @typedef {object} Session
 * @property {string} id
 * @property {string} script
 * @property {import("./tail-filter.mjs").TailFilter[]} filters
 * @property {string} expires_at
 * @property {Set<import("ws").WebSocket>} sockets
 */

const PROTOCOL = "trace-v1";
const LIFETIME = 6 * 60 * 60 * 1000;

/** Live logs of scripts: sessions made by the API, each read over a WebSocket whose address is its secret. */
export class Tails {
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  #server = new WebSocketServer({
    noServer: true,
    maxPayload: 64 * 1024,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });

  /** @param {string} script @param {import("./tail-filter.mjs").TailFilter[]} filters @returns {Session} */
  open(script, filters) {
    const session = {
      id: hexId(),
      script,
      filters,
      expires_at: new Date(Date.now() + LIFETIME).toISOString(),
      sockets: new Set(),
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** @param {string} script @returns {Session[]} */
  of(script) {
    return [...this.#sessions.values()].filter((session) => session.script === script && !expired(session));
  }

  /** @param {string} script @param {string} id */
  close(script, id) {
    const session = this.#sessions.get(id);
    if (!session || session.script !== script || expired(session)) throw tailExpired();
    this.#end(session);
  }

  /** @param {string} [script] without it those of all scripts */
  closeAll(script) {
    for (const session of [...this.#sessions.values()])
      if (script === undefined || session.script === script) this.#end(session);
  }

  /**
   * Sends what a version of a script did to who listens.
   *
   * @param {import("../runtime/runtime-options.mjs").Trace} trace
   */
  publish({ script, version, events }) {
    const sessions = this.of(script).filter((session) => session.sockets.size > 0);
    for (const session of sessions) {
      for (const event of events) {
        if (!passes(event, session.filters)) continue;
        const message = JSON.stringify({ ...event, scriptName: script, scriptVersion: { id: version } });
        for (const socket of session.sockets) socket.send(message);
      }
    }
  }

  /**
   * Takes over a WebSocket handshake on `/tails/:id`.
   *
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:stream").Duplex} socket
   * @param {Buffer} head
   */
  upgrade(request, socket, head) {
    const session = this.#sessions.get(/^\/tails\/([0-9a-f]{32})$/.exec(request.url ?? "")?.[1] ?? "");
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
    if (!session || expired(session) || !offered.includes(PROTOCOL)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#listen(session, webSocket));
  }

  /** @param {Session} session @param {import("ws").WebSocket} webSocket */
  #listen(session, webSocket) {
    acceptUnmasked(webSocket);
    session.sockets.add(webSocket);
    webSocket.on("close", () => session.sockets.delete(webSocket));
    webSocket.on("error", () => session.sockets.delete(webSocket));
  }

  /** @param {Session} session */
  #end(session) {
    this.#sessions.delete(session.id);
    for (const socket of session.sockets) socket.close();
  }
}

/** @param {Session} session */
function expired(session) {
  return Date.now() > Date.parse(session.expires_at);
}

/**
 * wrangler sends its frames without a mask and Cloudflare takes them; `ws` would refuse them as a server. The receiver
 * has no public switch for it.
 *
 * @param {import("ws").WebSocket} webSocket
 */
function acceptUnmasked(webSocket) {
  const receiver = /** @type {any} */ (webSocket)._receiver;
  Object.defineProperty(receiver, "_isServer", { get: () => receiver._masked });
}
