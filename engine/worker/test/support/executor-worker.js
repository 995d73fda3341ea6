import assert from 'node:assert/strict';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { parse } from 'yaml';
import { COMPATIBILITY_DATE, repositoryFile, ROOT, scripts } from './workerd.js';

/** @typedef {import('node:stream').Readable} Readable */

/** Keys of the API that tests use, by role. */
export const KEYS = { manage: 'manage-key-of-the-tests', call: 'call-key-of-the-tests' };

export const ACCOUNT = '0123456789abcdef0123456789abcdef';
export const WORKER = 'arcrun-executor';
export const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString('base64');

/** Parts of the catalog that the tests' script holds unless they say which. */
const PARTS = ['code', 'http_request', 'if_control', 'set', 'store', 'string_ops', 'wait'];

/**
 * The executor, byte for byte, in a real workerd with KV and D1. Whatever it fetches is answered by
 * `outbound`; whatever it logs and answers is kept.
 */
export class ExecutorWorker {
  #miniflare;
  /** All that was written to standard output and error. */
  log = '';
  /** All bodies and headers that were answered, as texts. @type {string[]} */
  answers = [];
  /** What nobody may ever read in an answer, a log or a store. @type {Set<string>} */
  #secrets = new Set([KEYS.manage, KEYS.call, ENCRYPTION_KEY]);

  /**
   * @param {object} [more]
   * @param {(request: Request) => Response | Promise<Response>} [more.outbound]
   * @param {Record<string, any>} [more.bindings] in place of the usual ones; undefined leaves one out
   * @param {string[]} [more.parts] parts of the catalog
   * @param {Map<string, any>} [more.contracts] further contracts by part id, which have no program
   * @param {{ path: string, contents: string }} [more.entry] a module that stands before the executor
   * @param {string} [more.index] text of the index of parts, in place of the right one
   * @param {boolean} [more.d1]
   * @param {string} [more.state] a folder that keeps what is stored
   */
  constructor({
    outbound = () => new Response('there is no network here', { status: 530 }),
    bindings = {},
    parts = PARTS,
    contracts = new Map(),
    entry,
    index,
    d1 = true,
    state,
  } = {}) {
    const given = Object.entries({ ...BINDINGS, ...bindings }).filter(
      ([, value]) => value !== undefined,
    );
    const main = { type: /** @type {const} */ ('ESModule'), ...module('src/executor.js') };
    const rest = scripts('src').filter((path) => path !== 'src/executor.js');
    const log = (/** @type {Readable} */ stream) =>
      stream.on('data', (text) => {
        this.log += text;
      });
    this.#miniflare = new Miniflare({
      modules: [
        ...(entry ? [{ type: /** @type {const} */ ('ESModule'), ...entry }] : []),
        main,
        ...rest.map((path) => ({ type: /** @type {const} */ ('ESModule'), ...module(path) })),
        ...partModules(parts, contracts, index),
      ],
      compatibilityDate: COMPATIBILITY_DATE,
      compatibilityFlags: ['global_fetch_strictly_public'],
      cf: false,
      log: new Log(LogLevel.NONE),
      handleRuntimeStdio: (/** @type {Readable} */ stdout, /** @type {Readable} */ stderr) => {
        log(stdout.pipe(new PassThrough()));
        log(stderr.pipe(new PassThrough()));
      },
      outboundService: /** @type {any} */ (outbound),
      bindings: Object.fromEntries(given),
      kvNamespaces: ['ARCRUN_RECIPES', 'ARCRUN_CREDENTIALS'],
      workflows: {
        ARCRUN_WORKFLOW: {
          name: 'arcrun-runs',
          className: 'ArcrunWorkflow',
          scriptName: WORKER,
        },
      },
      name: WORKER,
      ...(state === undefined
        ? {}
        : {
            d1Persist: join(state, 'd1'),
            kvPersist: join(state, 'kv'),
            workflowsPersist: join(state, 'workflows'),
          }),
      ...(d1 ? { d1Databases: ['ARCRUN_DB'] } : {}),
    });
  }

  /**
   * @param {string} path
   * @param {RequestInit & { key?: string, json?: unknown, duplex?: 'half' }} [init] `json` is sent as the body
   */
  async fetch(path, { key, json, ...init } = {}) {
    const headers = new Headers(init.headers);
    if (key !== undefined) {
      headers.set('X-Arcrun-API-Key', key);
    }
    const response = await this.#miniflare.dispatchFetch(`https://executor.example${path}`, {
      ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      .../** @type {any} */ (init),
      headers: Object.fromEntries(headers),
    });
    const text = await response.text();
    this.answers.push(JSON.stringify([...response.headers]) + text);
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : /** @type {any} */ (parsed(text)),
    };
  }

  /** @param {string} path @param {unknown} json @param {string} [key] */
  post(path, json, key = KEYS.manage) {
    return this.fetch(path, { key, json });
  }

  /** @param {string} path @param {string} [key] */
  get(path, key = KEYS.manage) {
    return this.fetch(path, { key });
  }

  /** Deploys a recipe made of triplets. @param {string} name @param {string[]} flow @param {object} [more] */
  async deploy(name, flow, more = {}) {
    const { config, triggers, inputs, ...rest } = /** @type {any} */ (more);
    const recipe = JSON.parse(
      JSON.stringify({ name, description: 'For a test.', flow, config, triggers, inputs }),
    );
    const response = await this.post('/webhooks/named', { recipe, ...rest });
    if (response.status !== 201) {
      throw new Error(`deploying ${name} gave ${response.status}: ${response.text}`);
    }
    return response.json;
  }

  /** The trigger of a minute. @param {number} scheduledMs */
  async schedule(scheduledMs) {
    const worker = await this.#miniflare.getWorker();
    return worker.scheduled({ cron: '* * * * *', scheduledTime: new Date(scheduledMs) });
  }

  /** @returns {Promise<any>} */
  recipes() {
    return this.#miniflare.getKVNamespace('ARCRUN_RECIPES');
  }

  /** @returns {Promise<any>} */
  credentials() {
    return this.#miniflare.getKVNamespace('ARCRUN_CREDENTIALS');
  }

  /** @returns {Promise<any>} */
  database() {
    return this.#miniflare.getD1Database('ARCRUN_DB');
  }

  /**
   * Stores a credential as a deployer does.
   *
   * @param {string} name
   * @param {string} value
   * @param {string[]} hosts
   */
  async putCredential(name, value, hosts) {
    this.#secrets.add(value);
    const record = sealed(JSON.stringify({ value, hosts }), { name });
    await (await this.credentials()).put(`cred:${name}`, JSON.stringify(record));
  }

  /** Ends the Worker, once nothing secret was found in what it answered, logged and stored. */
  async close() {
    const stores = [await dump(await this.recipes()), await dump(await this.credentials())];
    const rows = await dumpDatabase(await this.database().catch(() => undefined));
    await this.#miniflare.dispose();
    for (const secret of this.#secrets) {
      for (const form of [
        secret,
        btoa(secret),
        encodeURIComponent(secret),
        secret.slice(1, -1),
      ]) {
        for (const [where, text] of Object.entries({
          answer: this.answers.join('\n'),
          log: this.log,
          store: stores.join('\n'),
          database: rows,
        })) {
          assert.ok(!text.includes(form), `a secret shows in the ${where}: ${form}`);
        }
      }
    }
  }
}

/**
 * Encrypts as README.md says, independently of the executor.
 *
 * @param {string} text
 * @param {{ name: string, kind?: string, account?: string, worker?: string, key?: string }} place
 */
export function sealed(
  text,
  { name, kind = 'credential', account = ACCOUNT, worker = WORKER, key = ENCRYPTION_KEY },
) {
  const bytes = Buffer.from(key, 'base64');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bytes, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(['arcrun', kind, account, worker, name])));
  const encrypted = Buffer.concat([
    cipher.update(text, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    v: 1,
    kid: sha256(bytes).slice(0, 16),
    alg: 'A256GCM',
    iv: iv.toString('base64'),
    encrypted: encrypted.toString('base64'),
  };
}

/** @param {any} kv */
async function dump(kv) {
  const { keys } = await kv.list();
  const values = await Promise.all(keys.map((/** @type {any} */ key) => kv.get(key.name)));
  return JSON.stringify([keys, values]);
}

/** Every row of every table. @param {any} database */
async function dumpDatabase(database) {
  if (!database) {
    return '';
  }
  const tables = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    )
    .all();
  const rows = await Promise.all(
    tables.results.map(
      async (/** @type {any} */ { name }) =>
        (await database.prepare(`SELECT * FROM "${name}"`).all()).results,
    ),
  );
  return JSON.stringify(rows);
}

/** @type {Record<string, any>} */
const BINDINGS = {
  ARCRUN_API_KEYS: JSON.stringify([
    { name: 'manager', hash: sha256(KEYS.manage), role: 'manage' },
    { name: 'caller', hash: sha256(KEYS.call), role: 'call' },
  ]),
  ARCRUN_ENCRYPTION_KEY: ENCRYPTION_KEY,
  ARCRUN_ACCOUNT_ID: ACCOUNT,
  ARCRUN_WORKER_NAME: WORKER,
};

/** @param {string | Uint8Array} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * @param {string[]} ids
 * @param {Map<string, any>} contracts
 * @param {string | undefined} text
 * @returns {import('miniflare').ModuleDefinition[]}
 */
function partModules(ids, contracts, text) {
  const parts = ids.map((id) => {
    const contract = parse(
      repositoryFile('parts-catalog', 'parts', id, 'contract.yaml').toString('utf8'),
    );
    return { contract, sha256: sha256(program(id)) };
  });
  const index = {
    v: 1,
    parts: [...[...contracts.values()].map((contract) => ({ contract })), ...parts],
  };
  return [
    { type: 'Text', path: 'parts/index.json', contents: text ?? JSON.stringify(index) },
    ...ids.map((id) => ({
      type: /** @type {const} */ ('CompiledWasm'),
      path: `parts/${id}.wasm`,
      contents: program(id),
    })),
  ];
}

/** @param {string} id */
function program(id) {
  return repositoryFile('parts-catalog', 'parts', id, `${id}.wasm`);
}

/** @param {string} path */
function module(path) {
  return { path, contents: readFileSync(join(ROOT, path), 'utf8') };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
