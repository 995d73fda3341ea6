import { TestWorker } from './workerd.js';

/** A Worker that holds modules and calls them as parts. */
export class SandboxWorker {
  #worker;

  /** @param {Map<string, Uint8Array>} modules by name, which is a word */
  constructor(modules) {
    const names = [...modules.keys()];
    const imports = names.map((name, i) => `import m${i} from './wasm/${name}.wasm';`);
    const table = names.map((name, i) => `${JSON.stringify(name)}: m${i}`);
    this.#worker = new TestWorker(
      `${imports.join('\n')}
       import { callAll } from './sandbox/part-calls.js';
       const modules = { ${table.join(', ')} };
       export default {
         async fetch(request) {
           return Response.json(await callAll(await request.json(), modules));
         },
       };`,
      { wasm: modules },
    );
  }

  /**
   * @param {import('../sandbox/part-calls.js').CallScript[]} scripts
   * @returns {Promise<any[]>} how each ended
   */
  callAll(scripts) {
    return this.#worker.ask('/', JSON.stringify(scripts));
  }

  /** @param {import('../sandbox/part-calls.js').CallScript} script */
  async call(script) {
    const [called] = await this.callAll([script]);
    return called;
  }

  close() {
    return this.#worker.close();
  }
}
