import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { parse } from 'yaml';
import { IsolateHeap } from './isolate-heap.mjs';
import { COMPATIBILITY_DATE, repositoryFile, ROOT, scripts } from '../test/support/workerd.js';

const KEY = 'key-of-the-benchmark';
const NAME = 'arcrun-executor';
const PARTS = join(ROOT, '..', '..', 'parts-catalog', 'parts');

/**
 * The modules of a deployment that holds the whole catalog.
 *
 * @returns {{ type: 'ESModule' | 'Text' | 'CompiledWasm', path: string, contents: Buffer }[]}
 */
export function modules() {
  const parts = readdirSync(PARTS)
    .filter((id) => existsSync(join(PARTS, id, 'contract.yaml')))
    .map((id) => ({ id, contract: parse(readFileSync(join(PARTS, id, 'contract.yaml'), 'utf8')) }));
  const programs = parts
    .filter(({ id }) => existsSync(join(PARTS, id, `${id}.wasm`)))
    .map(({ id }) => ({ id, program: repositoryFile('parts-catalog', 'parts', id, `${id}.wasm`) }));
  const hashes = new Map(programs.map(({ id, program }) => [id, sha256(program)]));
  const index = parts.map(({ id, contract }) => ({
    contract,
    ...(hashes.has(id) ? { sha256: hashes.get(id) } : {}),
  }));
  const sources = scripts('src').sort((a, b) => Number(b === 'src/executor.js') - Number(a === 'src/executor.js'));
  return [
    ...sources.map((path) => ({
      type: /** @type {const} */ ('ESModule'),
      path,
      contents: readFileSync(join(ROOT, path)),
    })),
    {
      type: /** @type {const} */ ('Text'),
      path: 'parts/index.json',
      contents: Buffer.from(JSON.stringify({ v: 1, parts: index })),
    },
    ...programs.map(({ id, program }) => ({
      type: /** @type {const} */ ('CompiledWasm'),
      path: `parts/${id}.wasm`,
      contents: program,
    })),
  ];
}

/** Bytes of an upload, as they are and gzipped. */
export function sizes() {
  const all = modules();
  const size = (/** @type {typeof all} */ some) => some.reduce((sum, { contents }) => sum + contents.length, 0);
  return {
    modules: all.length,
    bytes: size(all),
    gzip: gzipSync(Buffer.concat(all.map(({ contents }) => contents))).length,
    code: size(all.filter(({ type }) => type === 'ESModule')),
    parts: size(all.filter(({ type }) => type === 'CompiledWasm')),
  };
}

/**
 * - `recorded`: the executor with KV, D1 and Workflows
 * - `bare`: the executor without
 * - `control`: a Worker that uses KV and D1 as a recorded run does
 * - `empty`: a Worker that does nothing
 *
 * @typedef {'recorded' | 'bare' | 'control' | 'empty'} Kind
 */

/** A Worker in a workerd of its own, asked over HTTP as any client does. */
export class MeasuredExecutor {
  #miniflare;
  #agent = new Agent({ keepAlive: true });
  url = new URL('http://127.0.0.1');

  /** @param {Kind} kind @param {boolean} [hasInspector] */
  constructor(kind, hasInspector = false) {
    const isExecutor = kind === 'recorded' || kind === 'bare';
    this.#miniflare = new Miniflare({
      name: NAME,
      modules: isExecutor ? modules() : [other(kind)],
      compatibilityDate: COMPATIBILITY_DATE,
      compatibilityFlags: ['global_fetch_strictly_public'],
      cf: false,
      log: new Log(LogLevel.NONE),
      handleRuntimeStdio(out, errors) {
        out.resume();
        errors.resume();
      },
      host: '127.0.0.1',
      ...(hasInspector ? { inspectorPort: 0 } : {}),
      ...(isExecutor ? { bindings: BINDINGS } : {}),
      ...(kind === 'recorded' || kind === 'control'
        ? { kvNamespaces: ['ARCRUN_RECIPES', 'ARCRUN_CREDENTIALS'], d1Databases: ['ARCRUN_DB'] }
        : {}),
      ...(kind === 'recorded'
        ? {
            workflows: {
              ARCRUN_WORKFLOW: { name: 'arcrun-runs', className: 'ArcrunWorkflow', scriptName: NAME },
            },
          }
        : {}),
    });
  }

  async ready() {
    this.url = await this.#miniflare.ready;
    return this;
  }

  /**
   * @param {string} path
   * @param {string} [body] JSON
   * @returns {Promise<any>} the JSON answered
   */
  ask(path, body) {
    return new Promise((resolve, reject) => {
      const { method, headers } = path === '/health' ? { method: 'GET', headers: {} } : this.request(body);
      const call = send(new URL(path, this.url), { method, headers, agent: this.#agent }, (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (Math.floor((response.statusCode ?? 0) / 100) === 2) {
            resolve(JSON.parse(text));
          } else {
            reject(new Error(`${path} gave ${response.statusCode}: ${text.slice(0, 500)}`));
          }
        });
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  /** How a request is made. @param {string} [body] */
  request(body) {
    return {
      method: /** @type {'GET' | 'POST'} */ (body === undefined ? 'GET' : 'POST'),
      headers: { 'X-Arcrun-API-Key': KEY, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    };
  }

  /** The executor's heap; only of one that was made with an inspector. */
  async heap() {
    return IsolateHeap.of(await this.#miniflare.getInspectorURL(), NAME);
  }

  async close() {
    this.#agent.destroy();
    await this.#miniflare.dispose();
  }
}

/** @param {Kind} kind */
function other(kind) {
  return {
    type: /** @type {const} */ ('ESModule'),
    path: `${kind}.js`,
    contents:
      kind === 'control'
        ? readFileSync(new URL('control.mjs', import.meta.url), 'utf8')
        : 'export default { fetch: () => Response.json({ ok: true }) };',
  };
}

const BINDINGS = {
  ARCRUN_API_KEYS: JSON.stringify([{ name: 'benchmark', hash: sha256(KEY), role: 'manage' }]),
  ARCRUN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  ARCRUN_ACCOUNT_ID: '0123456789abcdef0123456789abcdef',
  ARCRUN_WORKER_NAME: NAME,
};

/** @param {string | Uint8Array} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
