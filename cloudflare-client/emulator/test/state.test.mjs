import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";
import { until } from "./until.mjs";
import { StateError } from "../src/storage/state-folder.mjs";

/** @type {string} */
let state;
/** @type {EmulatorClient | undefined} */
let client;
beforeEach(() => void (state = join(mkdtempSync(join(tmpdir(), "emulator-test-")), "state")));
afterEach(async () => {
  await client?.close();
  client = undefined;
  rmSync(join(state, ".."), { recursive: true, force: true });
});

async function stop() {
  await client?.close();
  client = undefined;
}

async function restart() {
  await stop();
  return (client = await EmulatorClient.start({ state }));
}

const FLOW = `import { WorkflowEntrypoint } from "cloudflare:workers";
export class Flow extends WorkflowEntrypoint {
  async run(event, step) {
    const n = await step.do("once", async () => { await this.env.DB.prepare("INSERT INTO calls VALUES (1)").run(); return 1; });
    await step.sleep("nap", event.payload.nap);
    return { n };
  }
}
export default { fetch() { return new Response("flow") } }`;

test("scripts, versions, deployments, schedules and stored data survive a restart", async () => {
  let c = await restart();
  const { account_id } = c.emulator;
  const kv = (await c.call("POST", "storage/kv/namespaces", { title: "kept" })).result.id;
  await c.call("PUT", `storage/kv/namespaces/${kv}/values/k`, "v");
  await c.call("POST", "r2/buckets", { name: "kept" });
  await c.call("PUT", "r2/buckets/kept/objects/o", new Uint8Array([7]));
  const db = (await c.call("POST", "d1/database", { name: "kept" })).result.uuid;
  await c.call("POST", `d1/database/${db}/query`, { sql: "CREATE TABLE t (a); INSERT INTO t VALUES (5)" });
  const kvBinding = { type: "kv_namespace", name: "KV", namespace_id: kv };
  await c.deploy(
    "kept",
    `export default { async fetch(r, env) { return new Response("one " + await env.KV.get("k")) } }`,
    { bindings: [kvBinding] },
  );
  await c.deploy(
    "kept",
    `export default { async fetch(r, env) { return new Response("two " + await env.KV.get("k")) } }`,
    { bindings: [kvBinding] },
  );
  await c.call("PUT", "workers/scripts/kept/schedules", [{ cron: "0 1 * * *" }]);
  const before = (await c.call("GET", "workers/scripts/kept/deployments")).result;

  c = await restart();
  assert.equal(c.emulator.account_id, account_id);
  assert.equal(await (await c.worker("kept")).text(), "two v");
  assert.deepEqual((await c.call("GET", "workers/scripts/kept/deployments")).result, before);
  assert.equal((await c.call("GET", "workers/scripts/kept/schedules")).result.schedules[0].cron, "0 1 * * *");
  assert.equal((await c.call("GET", "r2/buckets/kept/objects")).result.length, 1);
  assert.deepEqual((await c.call("POST", `d1/database/${db}/query`, { sql: "SELECT a FROM t" })).result[0].results, [
    { a: 5 },
  ]);
  const back = { strategy: "percentage", versions: before.deployments[1].versions };
  assert.equal((await c.call("POST", "workers/scripts/kept/deployments", back)).status, 200);
  assert.equal(await (await c.worker("kept")).text(), "one v");
});

test("a sleeping workflow goes on after a restart and doesn't repeat finished steps", async () => {
  let c = await restart();
  const db = (await c.call("POST", "d1/database", { name: "calls" })).result.uuid;
  await c.call("POST", `d1/database/${db}/query`, { sql: "CREATE TABLE calls (a)" });
  await c.deploy("flow", FLOW, { bindings: [{ type: "d1", name: "DB", database_id: db }] });
  await c.call("PUT", "workflows/flow", { class_name: "Flow", script_name: "flow" });
  await c.call("POST", "workflows/flow/instances", { instance_id: "i", params: { nap: "2 seconds" } });
  await until(async () => {
    const { steps } = (await c.call("GET", "workflows/flow/instances/i")).result;
    return steps.some((/** @type {any} */ step) => step.type === "sleep") ? true : undefined;
  });
  c = await restart();
  const done = await until(async () => {
    const { result } = await c.call("GET", "workflows/flow/instances/i");
    return result.status === "complete" ? result : undefined;
  });
  assert.deepEqual(done.output, { n: 1 });
  assert.deepEqual(
    (await c.call("POST", `d1/database/${db}/query`, { sql: "SELECT count(*) AS n FROM calls" })).result[0].results,
    [{ n: 1 }],
  );
});

test("secrets are not on the disk; a Worker waits for them after a restart, and putting them again makes no version", async () => {
  let c = await restart();
  const secrets = {
    A: { name: "A", text: "first-secret", type: "secret_text" },
    B: { name: "B", text: "second-secret", type: "secret_text" },
  };
  await c.deploy("s", "export default { fetch(r, env) { return Response.json(env) } }", {
    bindings: Object.values(secrets),
  });
  await c.worker("s");
  for (const file of files(state))
    assert.doesNotMatch(readFileSync(file, "latin1"), /first-secret|second-secret/, file);

  c = await restart();
  const waiting = await c.worker("s");
  const { error, error_code } = /** @type {any} */ (await waiting.json());
  assert.deepEqual([waiting.status, error_code], [503, "SECRETS_MISSING"]);
  assert.match(error, /waits for its secrets: A, B/);
  assert.match((await c.test("cron", { script: "s", cron: "* * * * *" })).error, /waits for its secrets/);
  const answer = await c.call(
    "PATCH",
    "workers/scripts/s/secrets-bulk",
    { secrets },
    { "content-type": "application/merge-patch+json" },
  );
  assert.equal(answer.status, 200);
  assert.deepEqual(await (await c.worker("s")).json(), { A: "first-secret", B: "second-secret" });
  assert.equal((await c.call("GET", "workers/scripts/s/versions")).result.items.length, 1);
});

test("a sleeping workflow whose Worker waits for secrets goes on once they are put again", async () => {
  let c = await restart();
  const db = (await c.call("POST", "d1/database", { name: "calls" })).result.uuid;
  await c.call("POST", `d1/database/${db}/query`, { sql: "CREATE TABLE calls (a)" });
  const secret = { type: "secret_text", name: "KEY", text: "k" };
  await c.deploy("flow", FLOW, { bindings: [{ type: "d1", name: "DB", database_id: db }, secret] });
  await c.call("PUT", "workflows/flow", { class_name: "Flow", script_name: "flow" });
  await c.call("POST", "workflows/flow/instances", { instance_id: "i", params: { nap: "1 second" } });
  c = await restart();
  assert.match((await c.call("POST", "workflows/flow/instances", {})).message ?? "", /waits for its secrets: KEY/);
  assert.equal((await c.call("GET", "workflows/flow/instances/i")).status, 200);
  await c.call("PUT", "workers/scripts/flow/secrets", secret);
  await until(async () =>
    (await c.call("GET", "workflows/flow/instances/i")).result.status === "complete" ? true : undefined,
  );
});

test("the state is for its owner alone, and nothing of the run is left in it", async () => {
  const c = await restart();
  await c.call("POST", "storage/kv/namespaces", { title: "x" });
  const posix = process.platform !== "win32";
  if (posix) assert.equal(statSync(state).mode & 0o777, 0o700);
  for (const name of ["account.json", "token", "running.json", "lock", "workerd"])
    if (posix) assert.equal(statSync(join(state, name)).mode & 0o777, 0o600, name);
  assert.equal(readFileSync(join(state, "token"), "utf8"), c.emulator.token);
  await c.close();
  client = undefined;
  assert.deepEqual(readdirSync(state).sort(), ["account.json", "modules", "runtime"]);
});

test("two emulators don't share a folder, and a lock of a dead process is no hindrance", async () => {
  await restart();
  await assert.rejects(EmulatorClient.start({ state }), /already uses/);
  await client?.close();
  client = undefined;
  for (const text of ["999999999", `${process.ppid} another start of the computer`, "what's this?"]) {
    writeFileSync(join(state, "lock"), text);
    await restart();
    await stop();
  }
  writeFileSync(join(state, "lock"), "");
  await assert.rejects(EmulatorClient.start({ state }), /^StateError: Another emulator uses/);
  const longAgo = new Date(2020, 1);
  utimesSync(join(state, "lock"), longAgo, longAgo);
  await restart();
});

test("a broken account file is told, not overwritten", async () => {
  await (await restart()).deploy("kept", "export default { fetch() { return new Response('kept') } }");
  await client?.close();
  client = undefined;
  const file = join(state, "account.json");
  const good = readFileSync(file, "utf8");
  for (const [text, reason] of /** @type {[string, RegExp][]} */ ([
    ["", /can't be read/],
    ["{ broken", /can't be read/],
    [good.slice(0, -10), /can't be read/],
    ["null", /has format undefined/],
    ['{"format":1}', /can't be read/],
    ['{"format":1,"account":{}}', /can't be read/],
    [good.replace('"versions":[', '"versions":[null,'), /can't be read/],
    [good.replace('"format":1', '"format":2'), /has format 2; this emulator reads format 1. Choose another --state/],
  ])) {
    writeFileSync(file, text);
    await assert.rejects(
      EmulatorClient.start({ state }),
      (error) => error instanceof StateError && reason.test(error.message),
    );
    assert.equal(readFileSync(file, "utf8"), text);
  }
  writeFileSync(file, good);
  for (const name of readdirSync(join(state, "modules"))) rmSync(join(state, "modules", name));
  await assert.rejects(EmulatorClient.start({ state }), /lacks a module of the Worker 'kept'/);
  assert.deepEqual(readdirSync(state).sort(), ["account.json", "modules", "runtime"]);
});

test("damaged data of KV is told", async () => {
  const c = await restart();
  const { id } = (await c.call("POST", "storage/kv/namespaces", { title: "damaged" })).result;
  await c.call("PUT", `storage/kv/namespaces/${id}/values/k`, "v");
  await stop();
  for (const file of files(join(state, "runtime")))
    if (file.endsWith(".sqlite")) writeFileSync(file, "no database");
    else rmSync(file);
  await assert.rejects(
    EmulatorClient.start({ state }),
    (error) => error instanceof StateError && /workerd doesn't start with the data in it/.test(error.message),
  );
});

test("a refused upload leaves no modules behind", async () => {
  const c = await restart();
  await c.deploy("one", "export default { fetch() { return new Response('one') } }");
  const kept = readdirSync(join(state, "modules"));
  assert.equal((await c.upload("one", "throw new Error('no')")).code, 10021);
  assert.equal((await c.upload("one", "export default {}")).code, 10068);
  assert.deepEqual(readdirSync(join(state, "modules")), kept);
});

test("modules that no version uses are removed at the next start", async () => {
  let c = await restart();
  await c.deploy("gone", "export default { fetch() { return new Response('gone') } }");
  await c.call("DELETE", "workers/scripts/gone");
  assert.equal(readdirSync(join(state, "modules")).length, 1);
  await restart();
  assert.deepEqual(readdirSync(join(state, "modules")), []);
});

/** @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
