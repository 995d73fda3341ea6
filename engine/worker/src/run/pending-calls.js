import { keyId } from '../schedule/call-key.js';

/**
 * @typedef {import('../schedule/command.js').Command} Command
 * @typedef {Extract<Command, { kind: 'call_part' | 'call_recipe' | 'start_timer' }>} Ask
 */

/** What a run asked for and has no answer to, in the order asked. */
export class PendingCalls {
  /** @type {Map<string, { command: Ask, sinceMs: number }>} */
  #open = new Map();

  /**
   * @param {Command} command
   * @param {number} sinceMs
   */
  add(command, sinceMs) {
    switch (command.kind) {
      case 'call_part':
      case 'call_recipe':
      case 'start_timer':
        this.#open.set(keyId(command.key), { command, sinceMs });
        break;
      case 'finish':
        this.#open.clear();
        break;
      case 'traced':
      case 'wait':
        break;
    }
  }

  /** An answer. @param {import('../schedule/event.js').Event} event */
  note(event) {
    if (event.kind === 'call_finished' || event.kind === 'timer_fired') {
      this.#open.delete(keyId(event.key));
    }
  }

  all() {
    return [...this.#open.values()];
  }
}
