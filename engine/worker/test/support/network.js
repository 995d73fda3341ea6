import { after, before, beforeEach } from 'node:test';
import { ExecutorWorker } from './executor-worker.js';

/** @typedef {{ method: string, url: string, headers: Record<string, string>, body: string }} Sent */

/** A secret, the credential `token` of the scene, with characters that need escapes. */
export const SECRET = 's3cret/val"ue and more';
export const PLACEHOLDER = '{{credential.token}}';

/** The executor in a network that the tests answer for. */
class NetworkScene {
  /** Requests that got out of the Worker. @type {Sent[]} */
  sent = [];
  /** What they are answered with, by host and path, or by host. @type {Record<string, () => Response>} */
  answers = {};
  worker = new ExecutorWorker({ outbound: (request) => this.#answer(request) });

  /** @param {Request} request */
  async #answer(request) {
    const { url, method } = request;
    const headers = Object.fromEntries(request.headers);
    this.sent.push({ method, url, headers, body: await request.text() });
    const { host, pathname } = new URL(url);
    const answer = this.answers[host + pathname] ?? this.answers[host];
    return answer ? answer() : Response.json({ from: host });
  }

  /**
   * Calls `http_request` with parameters.
   *
   * @param {object} parameters
   * @param {string[]} allowed_hosts
   * @param {object} [context]
   */
  async call(parameters, allowed_hosts, context = {}) {
    const { json } = await this.worker.post('/execute', {
      triplets: ['input >> PIPE >> call', 'call >> ON_SUCCESS >> output'],
      config: { call: { component: 'http_request', ...parameters } },
      allowed_hosts,
      context,
    });
    return json;
  }
}

/** @type {NetworkScene} */
export let scene;

/** One scene for the tests of a file, whose network is empty for each. */
export function useNetwork() {
  before(async () => {
    scene = new NetworkScene();
    await scene.worker.putCredential('token', SECRET, ['api.example', '*.of.example']);
  });
  after(() => scene.worker.close());
  beforeEach(() => {
    scene.sent = [];
    scene.answers = {};
  });
}

/** @param {Sent} request */
export function hostOf({ url }) {
  return new URL(url).hostname;
}

/**
 * @param {number} status
 * @param {string} location
 */
export function redirect(status, location) {
  return new Response(null, { status, headers: { Location: location } });
}
