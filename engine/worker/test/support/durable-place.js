import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PartsService } from './parts-service.js';
import { SceneWorker } from './scenes.js';

/** A Worker with its storage in a folder, and parts outside of it. */
export class DurablePlace {
  state = mkdtempSync(join(tmpdir(), 'arcrun-durable-'));
  parts = new PartsService();
  #worker = this.#open();

  #open() {
    return new SceneWorker('durable/scenes.js', {
      d1: true,
      workflows: ['Durable', 'Traveller', 'FewSteps'],
      state: this.state,
      outbound: /** @type {any} */ (this.parts.outbound),
    });
  }

  /** @param {string} scene @param {unknown} [given] */
  play(scene, given) {
    return this.#worker.play(scene, given);
  }

  /** Kills the runtime and starts it again on what it stored. */
  async restart() {
    await this.#worker.close();
    this.#worker = this.#open();
  }

  async close() {
    await this.#worker.close();
    rmSync(this.state, { recursive: true });
  }

  /** The run once it stands like that. @param {string} runId @param {string[]} statuses */
  async until(runId, ...statuses) {
    for (;;) {
      const run = await this.play('find', { runId });
      if (run && statuses.includes(run.status)) {
        return run;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** @param {string} runId */
  ended(runId) {
    return this.until(runId, 'succeeded', 'failed', 'cancelled', 'lost');
  }
}
