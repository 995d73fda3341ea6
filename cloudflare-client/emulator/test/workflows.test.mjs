import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";
import { until } from "./until.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => {
  client = await EmulatorClient.start();
  await client.deploy("flow", ORDER, {
    bindings: [{ type: "workflow", name: "ORDER", workflow_name: "order", class_name: "Order" }],
  });
  await client.call("PUT", "workflows/order", { class_name: "Order", script_name: "flow" });
});
after(() => client.close());

const ORDER = `import { WorkflowEntrypoint } from "cloudflare:workers";
export class Order extends WorkflowEntrypoint {
  async run(event, step) {
    const sum = await step.do("add", async () => {
      if (event.payload.fail) throw new Error("can't add");
      return event.payload.a + event.payload.b;
    });
    if (!event.payload.wait) return { sum };
    const approved = await step.waitForEvent("approval", { type: "approve", timeout: "1 hour" });
    return { sum, approved: approved.payload };
  }
}
export default { async fetch(request, { ORDER }) {
  const { id, params, get } = await request.json();
  try {
    const instance = get ? await ORDER.get(get) : await ORDER.create({ id, params });
    return Response.json({ id: instance.id, ...(await instance.status()) });
  } catch (error) {
    return Response.json({ error: error.message }, { status: 400 });
  }
} }`;

/** @param {string} id @param {string} status */
const reaches = (id, status) =>
  until(async () => {
    const { result } = await client.call("GET", `workflows/order/instances/${id}`);
    return result?.status === status ? result : undefined;
  });

/** @param {string} id @param {object} params */
const start = (id, params) => client.call("POST", "workflows/order/instances", { instance_id: id, params });

/** @param {object} body */
const asked = async (body) => (await client.worker("flow", "/", { method: "POST", body: JSON.stringify(body) })).json();

test("a workflow that is defined while workerd starts again doesn't disturb the start", async () => {
  await client.call("POST", "storage/kv/namespaces", { title: "a change" });
  const starting = client.emulator.runtime.refresh();
  const defined = await client.call("PUT", "workflows/late", { class_name: "Order", script_name: "flow" });
  await starting;
  assert.equal(defined.status, 200);
  assert.deepEqual((await client.call("GET", "workflows/late/instances")).result, []);
  await client.call("DELETE", "workflows/late");
});

test("an instance started by the API runs to its end and shows its steps", async () => {
  const created = await start("one", { a: 1, b: 2 });
  assert.deepEqual([created.result.id, created.result.trigger_source], ["one", "api"]);
  const done = await reaches("one", "complete");
  assert.deepEqual(
    [done.output, done.params, done.success, done.trigger.source],
    [{ sum: 3 }, { a: 1, b: 2 }, true, "api"],
  );
  assert.deepEqual(
    done.steps.map((/** @type {any} */ step) => [step.type, step.name, step.success, step.output]),
    [["step", "add-1", true, 3]],
  );
  assert.equal(done.steps[0].attempts[0].success, true);
  const listed = await client.call("GET", "workflows/order/instances?status=complete");
  assert.ok(listed.result.some((/** @type {any} */ one) => one.id === "one" && one.ended_on !== null));
  assert.ok((await client.call("GET", "workflows/order")).result.instances.complete >= 1);
});

test("an instance started by a Worker waits for an event from the API", async () => {
  const created = /** @type {any} */ (await asked({ id: "two", params: { a: 1, b: 1, wait: true } }));
  assert.equal(created.id, "two");
  await until(async () => {
    const { result } = await client.call("GET", "workflows/order/instances/two");
    return result.steps.some((/** @type {any} */ step) => step.type === "waitForEvent") ? true : undefined;
  });
  await client.call("POST", "workflows/order/instances/two/events/approve", { by: "ann" });
  const done = await reaches("two", "complete");
  assert.deepEqual([done.output, done.trigger.source], [{ sum: 2, approved: { by: "ann" } }, "binding"]);
  const seen = /** @type {any} */ (await asked({ get: "two" }));
  assert.deepEqual([seen.status, seen.output], ["complete", { sum: 2, approved: { by: "ann" } }]);
});

test("an instance is terminated, and one that isn't there is 404", async () => {
  await start("three", { a: 1, b: 1, wait: true });
  const ended = await client.call("PATCH", "workflows/order/instances/three/status", { status: "terminate" });
  assert.equal(ended.result.status, "terminated");
  assert.equal(
    (await client.call("PATCH", "workflows/order/instances/three/status", { status: "explode" })).status,
    400,
  );
  assert.equal((await client.call("GET", "workflows/order/instances/none")).status, 404);
  assert.match(/** @type {any} */ (await asked({ get: "none" })).error, /not_found/);
});

test("an instance's id is unique and has a form", async () => {
  await start("four", { a: 1, b: 1 });
  assert.equal((await start("four", { a: 1, b: 1 })).status, 409);
  assert.match(/** @type {any} */ (await asked({ id: "four", params: {} })).error, /already_exists/);
  assert.equal((await start("../five", {})).status, 400);
});

test("a waiting instance survives a deployment", async () => {
  await start("six", { a: 2, b: 2, wait: true });
  await client.deploy("flow", ORDER, {
    bindings: [{ type: "workflow", name: "ORDER", workflow_name: "order", class_name: "Order" }],
  });
  assert.equal((await reaches("six", "running")).output, null);
  await client.call("POST", "workflows/order/instances/six/events/approve", { by: "later" });
  assert.deepEqual((await reaches("six", "complete")).output, { sum: 4, approved: { by: "later" } });
});

test("several instances are started in one request", async () => {
  const { result } = await client.call("POST", "workflows/order/instances/batch", [
    { instance_id: "b1", params: { a: 1, b: 1 } },
    { params: '{"a":2,"b":2}' },
  ]);
  assert.equal(result.length, 2);
  assert.deepEqual((await reaches(result[1].id, "complete")).output, { sum: 4 });
});

test("a workflow is defined by a class its Worker exports, and deleted with its instances", async () => {
  assert.equal((await client.call("PUT", "workflows/none", { class_name: "None", script_name: "flow" })).status, 400);
  assert.equal((await client.call("PUT", "workflows/none", { class_name: "Order", script_name: "gone" })).code, 10007);
  await client.call("PUT", "workflows/brief", { class_name: "Order", script_name: "flow" });
  await client.call("POST", "workflows/brief/instances", { instance_id: "x", params: { a: 1, b: 1 } });
  assert.deepEqual((await client.call("DELETE", "workflows/brief")).result, { status: "ok", success: true });
  assert.equal((await client.call("GET", "workflows/brief")).status, 404);
  await client.call("PUT", "workflows/brief", { class_name: "Order", script_name: "flow" });
  assert.deepEqual((await client.call("GET", "workflows/brief/instances")).result, []);
});

test("a binding to a workflow that isn't defined says so when it is used", async () => {
  await client.deploy("loose", ORDER, {
    bindings: [{ type: "workflow", name: "ORDER", workflow_name: "undefined-one", class_name: "Order" }],
  });
  const answer = await client.worker("loose", "/", { method: "POST", body: "{}" });
  assert.match(/** @type {any} */ (await answer.json()).error, /workflow.not_found/);
});

test("a Worker whose new version lost the workflow's class still serves", async () => {
  await client.deploy("loses", ORDER);
  await client.call("PUT", "workflows/lost", { class_name: "Order", script_name: "loses" });
  await client.deploy("loses", "export default { fetch() { return new Response('without') } }");
  assert.equal(await (await client.worker("loses")).text(), "without");
  const refused = await client.call("POST", "workflows/lost/instances", { params: {} });
  assert.equal(refused.status, 400);
  assert.match(refused.message ?? "", /exports no class 'Order'/);
});
