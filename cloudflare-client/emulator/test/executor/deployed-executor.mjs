import { createHash } from "node:crypto";
import { executorModules } from "./executor-modules.mjs";

/** @typedef {import("../emulator-client.mjs").EmulatorClient} EmulatorClient */

export const KEY = "key-of-the-deployed-executor";
export const ENCRYPTION_KEY = Buffer.alloc(32, 9).toString("base64");
const NAME = "arcrun-executor";

/** @param {string} text */
const hash = (text) => createHash("sha256").update(text).digest("hex");

/** What the vault would hand over. */
const SECRETS = {
  ARCRUN_API_KEYS: JSON.stringify([{ name: "desktop", hash: hash(KEY), role: "manage" }]),
  ARCRUN_ENCRYPTION_KEY: ENCRYPTION_KEY,
};

/** The executor in an emulator, asked over HTTP as any client does. */
export class DeployedExecutor {
  /** @param {EmulatorClient} client @param {string} database id */
  constructor(client, database) {
    this.client = client;
    this.database = database;
  }

  /** Makes all that a deployment needs, and uploads it. @param {EmulatorClient} client */
  static async deploy(client) {
    const recipes = (await client.call("POST", "storage/kv/namespaces", { title: "arcrun-recipes" })).result.id;
    const credentials = (await client.call("POST", "storage/kv/namespaces", { title: "arcrun-credentials" })).result.id;
    const database = (await client.call("POST", "d1/database", { name: "arcrun" })).result.uuid;
    await client.deploy(NAME, executorModules(), {
      main_module: "src/executor.js",
      compatibility_flags: ["global_fetch_strictly_public"],
      bindings: [
        { type: "kv_namespace", name: "ARCRUN_RECIPES", namespace_id: recipes },
        { type: "kv_namespace", name: "ARCRUN_CREDENTIALS", namespace_id: credentials },
        { type: "d1", name: "ARCRUN_DB", database_id: database },
        { type: "workflow", name: "ARCRUN_WORKFLOW", workflow_name: "arcrun-runs", class_name: "ArcrunWorkflow" },
        { type: "plain_text", name: "ARCRUN_ACCOUNT_ID", text: client.emulator.account_id },
        { type: "plain_text", name: "ARCRUN_WORKER_NAME", text: NAME },
        ...Object.entries(SECRETS).map(([name, text]) => ({ type: "secret_text", name, text })),
      ],
    });
    const workflow = { class_name: "ArcrunWorkflow", script_name: NAME };
    const { status } = await client.call("PUT", "workflows/arcrun-runs", workflow);
    if (status !== 200) throw new Error(`The workflow: ${status}`);
    return new DeployedExecutor(client, database);
  }

  /** The same deployment after a restart, its secrets handed over again. @param {EmulatorClient} client */
  async again(client) {
    const secrets = Object.fromEntries(
      Object.entries(SECRETS).map(([name, text]) => [name, { name, text, type: "secret_text" }]),
    );
    const type = { "content-type": "application/merge-patch+json" };
    await client.call("PATCH", `workers/scripts/${NAME}/secrets-bulk`, { secrets }, type);
    return new DeployedExecutor(client, this.database);
  }

  /** @param {string} path @param {unknown} [body] posted as JSON @returns {Promise<{ status: number, json: any }>} */
  async ask(path, body) {
    const response = await this.client.worker(NAME, path, {
      headers: { "X-Arcrun-API-Key": KEY },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  }

  /** Deploys a recipe. @param {string} name @param {string[]} flow @param {object} [more] */
  async recipe(name, flow, more) {
    const { status, json } = await this.ask("/webhooks/named", {
      recipe: { name, description: "For a test.", flow, ...more },
    });
    if (status !== 201) throw new Error(JSON.stringify(json));
  }

  /** @param {string} name @param {unknown} [input] */
  trigger(name, input = {}) {
    return this.ask(`/webhooks/named/${name}/trigger`, input);
  }

  /** @param {string} sql @returns {Promise<any[]>} */
  async rows(sql) {
    return (await this.client.call("POST", `d1/database/${this.database}/query`, { sql })).result[0].results;
  }

  /** The outcome of the minutely trigger. @param {number} timeMs */
  minute(timeMs) {
    return this.client.test("cron", { script: NAME, cron: "* * * * *", time: timeMs });
  }
}
