import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";
import { until } from "./until.mjs";
import { workerdProcesses } from "../src/runtime/workerd-processes.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start({ watchdog: { interval: 250, limit: 16 } })));
after(() => client.close());

test("an endless loop is stopped with 503 CPU_LIMIT, and everything answers again with its data", async () => {
  const id = (await client.call("POST", "storage/kv/namespaces", { title: "kept" })).result.id;
  await client.call("PUT", `storage/kv/namespaces/${id}/values/k`, "v");
  await client.deploy("loop", "export default { fetch() { for (;;); } }");
  await client.deploy("calm", "export default { fetch() { return new Response('calm') } }");
  assert.equal(await (await client.worker("calm")).text(), "calm");
  const [stopped, read] = await Promise.all([
    client.worker("loop"),
    client.call("GET", `storage/kv/namespaces/${id}/keys`),
  ]);
  assert.ok(read.status === 200 || read.status === 503);
  assert.equal(stopped.status, 503);
  assert.equal(/** @type {any} */ (await stopped.json()).error_code, "CPU_LIMIT");
  assert.equal(await (await client.worker("calm")).text(), "calm");
  assert.equal(await (await client.fetch("GET", `storage/kv/namespaces/${id}/values/k`)).text(), "v");
});

test("a workerd that ended by itself is started again: who waited gets 503 CRASHED, stored data stays", async (context) => {
  const told = context.mock.method(console, "error", () => {});
  const id = (await client.call("POST", "storage/kv/namespaces", { title: "crash" })).result.id;
  await client.deploy(
    "waits",
    `export default { async fetch(request, { KV }) { await KV.put("inside", "yes"); await scheduler.wait(600_000); } }`,
    { bindings: [{ type: "kv_namespace", name: "KV", namespace_id: id }] },
  );
  await client.deploy("here", "export default { fetch() { return new Response('here') } }");
  const waiting = client.worker("waits");
  const inside = () => client.fetch("GET", `storage/kv/namespaces/${id}/values/inside`);
  await until(async () => ((await inside()).status === 200 ? true : undefined));
  for (const workerd of workerdProcesses()) workerd.kill("SIGKILL");
  const lost = await waiting;
  assert.deepEqual([lost.status, /** @type {any} */ (await lost.json()).error_code], [503, "CRASHED"]);
  assert.equal(await (await client.worker("here")).text(), "here");
  assert.equal(await (await inside()).text(), "yes");
  assert.match(told.mock.calls[0]?.arguments[0], /^workerd ended by itself/);
});
