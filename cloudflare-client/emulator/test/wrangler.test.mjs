import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Session } from "./wrangler/session.mjs";
import { until } from "./until.mjs";

/** The tests of this file are one story: each goes on where the one before it ended. */

/** @type {Session} */
let session;
before(async () => void (session = await Session.start()));
after(() => session.close());

/** @type {{ kv: string, first: string, second: string, third: string }} */
const ids = { kv: "", first: "", second: "", third: "" };

/** @param {string} [path] @returns {Promise<any>} */
const executor = async (path) => (await session.client.worker("executor", path)).json();

/** @returns {Promise<string>} */
const latestVersion = async () =>
  (await session.client.call("GET", "workers/scripts/executor/versions")).result.items[0].id;

/** @param {{ type: string, name: string }[]} bindings */
const secretNames = (bindings) =>
  bindings
    .filter(({ type }) => type === "secret_text")
    .map(({ name }) => name)
    .sort();

test("wrangler knows who it is", async () => {
  const output = await session.command("whoami", "whoami");
  assert.match(output, new RegExp(session.client.emulator.account_id));
});

test("wrangler makes a namespace and a bucket", async () => {
  await session.command("kv-ns-create", "kv namespace create executor-graph");
  const { result } = await session.client.call("GET", "storage/kv/namespaces");
  ids.kv = result[0].id;
  assert.match(await session.command("kv-ns-list", "kv namespace list"), new RegExp(ids.kv));
  await session.command("r2-create", "r2 bucket create exec-bucket");
  assert.match(await session.command("r2-list", "r2 bucket list"), /exec-bucket/);
  session.wrangler.replace("wrangler.jsonc", "KV_ID", ids.kv);
});

test("wrangler deploys a Worker of several modules", async () => {
  await session.command("deploy-first", "deploy --message first --tag v1");
  ids.first = await latestVersion();
  assert.deepEqual(await executor(), { greeting: "hi", version: ids.first, sum: 3, modules: 2, secrets: [] });
  assert.equal(
    (await session.client.call("GET", "workers/scripts/executor/schedules")).result.schedules[0].cron,
    "*/5 * * * *",
  );
});

test("wrangler writes, reads and deletes values", async () => {
  session.wrangler.write("bulk.json", [
    { key: "graph:1", value: '{"n":1}' },
    { key: "bin", value: "AAEC", base64: true, metadata: { m: 1 } },
    { key: "ttl", value: "x", expiration_ttl: 3600 },
  ]);
  session.wrangler.write("keys.json", ["ttl"]);
  const at = `--namespace-id ${ids.kv} --remote`;
  await session.command("kv-bulk-put", `kv bulk put bulk.json ${at}`);
  await session.command("kv-key-put", `kv key put a/b value1 ${at} --metadata {"x":1} --ttl 600`);
  assert.match(await session.command("kv-key-list", `kv key list ${at} --prefix graph`), /graph:1/);
  assert.match(await session.command("kv-key-get", `kv key get graph:1 ${at}`), /\{"n":1\}/);
  assert.match(await session.command("kv-bulk-get", `kv bulk get keys.json ${at}`), /"ttl": "x"/);
  await session.command("kv-key-delete", `kv key delete a/b ${at}`);
  await session.command("kv-bulk-delete", `kv bulk delete keys.json ${at} --force`);
  const left = (await session.client.call("GET", `storage/kv/namespaces/${ids.kv}/keys`)).result;
  assert.deepEqual(
    left.map((/** @type {any} */ { name }) => name),
    ["bin", "graph:1"],
  );
});

test("wrangler puts and gets an object", async () => {
  await session.command("r2-object-put", "r2 object put exec-bucket/parts/add.wasm --file src/parts/add.wasm --remote");
  await session.command("r2-object-get", "r2 object get exec-bucket/parts/add.wasm --file add.out --remote");
  assert.deepEqual(session.wrangler.read("add.out"), session.wrangler.read("src/parts/add.wasm"));
});

test("wrangler puts, lists and deletes secrets", async () => {
  await session.command("secret-put", "secret put API_KEY", "s3cr3t");
  session.wrangler.write("secrets.json", { A: "1", B: "2" });
  await session.command("secret-bulk", "secret bulk secrets.json");
  assert.match(await session.command("secret-list", "secret list"), /API_KEY/);
  await session.command("secret-delete", "secret delete A");
  assert.deepEqual((await executor()).secrets.sort(), ["API_KEY", "B"]);
});

test("wrangler deploys again and keeps the secrets", async () => {
  session.wrangler.replace("wrangler.jsonc", '"hi"', '"hello"');
  await session.command("deploy-second", "deploy --message second");
  ids.second = await latestVersion();
  const { greeting, version, secrets } = await executor();
  assert.deepEqual([greeting, version, secrets.sort()], ["hello", ids.second, ["API_KEY", "B"]]);
  session.wrangler.replace("wrangler.jsonc", '"hello"', '"hi"');
});

test("wrangler tells deployments and versions", async () => {
  assert.match(await session.command("deployments-list", "deployments list"), new RegExp(ids.second));
  assert.match(await session.command("deployments-status", "deployments status"), /second/);
  assert.match(await session.command("versions-list", "versions list"), new RegExp(ids.first));
});

test("wrangler uploads a version, shows it and splits the traffic", async () => {
  await session.command("versions-upload", "versions upload --message third --tag v3");
  ids.third = await latestVersion();
  assert.equal((await executor()).version, ids.second);
  assert.match(await session.command("versions-view", `versions view ${ids.third}`), /v3/);
  await session.command("versions-deploy-split", `versions deploy ${ids.second}@70 ${ids.third}@30 -y --message split`);
  const { versions } = (await session.client.call("GET", "workers/scripts/executor/deployments")).result.deployments[0];
  assert.deepEqual(versions, [
    { version_id: ids.second, percentage: 70 },
    { version_id: ids.third, percentage: 30 },
  ]);
});

test("wrangler rolls back", async () => {
  await session.command("rollback", `rollback ${ids.second} -y --message back`);
  assert.equal((await executor()).version, ids.second);
});

test("wrangler puts a secret in a version that doesn't serve", async () => {
  await session.command("versions-secret-put", "versions secret put NEWSEC", "zz");
  const { result } = await session.client.call("GET", `workers/scripts/executor/versions/${await latestVersion()}`);
  assert.deepEqual(secretNames(result.resources.bindings), ["API_KEY", "B", "NEWSEC"]);
  assert.equal((await executor()).version, ids.second);
});

test("wrangler sets the triggers", async () => {
  await session.command("triggers-deploy", "triggers deploy");
});

test("wrangler tails requests, exceptions and schedules", async () => {
  await session.begin();
  const tail = session.wrangler.start(["tail", "executor", "--format", "json"]);
  let output = "";
  for (const stream of [tail.stdout, tail.stderr]) stream.on("data", (chunk) => (output += chunk));
  await until(async () => {
    await session.client.worker("executor");
    return output.includes('"outcome"') ? true : undefined;
  });
  await session.client.worker("executor", "/throw");
  await session.client.test("cron", { script: "executor", cron: "*/5 * * * *" });
  await until(async () => (output.includes("on purpose") && output.includes('"cron"') ? true : undefined));
  await session.wrangler.interrupt(tail);
  await session.compare("tail");
});

test("wrangler deletes what it made", async () => {
  await session.command("delete", "delete executor --force");
  assert.equal((await session.client.worker("executor")).status, 404);
  await session.command("kv-ns-delete", `kv namespace delete --namespace-id ${ids.kv} -y`);
  await session.command("r2-object-delete", "r2 object delete exec-bucket/parts/add.wasm --remote");
  await session.command("r2-delete", "r2 bucket delete exec-bucket");
  assert.deepEqual((await session.client.call("GET", "r2/buckets")).result.buckets, []);
});
