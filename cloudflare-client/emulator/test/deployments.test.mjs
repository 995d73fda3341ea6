import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
after(() => client.close());

/** @param {string} text */
const saying = (text) =>
  `export default { fetch(request, env) { return new Response("${text}" + (env.V ? " " + env.V.id : "")) } }`;
const VERSION = { bindings: [{ type: "version_metadata", name: "V" }] };

/** @param {string} name */
const said = async (name) => (await client.worker(name)).text();

test("an uploaded version serves only once it is deployed", async () => {
  await client.deploy("one", saying("old"));
  const uploaded = await client.upload("one", saying("new"), {}, { version: true });
  assert.equal(uploaded.result.number, 2);
  assert.equal(await said("one"), "old");
  const deployed = await client.call("POST", "workers/scripts/one/deployments", {
    strategy: "percentage",
    versions: [{ version_id: uploaded.result.id, percentage: 100 }],
    annotations: { "workers/message": "go" },
  });
  assert.equal(deployed.result.annotations["workers/message"], "go");
  assert.equal(await said("one"), "new");
  const listed = await client.call("GET", "workers/scripts/one/deployments");
  assert.deepEqual(listed.result.deployments[0].versions, [{ version_id: uploaded.result.id, percentage: 100 }]);
  assert.equal(
    (await client.call("GET", "workers/scripts/one/versions?deployable=true")).result.items[0].id,
    uploaded.result.id,
  );
});

test("a split sends the same key to the same version and follows the override header", async () => {
  const first = (await client.deploy("split", saying("a"), VERSION)).result.deployment_id;
  const second = (await client.upload("split", saying("b"), VERSION, { version: true })).result.id;
  const split = await client.call("POST", "workers/scripts/split/deployments", {
    strategy: "percentage",
    versions: [
      { version_id: first, percentage: 50 },
      { version_id: second, percentage: 50 },
    ],
  });
  assert.equal(split.status, 200);
  /** @param {Record<string, string>} headers */
  const asked = async (headers) => (await client.worker("split", "/", { headers })).text();
  const keys = Array.from({ length: 20 }, (_, index) => `user-${index}`);
  const answers = await Promise.all(keys.map((key) => asked({ "Cloudflare-Workers-Version-Key": key })));
  assert.deepEqual(new Set(answers), new Set([`a ${first}`, `b ${second}`]));
  assert.deepEqual(await Promise.all(keys.map((key) => asked({ "Cloudflare-Workers-Version-Key": key }))), answers);
  for (const [id, text] of [
    [first, "a"],
    [second, "b"],
  ]) {
    assert.equal(await asked({ "Cloudflare-Workers-Version-Overrides": `split="${id}"` }), `${text} ${id}`);
  }
});

test("a deployment that doesn't add up is refused with 10210", async () => {
  const id = (await client.deploy("sum", saying("x"))).result.deployment_id;
  /** @param {unknown} versions */
  const code = async (versions) =>
    (await client.call("POST", "workers/scripts/sum/deployments", { strategy: "percentage", versions })).code;
  assert.equal(await code([{ version_id: id, percentage: 99 }]), 10210);
  assert.equal(await code([]), 10210);
  assert.equal(
    await code([
      { version_id: id, percentage: 50 },
      { version_id: id, percentage: 50 },
    ]),
    10210,
  );
  assert.equal(await code([{ version_id: "gone", percentage: 100 }]), 10210);
  assert.equal(await code([{ version_id: id, percentage: "100" }]), 10210);
  assert.equal(
    await code([
      { version_id: id, percentage: 200 },
      { version_id: id, percentage: -100 },
    ]),
    10210,
  );
});

test("deployments are listed by page and time", async () => {
  const id = (await client.deploy("pages", saying("x"))).result.deployment_id;
  const again = { strategy: "percentage", versions: [{ version_id: id, percentage: 100 }] };
  for (let count = 0; count < 11; count++) await client.call("POST", "workers/scripts/pages/deployments", again);
  /** @param {string} query */
  const listed = async (query) =>
    (await client.call("GET", `workers/scripts/pages/deployments${query}`)).result.deployments.length;
  assert.deepEqual([await listed(""), await listed("?page=2"), await listed("?page=3")], [10, 2, 0]);
  assert.deepEqual([await listed("?since=2999-01-01T00:00:00Z"), await listed("?until=2999-01-01T00:00:00Z")], [0, 10]);
  assert.equal((await client.call("GET", "workers/scripts/pages/deployments?since=soon")).status, 400);
});

test("annotations have their size", async () => {
  const long = { annotations: { "workers/message": "é".repeat(501) } };
  assert.equal((await client.upload("notes", saying("x"), long)).code, 10021);
  assert.equal(
    (await client.upload("notes", saying("x"), { annotations: { "workers/tag": "t".repeat(101) } })).code,
    10021,
  );
  const fits = { "workers/message": "é".repeat(500), "workers/tag": "t".repeat(100) };
  const id = (await client.upload("notes", saying("x"), { annotations: fits })).result.deployment_id;
  const versions = [{ version_id: id, percentage: 100 }];
  const answer = await client.call("POST", "workers/scripts/notes/deployments", {
    strategy: "percentage",
    versions,
    ...long,
  });
  assert.equal(answer.code, 10210);
});

test("a failed upload leaves the old version serving", async () => {
  await client.deploy("steady", saying("still here"));
  assert.equal((await client.upload("steady", "export default {")).code, 10021);
  assert.equal(await said("steady"), "still here");
  assert.equal((await client.call("GET", "workers/scripts/steady/versions")).result.items.length, 1);
});

test("going back past a change of secrets needs force", async () => {
  const first = (await client.deploy("secretive", saying("x"))).result.deployment_id;
  await client.call("PUT", "workers/scripts/secretive/secrets", { name: "KEY", text: "1", type: "secret_text" });
  const back = { strategy: "percentage", versions: [{ version_id: first, percentage: 100 }] };
  const refused = await client.call("POST", "workers/scripts/secretive/deployments", back);
  assert.deepEqual([refused.code, refused.message], [10220, "Secrets have changed since this version was active: KEY"]);
  assert.equal((await client.call("POST", "workers/scripts/secretive/deployments?force=true", back)).status, 200);
});

test("going back without a change of secrets needs nothing", async () => {
  const secret = { bindings: [{ type: "secret_text", name: "KEY", text: "same" }] };
  const first = (await client.deploy("calm", saying("first"), secret)).result.deployment_id;
  await client.deploy("calm", saying("second"), secret);
  const back = { strategy: "percentage", versions: [{ version_id: first, percentage: 100 }] };
  assert.equal((await client.call("POST", "workers/scripts/calm/deployments", back)).status, 200);
  assert.equal(await said("calm"), "first");
});

test("an earlier deployment can be shown and deleted, the active one can't", async () => {
  await client.deploy("records", saying("1"));
  await client.deploy("records", saying("2"));
  const { deployments } = (await client.call("GET", "workers/scripts/records/deployments")).result;
  assert.equal(
    (await client.call("GET", `workers/scripts/records/deployments/${deployments[1].id}`)).result.id,
    deployments[1].id,
  );
  assert.equal((await client.call("DELETE", `workers/scripts/records/deployments/${deployments[0].id}`)).code, 10338);
  assert.equal((await client.call("DELETE", `workers/scripts/records/deployments/${deployments[1].id}`)).status, 200);
  assert.equal((await client.call("GET", `workers/scripts/records/deployments/${deployments[1].id}`)).code, 10336);
});

test("a Worker that others use is deleted only with force", async () => {
  await client.deploy("used", saying("used"));
  await client.deploy("user", "export default { fetch(request, env) { return env.OTHER.fetch(request) } }", {
    bindings: [{ type: "service", name: "OTHER", service: "used" }],
  });
  assert.equal(await said("user"), "used");
  assert.equal((await client.call("DELETE", "workers/scripts/used")).code, 10142);
  assert.equal((await client.call("DELETE", "workers/services/used?force=true")).status, 200);
  assert.equal((await client.call("GET", "workers/scripts/used/settings")).code, 10007);
  assert.equal((await client.worker("used")).status, 404);
});

test("settings of a script are kept beside its versions, a change of bindings is a version", async () => {
  await client.deploy("set", saying("x"), { observability: { enabled: true }, tags: ["a"] });
  await client.call("PATCH", "workers/scripts/set/script-settings", { logpush: true });
  const form = new FormData();
  form.set("settings", JSON.stringify({ bindings: [{ type: "plain_text", name: "A", text: "b" }] }));
  assert.equal((await client.call("PATCH", "workers/scripts/set/settings", form)).status, 200);
  const { result } = await client.call("GET", "workers/scripts/set/settings");
  assert.deepEqual(
    [result.logpush, result.tags, result.bindings],
    [true, ["a"], [{ type: "plain_text", name: "A", text: "b" }]],
  );
  assert.equal((await client.call("GET", "workers/scripts/set/versions")).result.items.length, 2);
});

test("without workers.dev a Worker isn't reachable, and a preview only where previews are on", async () => {
  const id = (await client.upload("hidden", saying("seen"))).result.deployment_id;
  assert.equal((await client.worker("hidden")).status, 404);
  const preview = `${id.slice(0, 8)}-hidden`;
  assert.equal((await client.worker(preview)).status, 404);
  await client.call("POST", "workers/scripts/hidden/subdomain", { enabled: false, previews_enabled: true });
  assert.equal(await said(preview), "seen");
  assert.equal((await client.worker("hidden")).status, 404);
});

test("the modules of a version can be read back as they were uploaded", async () => {
  const id = (await client.deploy("source", { "worker.mjs": saying("x"), "note.txt": "a note" })).result.deployment_id;
  const response = await client.fetch("GET", `workers/scripts/source/content/v2?version=${id}`);
  assert.equal(response.headers.get("cf-entrypoint"), "worker.mjs");
  const form = await response.formData();
  const note = /** @type {File} */ (form.get("note.txt"));
  assert.deepEqual([note.type, await note.text()], ["text/plain", "a note"]);
  assert.equal(await /** @type {File} */ (form.get("worker.mjs")).text(), saying("x"));
  assert.equal((await client.call("GET", "workers/scripts/source/content/v2?version=gone")).code, 10071);
});

test("settings that don't let the script start are refused and change nothing", async () => {
  await client.deploy("flags", saying("fine"));
  const form = new FormData();
  form.set("settings", JSON.stringify({ compatibility_flags: ["no_such_flag"] }));
  const answer = await client.call("PATCH", "workers/scripts/flags/settings", form);
  assert.deepEqual([answer.status, answer.code], [400, 10021]);
  assert.match(answer.message ?? "", /no_such_flag/);
  assert.equal(await said("flags"), "fine");
});

test("a request under way is answered by the version that took it", async () => {
  await client.deploy(
    "slow",
    `export default { async fetch(request) {
    if (request.url.endsWith("/slow")) await scheduler.wait(2500);
    return new Response("old");
  } }`,
  );
  assert.equal(await said("slow"), "old");
  const underWay = client.worker("slow", "/slow").then((response) => response.text());
  await client.deploy("slow", saying("new"));
  assert.equal(await said("slow"), "new");
  assert.equal(await underWay, "old");
});

test("a compatibility date newer than the local workerd is taken as the newest it knows", async () => {
  const date = new Date().toISOString().slice(0, 10);
  await client.deploy("recent", saying("recent"), { compatibility_date: date });
  assert.equal(await said("recent"), "recent");
  assert.equal((await client.call("GET", "workers/scripts/recent/settings")).result.compatibility_date, date);
  assert.equal((await client.upload("recent", saying("x"), { compatibility_date: "2999-01-01" })).code, 10021);
  assert.equal((await client.upload("recent", saying("x"), { compatibility_date: "soon" })).code, 10021);
});

test("a binding to an entrypoint that isn't exported stops its caller alone", async () => {
  await client.deploy("bare", saying("bare"));
  await client.deploy(
    "caller",
    "export default { async fetch(request, env) { return new Response(String((await env.OTHER.fetch(request)).status)) } }",
    {
      bindings: [{ type: "service", name: "OTHER", service: "bare", entrypoint: "Gone" }],
    },
  );
  assert.equal(await said("caller"), "503");
  assert.equal(await said("bare"), "bare");
});
