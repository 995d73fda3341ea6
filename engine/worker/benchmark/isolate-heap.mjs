import { once } from 'node:events';
import { WebSocket } from 'ws';

const MIB = 1024 * 1024;

/** The heap of one Worker's isolate, as V8's inspector tells it. */
export class IsolateHeap {
  #socket;
  #id = 0;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
  }

  /**
   * @param {URL} inspector
   * @param {string} worker its name
   */
  static async of(inspector, worker) {
    const targets = await (await fetch(new URL(`http://${inspector.host}/json`))).json();
    const { webSocketDebuggerUrl } = targets.find(
      (/** @type {{ id: string }} */ { id }) => id === `core:user:${worker}`,
    );
    const socket = new WebSocket(webSocketDebuggerUrl);
    await once(socket, 'open');
    return new IsolateHeap(socket);
  }

  /** What V8 holds for it, in MiB: objects, garbage not collected yet, free room. */
  async size() {
    this.#id++;
    this.#socket.send(JSON.stringify({ id: this.#id, method: 'Runtime.getHeapUsage' }));
    for (;;) {
      const [message] = await once(this.#socket, 'message');
      const { id, result } = JSON.parse(message);
      if (id === this.#id) {
        return (result.totalSize + result.backingStorageSize) / MIB;
      }
    }
  }

  close() {
    this.#socket.close();
  }
}
