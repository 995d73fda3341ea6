import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const NAME = 'executor';

/** The date whose behaviour of Workers the executor is made for. */
export const COMPATIBILITY_DATE = '2026-04-01';

/**
 * A Worker in a real workerd of its own. Its modules are the executor's sources, byte for byte, and
 * what a test adds. Nothing it fetches leaves the machine.
 */
export class TestWorker {
  #miniflare;

  /**
   * @param {string} entry text of the first module, which stands in `test`
   * @param {{ wasm?: Map<string, Uint8Array>, flags?: string[], outbound?: object | ((request:
   *   Request) => Response | Promise<Response>), d1?: boolean, kv?: string[], workflows?: string[],
   *   state?: string }} [more] WebAssembly modules by name, to be imported from
   *   `./wasm/<name>.wasm`; where requests end, as miniflare has it; names of KV namespaces; exported
   *   classes of Workflows, which are the names of their bindings too; a folder that keeps what is
   *   stored
   */
  constructor(
    entry,
    { wasm = new Map(), flags = [], outbound = refuse, d1 = false, kv, workflows = [], state } = {},
  ) {
    /** @type {import('miniflare').ModuleDefinition[]} */
    const modules = [
      { type: 'ESModule', path: 'test/entry.js', contents: entry },
      ...[...scripts('src'), ...scripts('test')].map((path) => ({
        type: /** @type {const} */ ('ESModule'),
        path,
        contents: readFileSync(join(ROOT, path)),
      })),
    ];
    for (const [name, contents] of wasm) {
      modules.push({ type: 'CompiledWasm', path: `test/wasm/${name}.wasm`, contents });
    }
    this.#miniflare = new Miniflare({
      modules,
      compatibilityDate: COMPATIBILITY_DATE,
      compatibilityFlags: flags,
      cf: false,
      outboundService: /** @type {any} */ (outbound),
      name: NAME,
      ...(d1 ? { d1Databases: ['DB'] } : {}),
      ...(kv ? { kvNamespaces: kv } : {}),
      ...(workflows.length > 0
        ? {
            workflows: Object.fromEntries(
              workflows.map((className) => [
                className,
                { name: className.toLowerCase(), className, scriptName: NAME },
              ]),
            ),
          }
        : {}),
      ...(state === undefined
        ? {}
        : {
            d1Persist: join(state, 'd1'),
            kvPersist: join(state, 'kv'),
            workflowsPersist: join(state, 'workflows'),
          }),
    });
  }

  /**
   * Asks the Worker with a JSON text and gives the JSON it answers.
   *
   * @param {string} path
   * @param {string} [body]
   * @param {AbortSignal} [signal] given when the one who asks goes away
   * @returns {Promise<any>}
   */
  async ask(path, body, signal) {
    const response = await this.#miniflare.dispatchFetch(`http://worker${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      body,
      ...(signal === undefined ? {} : { signal: /** @type {any} */ (signal) }),
    });
    const text = await response.text();
    if (response.status !== 200) {
      throw new Error(`${path} gave ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  }

  close() {
    return this.#miniflare.dispose();
  }
}

/** Modules of a folder that a Worker can load, as paths from the project's folder. @param {string} folder @returns {string[]} */
export function scripts(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.endsWith('.test.js'))
    .map((file) => posix.join(folder, ...file.split(sep)))
    .filter((path) => !path.startsWith('test/support/'))
    .sort();
}

/** The bytes of a file of the repository. @param {...string} path from its top */
export function repositoryFile(...path) {
  return readFileSync(join(ROOT, '..', '..', ...path));
}

/** Files below a folder of the repository. @param {...string} path from its top */
export function repositoryFolder(...path) {
  const folder = join(ROOT, '..', '..', ...path);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    relative(folder, join(folder, file)),
  );
}

function refuse() {
  return new Response('there is no network here', { status: 530 });
}
