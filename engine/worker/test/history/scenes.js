import { Database } from '../../src/history/database.js';
import { History } from '../../src/history/history.js';
import { HistoryException } from '../../src/history/history-exception.js';
import { readCursor } from '../../src/history/cursor.js';
import { readEvent } from '../../src/history/event-json.js';
import { readDocument } from '../../src/document/document-reader.js';
import { SCHEMA } from '../../src/history/schema.js';
import { replay } from '../../src/run/run-replay.js';
import { Runner } from '../../src/run/runner.js';
import { CredentialPlaceholder } from '../../src/template/credential-placeholder.js';

/**
 * @typedef {{ DB: D1Database }} Env
 * @typedef {import('../../src/value/json.js').Json} Json
 */

const SOURCE = JSON.stringify({
  name: 'greet',
  flow: ['input >> PIPE >> hello', 'hello >> ON_SUCCESS >> tell'],
  config: { tell: { text: '{{hello.data}}' } },
});

/** @type {import('../../src/part/components.js').Components} */
const COMPONENTS = {
  resolve: (name) => ({
    kind: 'part',
    id: name,
    contract: {
      id: name,
      runtime: 'wasm',
      inputSchema: {},
      fromScope: [],
      verbatim: [],
      credentials: [],
      failureInData: false,
      storage: false,
      network: false,
      hosts: [],
    },
  }),
};

/** @param {Env} env @param {number} [nowMs] @param {number} [retentionMs] */
function history(env, nowMs, retentionMs) {
  const clock = nowMs === undefined ? Date.now : () => nowMs;
  return new History(new Database(env.DB), { clock, retentionMs });
}

/**
 * Runs a recipe whose parts give what is asked for, by node, and says how it was recorded.
 *
 * @param {Env} env
 * @param {{ source?: string, input?: Json, results?: Record<string, Json>, keeping?: any,
 *   at?: number, retentionMs?: number }} asked
 */
export async function run(env, asked) {
  const { source = SOURCE, input = {}, results = {}, keeping, at, retentionMs } = asked;
  const recorder = history(env, at, retentionMs).recorder(keeping);
  const runner = new Runner({
    components: COMPONENTS,
    caller: {
      call: async (caller, { key }) => ({
        result: JSON.parse(
          JSON.stringify(results[key.node] ?? { success: true, data: key.node }).replaceAll(
            'PLACEHOLDER',
            new CredentialPlaceholder(caller.nonce).text('token'),
          ),
        ),
        report: { log: '', hostCalls: [], computingMs: 0, memoryBytes: 0 },
      }),
    },
    recorder,
    clock: at === undefined ? Date.now : () => at,
  });
  const { recipe } = readDocument(JSON.parse(source));
  const record = await runner.start({ recipe, source, input, triggeredBy: 'api' }).done;
  return { runId: record.runId, status: record.status, data: record.data, stored: recorder.stored };
}

/** A run whose host ended before it. @param {Env} env @param {{ at: number, keeping?: any }} asked */
export async function begin(env, { at, keeping }) {
  const { recipe } = readDocument(JSON.parse(SOURCE));
  const runId = `begun-${at}`;
  const request = { recipe, source: SOURCE, input: {}, triggeredBy: 'api' };
  const context = {
    runId,
    input: {},
    triggeredBy: 'api',
    scheduledAt: undefined,
    nonce: 'n',
    depth: 0,
  };
  await history(env, at).recorder(keeping).began(context, request, at);
  return runId;
}

/** @param {Env} env @param {any} asked */
export async function list(env, { at, cursor, ...query }) {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  return history(env, at).list({ ...query, after });
}

/** @param {Env} env @param {{ runId: string, at?: number }} asked */
export async function find(env, { runId, at }) {
  return history(env, at).find(runId);
}

/** @param {Env} env */
export async function statistics(env) {
  return Object.fromEntries(await history(env).partStatistics());
}

/** @param {Env} env @param {{ at: number, retentionMs?: number }} asked */
export async function sweep(env, { at, retentionMs }) {
  await history(env, at, retentionMs).sweep();
}

/** Every text in every table. @param {Env} env */
export async function everything(env) {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  ).all();
  /** @type {Record<string, unknown[]>} */
  const tables = {};
  for (const { name } of results) {
    tables[String(name)] = (await env.DB.prepare(`SELECT * FROM ${name}`).all()).results;
  }
  return tables;
}

/** What a run's stored events lead to. @param {Env} env @param {{ runId: string }} asked */
export async function replayed(env, { runId }) {
  const row = await env.DB.prepare(
    'SELECT * FROM runs JOIN sources ON sha256 = source_sha256 JOIN events USING (run_id) WHERE run_id = ?',
  )
    .bind(runId)
    .first();
  if (!row) {
    return null;
  }
  const { recipe } = readDocument(JSON.parse(String(row.source)));
  const context = {
    runId,
    input: JSON.parse(String(row.input)),
    triggeredBy: 'api',
    scheduledAt: undefined,
    nonce: 'replay',
    depth: 0,
  };
  const events = JSON.parse(String(row.event)).map(readEvent);
  const startedAtMs = Number(row.started_at);
  return replay(recipe, COMPONENTS, context, { startedAtMs, events }).data;
}

/** A database of which every request fails, as when its quota is used up. */
const BROKEN = /** @type {any} */ ({
  prepare: () => ({ bind: () => ({}) }),
  batch: async () => {
    throw new Error('D1_ERROR: exceeded its daily quota');
  },
});

/** @param {Env} _env @param {any} asked */
export async function runWithoutDatabase(_env, asked) {
  return run({ DB: BROKEN }, asked);
}

export async function readWithoutDatabase() {
  const broken = history({ DB: BROKEN });
  const messages = [];
  for (const read of [() => broken.list({}), () => broken.find('x'), () => broken.partStatistics()]) {
    try {
      await read();
    } catch (e) {
      messages.push(e instanceof HistoryException ? e.message : `not expected: ${e}`);
    }
  }
  return messages;
}

/** @param {Env} env */
export async function prepareTwice(env) {
  const database = new Database(env.DB);
  await database.prepare();
  await database.prepare();
  return database.rows('SELECT version FROM schema_version');
}

export async function schema() {
  return SCHEMA;
}
