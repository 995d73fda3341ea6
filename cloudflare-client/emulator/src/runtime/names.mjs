import { randomBytes } from "node:crypto";
import { SECRET } from "./loopback-guard.mjs";

/**
 * Names of workers inside workerd. Whoever reaches workerd's own port could call a worker whose name is known, so the
 * names carry a random part that leaves this process only towards workerd.
 */
export class Names {
  #salt = randomBytes(16).toString("hex");
  /** What the emulator shows to workers that answer only to it, and they to it. */
  secret = SECRET;
  front = "front";

  get tailSink() {
    return `${this.#salt}:tail-sink`;
  }

  get locked() {
    return `${this.#salt}:locked`;
  }

  get ai() {
    return `${this.#salt}:ai`;
  }

  get missingWorkflow() {
    return `${this.#salt}:missing-workflow`;
  }

  /** @param {string} script @param {string} versionId */
  version(script, versionId) {
    return `${this.#salt}:script:${script}:${versionId}`;
  }

  /** @param {string} workflow */
  workflowHost(workflow) {
    return `${this.#salt}:workflow-host:${workflow}`;
  }

  /** @param {string} workflow */
  workflowBinding(workflow) {
    return `${this.#salt}:workflow-binding:${workflow}`;
  }
}
