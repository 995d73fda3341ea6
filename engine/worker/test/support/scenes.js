import { TestWorker } from './workerd.js';

/** @typedef {ConstructorParameters<typeof TestWorker>[1]} More */

/**
 * A Worker that plays scenes: functions of a module below `test`, called by name with the Worker's
 * bindings and one JSON value.
 */
export class SceneWorker {
  #worker;

  /**
   * @param {string} module its path below `test`
   * @param {More} [more]
   */
  constructor(module, more) {
    this.#worker = new TestWorker(entry(module, more?.workflows ?? []), more);
  }

  /**
   * @param {string} scene
   * @param {unknown} [given]
   * @returns {Promise<any>} what the scene gives
   */
  play(scene, given = null) {
    return this.#worker.ask(`/${scene}`, JSON.stringify(given));
  }

  close() {
    return this.#worker.close();
  }
}

/**
 * @param {string} module
 * @param {string[]} classes
 */
function entry(module, classes) {
  return `
    import * as scenes from './${module}';
    export { ${classes.join(', ')} } from './${module}';
    export default {
      async fetch(request, env) {
        const scene = scenes[new URL(request.url).pathname.slice(1)];
        const given = await scene(env, await request.json());
        return Response.json(given ?? null);
      },
    };`;
}
