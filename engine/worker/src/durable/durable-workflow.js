import { WorkflowEntrypoint } from 'cloudflare:workers';
import { DurableRun } from './durable-run.js';
import { Payloads } from './payloads.js';
import { WorkflowSteps } from './steps.js';

/**
 * Carries durable runs on Cloudflare Workflows, an instance each. The executor exports a class that
 * extends it and says what it runs on.
 *
 * @abstract
 * @extends {WorkflowEntrypoint<any, import('./durable-start.js').Params>}
 */
export class DurableWorkflow extends WorkflowEntrypoint {
  /**
   * What runs need.
   *
   * @abstract
   * @returns {import('./run-host.js').RunHost}
   */
  get host() {
    throw new TypeError('a subclass says what runs need');
  }

  /**
   * @param {import('cloudflare:workers').WorkflowStep} step
   * @returns {import('./steps.js').Steps}
   */
  stepsOf(step) {
    return new WorkflowSteps(step);
  }

  /**
   * @override
   * @param {Readonly<import('cloudflare:workers').WorkflowEvent<any>>} event
   * @param {import('cloudflare:workers').WorkflowStep} step
   * @returns {Promise<any>}
   */
  async run(event, step) {
    const { host } = this;
    const { start, payload } = event.payload;
    const text = start ?? (await new Payloads(host.database).read(payload));
    if (text === undefined) {
      // The run is over: its payloads go last.
      return;
    }
    await new DurableRun(host, JSON.parse(text), this.stepsOf(step)).go();
  }
}
