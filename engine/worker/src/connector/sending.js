import { utf8 } from './percent.js';

/** Sends the requests of one call; all of them together may take as long as the call. */
export class Sending {
  #host;
  #clock;
  #end;

  /**
   * @param {import('./connector-host.js').ConnectorHost} host
   * @param {() => number} clock milliseconds since 1970
   * @param {number} mostMs
   */
  constructor(host, clock, mostMs) {
    this.#host = host;
    this.#clock = clock;
    this.#end = clock() + mostMs;
  }

  /**
   * @param {string} method
   * @param {string} url
   * @param {import('../sandbox/http-call.js').Header[]} headers
   * @param {string} body
   */
  send(method, url, headers, body) {
    const bytes = utf8(body);
    return this.#host.send({ method, url, headers, body: bytes, timeoutMs: this.leftMs() });
  }

  /** How long the call may still take. */
  leftMs() {
    return Math.max(1, this.#end - this.#clock());
  }

  now() {
    return this.#clock();
  }
}
