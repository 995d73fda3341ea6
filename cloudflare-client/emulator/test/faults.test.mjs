import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
afterEach(() => client.test("faults", undefined, "DELETE"));
after(() => client.close());

test("the call that is meant fails, the others don't", async () => {
  await client.test("faults", {
    method: "GET",
    path: "/r2/buckets$",
    skip: 1,
    times: 2,
    status: 500,
    code: 10002,
    message: "later",
  });
  const statuses = [];
  for (let call = 0; call < 4; call++) statuses.push((await client.call("GET", "r2/buckets")).code);
  assert.deepEqual(statuses, [undefined, 10002, 10002, undefined]);
  assert.deepEqual(await client.test("faults"), { waiting: 0 });
});

test("a rate limit says when to come again", async () => {
  await client.test("faults", { status: 429, code: 10429, headers: { "retry-after": "7" } });
  const answer = await client.call("GET", "/user");
  assert.deepEqual([answer.status, answer.code, answer.headers.get("retry-after")], [429, 10429, "7"]);
  assert.match((await client.call("GET", "/user")).headers.get("ratelimit") ?? "", /^"default";r=\d+;t=\d+$/);
});

test("a page in place of the envelope", async () => {
  await client.test("faults", { status: 403, html: "<h1>Attention</h1>", headers: { "cf-mitigated": "challenge" } });
  const response = await client.fetch("GET", "/user");
  assert.deepEqual(
    [response.status, response.headers.get("cf-mitigated"), await response.text()],
    [403, "challenge", "<h1>Attention</h1>"],
  );
});

test("a connection that drops before the call or after it took effect", async () => {
  const create = () => client.call("POST", "storage/kv/namespaces", { title: "dropped" });
  const count = async () => (await client.call("GET", "storage/kv/namespaces")).result.length;
  await client.test("faults", { method: "POST", drop: true });
  await assert.rejects(create());
  assert.equal(await count(), 0);
  await client.test("faults", { method: "POST", drop: true, after: true });
  await assert.rejects(create());
  assert.equal(await count(), 1);
});

test("a delayed call takes effect all the same", async () => {
  await client.test("faults", { delay_ms: 50 });
  assert.equal((await client.call("GET", "/user")).status, 200);
});

test("the log tells what was asked, without the token", async () => {
  await client.test("requests", undefined, "DELETE");
  await client.test("label", { label: "here" }, "PUT");
  await client.call("GET", "r2/buckets?x=1");
  const { requests } = await client.test("requests");
  assert.deepEqual(
    requests.map((/** @type {any} */ { label, method, path, query, status }) => ({
      label,
      method,
      path,
      query,
      status,
    })),
    [
      {
        label: "here",
        method: "GET",
        path: `/accounts/${client.emulator.account_id}/r2/buckets`,
        query: { x: "1" },
        status: 200,
      },
    ],
  );
  assert.ok(!JSON.stringify(requests).includes(client.emulator.token));
});

test("a fault that isn't one is told", async () => {
  assert.match((await client.test("faults", { path: "(" })).error, /Invalid regular expression/);
});
