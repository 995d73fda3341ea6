import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { EmulatorClient } from "./emulator-client.mjs";
import { until } from "./until.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => {
  client = await EmulatorClient.start();
  await client.deploy(
    "talker",
    `export default {
    async fetch(request) { console.log("asked for", new URL(request.url).pathname); if (request.url.endsWith("throw")) throw new Error("broken"); return new Response("ok"); },
    async scheduled(event) { console.log("cron", event.cron, new Date(event.scheduledTime).toISOString()); },
  }`,
  );
});
after(() => client.close());

/** @param {object[]} [filters] */
async function listen(filters = []) {
  const { result } = await client.call("POST", "workers/scripts/talker/tails", { filters });
  const socket = new WebSocket(result.url, "trace-v1");
  /** @type {any[]} */
  const events = [];
  socket.on("message", (data) => events.push(JSON.parse(String(data))));
  await once(socket, "open");
  socket.send(JSON.stringify({ debug: false }));
  return { id: result.id, socket, events };
}

test("a tail tells requests, logs and exceptions of its script", async () => {
  const { id, socket, events } = await listen();
  await client.worker("talker", "/hello");
  await client.worker("talker", "/throw");
  await until(async () => (events.length >= 2 ? true : undefined));
  const [hello, thrown] = events;
  assert.deepEqual(
    [hello.outcome, hello.scriptName, hello.logs[0].message, hello.event.response.status],
    ["ok", "talker", ["asked for", "/hello"], 200],
  );
  assert.match(hello.scriptVersion.id, /^[0-9a-f-]{36}$/);
  assert.deepEqual([thrown.outcome, thrown.exceptions[0].message], ["exception", "broken"]);
  const closed = once(socket, "close");
  assert.equal((await client.call("DELETE", `workers/scripts/talker/tails/${id}`)).status, 200);
  await closed;
  assert.equal((await client.call("DELETE", `workers/scripts/talker/tails/${id}`)).code, 10058);
});

test("what the Worker's caller sent is in the event without miniflare's own headers", async () => {
  const { socket, events } = await listen();
  await client.worker("talker", "/h", { headers: { "x-mine": "1" } });
  await until(async () => (events.length > 0 ? true : undefined));
  assert.equal(events[0].event.request.headers["x-mine"], "1");
  assert.deepEqual(
    Object.keys(events[0].event.request.headers).filter((name) => name.startsWith("mf-") || name.includes("secret")),
    [],
  );
  socket.close();
});

test("a tail with a filter tells only what passes it", async () => {
  const { socket, events } = await listen([{ outcome: ["exception"] }]);
  await client.worker("talker", "/fine");
  await client.worker("talker", "/throw");
  await until(async () => (events.length > 0 ? true : undefined));
  assert.deepEqual(
    events.map(({ outcome }) => outcome),
    ["exception"],
  );
  socket.close();
});

test("a tail is closed to who doesn't know it", async () => {
  const { origin } = new URL(client.emulator.api);
  for (const [path, protocol] of [
    [`/tails/${"0".repeat(32)}`, "trace-v1"],
    ["/tails/x", "trace-v1"],
  ]) {
    const socket = new WebSocket(origin.replace("http", "ws") + path, protocol);
    const [error] = await once(socket, "error");
    assert.match(error.message, /403/);
  }
});

test("a schedule fires with its expression and the minute's time", async () => {
  const cron = "*/5 * * * *";
  await client.call("PUT", "workers/scripts/talker/schedules", [{ cron }]);
  assert.equal((await client.call("GET", "workers/scripts/talker/schedules")).result.schedules[0].cron, cron);
  const { socket, events } = await listen();
  const time = "2026-03-29T01:05:00.000Z";
  assert.deepEqual(await client.test("cron", { script: "talker", cron, time }), { outcome: "ok" });
  await until(async () => (events.length > 0 ? true : undefined));
  assert.deepEqual(events[0].logs[0].message, ["cron", cron, time]);
  socket.close();
});

test("schedules that can't be are refused", async () => {
  /** @param {unknown} schedules */
  const code = async (schedules) => (await client.call("PUT", "workers/scripts/talker/schedules", schedules)).code;
  assert.equal(await code([{ cron: "0 0 * * 0" }]), 10100);
  assert.equal(await code([{ cron: "every minute" }]), 10100);
  assert.equal(await code({ cron: "* * * * *" }), 10026);
  assert.equal(await code([{ cron: { cron: "* * * * *" } }]), 10026);
  assert.equal(await code(Array.from({ length: 6 }, (_, minute) => ({ cron: `${minute} * * * *` }))), 10072);
  assert.deepEqual((await client.call("PUT", "workers/scripts/talker/schedules", [])).result, { schedules: [] });
});

test("analytics count what happened", async () => {
  await client.worker("talker", "/counted");
  const query = `query($name: string) { viewer { accounts(filter: {accountTag: "x"}) { workersInvocationsAdaptive(limit: 10, filter: {scriptName: $name, datetime_geq: "2026-01-01T00:00:00Z"}) { sum { requests errors } dimensions { status } } } } }`;
  const rows = await until(async () => {
    const { json } = await client.call("POST", "/graphql", { query, variables: { name: "talker" } });
    const found = json.data.viewer.accounts[0].workersInvocationsAdaptive;
    return found.some((/** @type {any} */ row) => row.dimensions.status === "success") ? found : undefined;
  });
  const thrown = rows.find((/** @type {any} */ row) => row.dimensions.status === "scriptThrewException");
  assert.ok(thrown.sum.errors >= 2);
  const nobody = await client.call("POST", "/graphql", { query, variables: { name: "nobody" } });
  assert.deepEqual(nobody.json.data.viewer.accounts[0].workersInvocationsAdaptive, []);
  assert.match(
    (await client.call("POST", "/graphql", { query: "{ viewer { zones { x } } }" })).json.errors[0].message,
    /answers only/,
  );
});
