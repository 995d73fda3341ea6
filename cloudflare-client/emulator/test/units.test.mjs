import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Script } from "../src/account/script.mjs";
import { SecretVault } from "../src/account/secret-vault.mjs";
import { Gate } from "../src/runtime/gate.mjs";
import { Watchdog } from "../src/runtime/watchdog.mjs";
import { passes } from "../src/tails/tail-filter.mjs";
import { masked, maskedHeaders } from "../src/testing/masking.mjs";
import { workflowEngineSource } from "../src/runtime/worker-source.mjs";

/** @param {number} number */
const version = (number) => /** @type {any} */ ({ id: `v${number}`, number, created_on: String(number), bindings: [] });

test("shares of a deployment are met in their proportion", () => {
  const script = new Script("s");
  script.add(version(1));
  script.add(version(2));
  script.deploy(
    [
      { version_id: "v1", percentage: 70 },
      { version_id: "v2", percentage: 30 },
    ],
    {},
  );
  const chosen = Array.from({ length: 100 }, (_, index) => script.choose({ random: () => index / 100 })?.id);
  assert.equal(chosen.filter((id) => id === "v1").length, 70);
  assert.equal(script.choose({ override: "v9", random: () => 0.9 })?.id, "v2");
  assert.equal(script.mainVersion()?.id, "v1");
});

test("a share of nothing is never met", () => {
  const script = new Script("s");
  script.add(version(1));
  script.add(version(2));
  script.deploy(
    [
      { version_id: "v1", percentage: 0 },
      { version_id: "v2", percentage: 100 },
    ],
    {},
  );
  assert.equal(script.choose({ random: () => 0 })?.id, "v2");
});

test("old versions are forgotten, those that serve are not, and numbers go on", () => {
  const script = new Script("s");
  script.add(version(1));
  script.deploy([{ version_id: "v1", percentage: 100 }], {});
  for (let number = 2; number <= 150; number++) script.add(version(number));
  assert.deepEqual([script.versions[0]?.id, script.versions.length, script.nextNumber()], ["v1", 101, 151]);
});

test("the same text keeps its generation, another gets its own", () => {
  const vault = new SecretVault();
  const first = vault.put("a");
  assert.equal(vault.put("a", first), first);
  assert.notEqual(vault.put("b", first), first);
  assert.equal(vault.text(first), "a");
});

test("a change waits for those inside, and newcomers wait for the change", async () => {
  const gate = new Gate();
  /** @type {string[]} */
  const order = [];
  /** @type {() => void} */
  let leave = () => {};
  const inside = gate.shared(() => new Promise((resolve) => (leave = () => resolve(void order.push("left")))));
  const change = gate.alone(async () => void order.push("changed"), 60_000);
  const newcomer = gate.shared(async () => void order.push("entered"));
  leave();
  await Promise.all([inside, change, newcomer]);
  assert.deepEqual(order, ["left", "changed", "entered"]);
});

test("a change that lost its patience goes on, and a failed change opens the gate again", async () => {
  const gate = new Gate();
  /** @type {() => void} */
  let leave = () => {};
  const inside = gate.shared(() => new Promise((resolve) => (leave = () => resolve(undefined))));
  await assert.rejects(
    gate.alone(() => Promise.reject(new Error("broken")), 0),
    /broken/,
  );
  assert.equal(await gate.shared(async () => "open"), "open");
  leave();
  await inside;
});

test("the watchdog barks once per blocked time, and not while answers come", async () => {
  mock.timers.enable({ apis: ["setInterval"] });
  let barks = 0;
  /** @type {() => void} */
  let answer = () => {};
  const watchdog = new Watchdog({
    ping: () => new Promise((resolve) => (answer = () => resolve(undefined))),
    onBlocked: () => barks++,
    interval: 1,
    limit: 3,
  });
  for (let tick = 0; tick < 20; tick++) {
    mock.timers.tick(1);
    answer();
    await Promise.resolve();
    await Promise.resolve();
  }
  assert.equal(barks, 0);
  mock.timers.tick(1);
  mock.timers.tick(3);
  assert.equal(barks, 1);
  watchdog.stop();
  mock.timers.tick(100);
  assert.equal(barks, 1);
  mock.timers.reset();
});

test("a tail's filters are all to be passed", () => {
  const event = {
    outcome: "ok",
    logs: [{ message: ["hello"] }],
    event: { request: { method: "GET", headers: { "x-a": "1" } } },
  };
  for (const filters of [
    [],
    [{ outcome: ["ok"] }, { method: ["GET"] }],
    [{ query: "hell" }],
    [{ header: { key: "X-A" } }],
    [{ header: { key: "x-a", query: "1" } }],
  ])
    assert.ok(passes(event, filters));
  for (const filters of [
    [{ outcome: ["ok"] }, { method: ["PUT"] }],
    [{ query: "bye" }],
    [{ header: { key: "x-b" } }],
    [{ header: { key: "x-a", query: "2" } }],
  ])
    assert.ok(!passes(event, filters));
  assert.ok(passes(event, [{ sampling_rate: 0.5 }], () => 0.4));
  assert.ok(!passes(event, [{ sampling_rate: 0.5 }], () => 0.6));
});

test("texts of secrets are masked wherever they stand, other texts aren't", () => {
  const value = {
    bindings: [
      { type: "secret_text", name: "A", text: "x" },
      { type: "plain_text", name: "B", text: "y" },
    ],
    secrets: { C: { type: "secret_key", key_base64: "z", key_jwk: {} }, D: { name: "D", text: "no type" } },
  };
  assert.deepEqual(masked(value), {
    bindings: [
      { type: "secret_text", name: "A", text: "***" },
      { type: "plain_text", name: "B", text: "y" },
    ],
    secrets: { C: { type: "secret_key", key_base64: "***", key_jwk: "***" }, D: { name: "D", text: "***" } },
  });
});

test("a credential is masked whatever its header looks like", () => {
  const masks = ["Bearer abc", "Bearer a b", "abc", "Bearer  abc"].map(
    (authorization) => maskedHeaders({ authorization }).authorization,
  );
  assert.deepEqual(masks, ["Bearer ***", "Bearer ***", "***", "Bearer ***"]);
});

test("miniflare has its workflow engine where it is taken from", () => {
  assert.match(workflowEngineSource(), /export \{\s*Engine,\s*WorkflowBinding\s*\}/);
});
