import { keyId, keyText } from '../schedule/call-key.js';
import { textOf } from '../value/json.js';

/** What nodes of a run wait for, as its trace tells. */
export class WaitingTasks {
  /** By key of the node. @type {Map<string, import('./tasks.js').Task>} */
  #tasks = new Map();

  /** @param {import('../schedule/trace-entry.js').TraceEntry} entry that began, changed or ended */
  note({ key, status, output }) {
    const taskId = status === 'waiting' ? textOf(output, 'task_id') : undefined;
    if (taskId) {
      this.#tasks.set(keyId(key), { taskId, node: keyText(key) });
    } else {
      this.#tasks.delete(keyId(key));
    }
  }

  get all() {
    return [...this.#tasks.values()];
  }
}
