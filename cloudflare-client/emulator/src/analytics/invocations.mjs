/**
 * @typedef {object} Invocation
 * @property {string} scriptName
 * @property {number} time epoch milliseconds
 * @property {string} status `success`, `scriptThrewException`, `exceededResources` …
 * @property {number} cpuTimeUs
 */

const KEPT = 10_000;

/** workerd's outcomes in the words of the analytics API. */
const STATUS = new Map([
  ["ok", "success"],
  ["exception", "scriptThrewException"],
  ["exceededCpu", "exceededResources"],
  ["exceededMemory", "exceededResources"],
  ["canceled", "clientDisconnected"],
]);

/** The latest invocations of Workers, for the analytics API. workerd measures no CPU time on this computer: it is 0. */
export class Invocations {
  /** @type {Invocation[]} oldest first */
  #kept = [];

  /** @param {import("../runtime/runtime-options.mjs").Trace} trace */
  record({ script, events }) {
    for (const { outcome, eventTimestamp, cpuTime } of events) {
      this.#kept.push({
        scriptName: script,
        time: eventTimestamp ?? Date.now(),
        status: STATUS.get(outcome) ?? "internal",
        cpuTimeUs: (cpuTime ?? 0) * 1000,
      });
    }
    if (this.#kept.length > KEPT) this.#kept.splice(0, this.#kept.length - KEPT);
  }

  /**
   * @param {{ scriptName?: string, from?: number, to?: number }} filter epoch milliseconds, both ends included
   * @returns {Invocation[]}
   */
  within({ scriptName, from = -Infinity, to = Infinity }) {
    return this.#kept.filter(
      (one) => (scriptName === undefined || one.scriptName === scriptName) && one.time >= from && one.time <= to,
    );
  }
}
