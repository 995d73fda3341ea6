// Hosts one workflow: miniflare's engine, one Durable Object an instance, and an index of the instances, which the
// engine lacks. The default entrypoint is for the emulator alone; Workers get `WorkflowBinding`.
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
import { Engine as MiniflareEngine, WorkflowBinding as MiniflareBinding } from "./engine.mjs";

const METADATA = "INSTANCE_METADATA";
const STATUS = "ENGINE_STATUS";
const PAUSED = 2;
const FINAL = new Set([3, 4, 5]);

export class Engine extends MiniflareEngine {
  // After a restart of workerd an instance goes on only when it is called.
  async wake() {
    const metadata = await this.ctx.storage.get(METADATA);
    const status = await this.ctx.storage.get(STATUS);
    if (metadata === undefined || FINAL.has(status) || status === PAUSED) return false;
    this.init(metadata.accountId, metadata.workflow, metadata.version, metadata.instance, metadata.event);
    return true;
  }

  async describe() {
    const metadata = await this.ctx.storage.get(METADATA);
    if (metadata === undefined) return undefined;
    return { params: metadata.event.payload, status: await this.getStatus(), log: await this.readDetailedLogs() };
  }
}

export class Index extends DurableObject {
  constructor(state, env) {
    super(state, env);
    state.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS instances (id TEXT PRIMARY KEY, created_on TEXT NOT NULL, version_id TEXT NOT NULL, source TEXT NOT NULL) WITHOUT ROWID",
    );
  }

  add(id, versionId, source) {
    return (
      this.ctx.storage.sql.exec(
        "INSERT OR IGNORE INTO instances VALUES (?, ?, ?, ?)",
        id,
        new Date().toISOString(),
        versionId,
        source,
      ).rowsWritten > 0
    );
  }

  find(id) {
    return this.ctx.storage.sql.exec("SELECT * FROM instances WHERE id = ?", id).toArray()[0];
  }

  list() {
    return this.ctx.storage.sql.exec("SELECT * FROM instances ORDER BY created_on DESC, id").toArray();
  }

  async clear() {
    await this.ctx.storage.deleteAll();
  }
}

const indexOf = (env) => env.INDEX.get(env.INDEX.idFromName("index"));
const engineOf = (env, id) => env.ENGINE.get(env.ENGINE.idFromName(id));
const failure = (code, message) => Object.assign(new Error(`(${code}) ${message}`), { name: "WorkflowError" });

export class WorkflowBinding extends MiniflareBinding {
  async create({ id = crypto.randomUUID(), params = {} } = {}, source = "binding") {
    if (!/^[a-zA-Z0-9_][a-zA-Z0-9-_]{0,99}$/.test(id)) {
      throw failure("instance.invalid_id", "An instance id has 1 to 100 letters, digits, '-' and '_'.");
    }
    if (!(await indexOf(this.env).add(id, this.env.VERSION_ID, source))) {
      throw failure("instance.already_exists", `An instance with the id '${id}' exists already.`);
    }
    return super.create({ id, params });
  }

  // On Cloudflare a batch passes over ids that exist.
  async createBatch(batch) {
    const created = [];
    for (const options of batch) {
      const id = options.id ?? crypto.randomUUID();
      if (!(await indexOf(this.env).find(id))) created.push(await this.create({ ...options, id }));
    }
    return created;
  }
}

async function described(env, entry) {
  return { ...entry, ...(await engineOf(env, entry.id).describe()) };
}

export default class Control extends WorkerEntrypoint {
  async fetch(request) {
    const { action, id, ...input } = await request.json();
    try {
      return Response.json({ result: (await this[`do_${action}`](id, input)) ?? null });
    } catch (error) {
      return Response.json({ error: error.message }, { status: 400 });
    }
  }

  async do_list() {
    return Promise.all((await indexOf(this.env).list()).map((entry) => described(this.env, entry)));
  }

  async do_describe(id) {
    const entry = await indexOf(this.env).find(id);
    return entry && described(this.env, entry);
  }

  async do_create(id, { params }) {
    return this.ctx.exports.WorkflowBinding.create(
      { ...(id !== undefined && { id }), ...(params !== undefined && { params }) },
      "api",
    );
  }

  async do_change(id, { change }) {
    const handle = await this.ctx.exports.WorkflowBinding.get(id);
    await handle[change]();
  }

  async do_event(id, { type, payload }) {
    const handle = await this.ctx.exports.WorkflowBinding.get(id);
    await handle.sendEvent({ type, payload });
  }

  async do_wake() {
    const entries = await indexOf(this.env).list();
    const woken = await Promise.all(entries.map((entry) => engineOf(this.env, entry.id).wake()));
    return woken.filter(Boolean).length;
  }

  async do_clear() {
    for (const { id } of await indexOf(this.env).list()) {
      await engineOf(this.env, id)
        .unsafeAbort("The workflow was deleted")
        .catch(() => {});
    }
    await indexOf(this.env).clear();
  }
}
