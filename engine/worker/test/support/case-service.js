import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';

/** Belong to the connection, not to what the connector says. */
const OF_CONNECTION = [
  'accept-encoding',
  'cf-worker',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
  'user-agent',
  'x-forwarded-proto',
];
const ANSWER = ['status', 'headers', 'body', 'json', 'fails', 'held'];

/**
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string, json?: unknown,
 *   fails?: 'broken' | 'late', held?: boolean }} ServiceAnswer a held one waits to be released
 * @typedef {{ method: string, url: string, headers: Record<string, string>, body: string }} Seen
 */

/**
 * The services that a Worker calls: a server of this machine at which all its requests end. Gives
 * answers one after another, and remembers the requests.
 */
export class CaseService {
  #server;
  /** @type {ServiceAnswer[]} */
  #answers = [];
  #events = new EventEmitter();
  /** Those since the last {@link answer}, in order. @type {Seen[]} */
  requests = [];

  constructor() {
    this.#server = createServer((request, response) => this.#handle(request, response));
  }

  /** What a Worker's requests end at. */
  async outbound() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    const http = { forwardedProtoHeader: 'x-forwarded-proto' };
    return { external: { address: `127.0.0.1:${port}`, http } };
  }

  /** Forgets what was, and answers like this; the last again and again. @param {ServiceAnswer[]} answers */
  answer(answers) {
    for (const key of answers.flatMap((each) => Object.keys(each))) {
      if (!ANSWER.includes(key)) {
        throw new Error(`unknown key \`${key}\` in an answer`);
      }
    }
    this.#answers = answers;
    this.requests = [];
  }

  /** Ends when so many requests have come. @param {number} count */
  async arrived(count) {
    while (this.requests.length < count) {
      await once(this.#events, 'arrived');
    }
  }

  /** Lets the requests that are held go on. */
  release() {
    this.#events.emit('release');
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #handle(request, response) {
    const pieces = [];
    for await (const piece of request) {
      pieces.push(piece);
    }
    this.requests.push(seen(request, Buffer.concat(pieces).toString('utf8')));
    this.#events.emit('arrived');
    const answer = this.#answers[Math.min(this.requests.length, this.#answers.length) - 1];
    if (answer.held) {
      await once(this.#events, 'release');
    }
    if (answer.fails === 'broken') {
      request.socket.destroy();
    } else if (answer.fails !== 'late') {
      response.writeHead(answer.status ?? 200, answer.headers ?? {});
      response.end(answer.json === undefined ? (answer.body ?? '') : JSON.stringify(answer.json));
    }
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} body
 * @returns {Seen}
 */
function seen({ method = '', url, headers }, body) {
  const told = Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name));
  return {
    method,
    url: `${headers['x-forwarded-proto']}://${headers.host}${url}`,
    headers: /** @type {Record<string, string>} */ (Object.fromEntries(told)),
    body,
  };
}
