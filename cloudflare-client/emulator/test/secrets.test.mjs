import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
after(() => client.close());

const SHOW = "export default { fetch(request, env) { return Response.json(env) } }";
const MERGE = { "content-type": "application/merge-patch+json" };

/** @param {string} name @param {string} text */
const secret = (name, text) => ({ name, text, type: "secret_text" });

/** @param {string} name */
const env = async (name) => (await client.worker(name)).json();

test("each change of secrets is one version and reaches the Worker", async () => {
  await client.deploy("s", SHOW);
  await client.call("PUT", "workers/scripts/s/secrets", secret("A", "1"));
  await client.call(
    "PATCH",
    "workers/scripts/s/secrets-bulk",
    { secrets: { B: secret("B", "2"), C: secret("C", "3"), A: null } },
    MERGE,
  );
  assert.deepEqual(await env("s"), { B: "2", C: "3" });
  await client.call("DELETE", "workers/scripts/s/secrets/C?url_encoded=true");
  assert.deepEqual(await env("s"), { B: "2" });
  assert.equal((await client.call("GET", "workers/scripts/s/versions")).result.items.length, 4);
});

test("no answer ever has the text of a secret", async () => {
  await client.deploy("quiet", SHOW, { bindings: [secret("KEY", "verysecret")] });
  const put = await client.call("PUT", "workers/scripts/quiet/secrets", secret("KEY2", "verysecret"));
  const id = (await client.call("GET", "workers/scripts/quiet/versions")).result.items[0].id;
  const answers = await Promise.all(
    ["secrets", "secrets/KEY", "settings", "versions", `versions/${id}`, "deployments"].map((path) =>
      client.call("GET", `workers/scripts/quiet/${path}`),
    ),
  );
  for (const { json } of [put, ...answers]) assert.doesNotMatch(JSON.stringify(json), /verysecret|generation/);
  assert.deepEqual(answers[0]?.result, [
    { name: "KEY", type: "secret_text" },
    { name: "KEY2", type: "secret_text" },
  ]);
  assert.doesNotMatch(JSON.stringify(await client.test("requests")), /verysecret/);
});

test("a secret can't take the name of a variable, and one that isn't there can't be deleted", async () => {
  await client.deploy("names", SHOW, { bindings: [{ type: "plain_text", name: "V", text: "x" }] });
  assert.equal((await client.call("PUT", "workers/scripts/names/secrets", secret("V", "1"))).code, 10053);
  assert.equal((await client.call("DELETE", "workers/scripts/names/secrets/GONE")).code, 10056);
});

test("secrets of a script whose latest version isn't deployed can't be changed", async () => {
  await client.deploy("behind", SHOW);
  await client.upload("behind", SHOW, {}, { version: true });
  assert.equal((await client.call("PUT", "workers/scripts/behind/secrets", secret("A", "1"))).code, 10215);
});

test("a secret in a new version doesn't serve", async () => {
  await client.deploy("later", SHOW);
  const answer = await client.call(
    "PATCH",
    "workers/workers/later/versions/latest",
    { env: { A: { type: "secret_text", text: "1" } } },
    MERGE,
  );
  assert.deepEqual(answer.result.resources.bindings, [{ name: "A", type: "secret_text" }]);
  assert.deepEqual(await env("later"), {});
});

test("malformed changes of secrets are refused", async () => {
  await client.deploy("strict", SHOW);
  assert.equal(
    (await client.call("PUT", "workers/scripts/strict/secrets", { name: "A", type: "secret_text" })).status,
    400,
  );
  assert.equal((await client.call("PATCH", "workers/scripts/strict/secrets-bulk", { secrets: {} })).status, 415);
  assert.equal(
    (await client.call("PATCH", "workers/scripts/strict/secrets-bulk", { secrets: { A: secret("B", "1") } }, MERGE))
      .status,
    400,
  );
  assert.equal((await client.call("PUT", "workers/scripts/gone/secrets", secret("A", "1"))).code, 10007);
  assert.equal((await client.call("PUT", "workers/scripts/strict/secrets", secret("", "1"))).code, 10052);
});
