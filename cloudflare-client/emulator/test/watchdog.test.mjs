import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";

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
  const stopped = await client.worker("loop");
  assert.equal(stopped.status, 503);
  assert.equal(/** @type {any} */ (await stopped.json()).error_code, "CPU_LIMIT");
  assert.equal(await (await client.worker("calm")).text(), "calm");
  assert.equal(await (await client.fetch("GET", `storage/kv/namespaces/${id}/values/k`)).text(), "v");
});
