import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient, rawRequest, unique } from "./emulator-client.mjs";

const KV = "storage/kv/namespaces";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
after(() => client.close());

async function namespace() {
  return (await client.call("POST", KV, { title: unique("kv") })).result.id;
}

test("a namespace is created, listed, renamed and deleted", async () => {
  const title = unique("life");
  const { result } = await client.call("POST", KV, { title });
  assert.deepEqual(result, { id: result.id, title, supports_url_encoding: true });
  assert.equal((await client.call("POST", KV, { title })).code, 10014);
  const listed = await client.call("GET", `${KV}?page=1&per_page=100&order=title&direction=asc`);
  assert.ok(listed.result.some((/** @type {any} */ one) => one.id === result.id));
  assert.equal(
    (await client.call("PUT", `${KV}/${result.id}`, { title: `${title}-new` })).result.title,
    `${title}-new`,
  );
  assert.equal((await client.call("DELETE", `${KV}/${result.id}`)).status, 200);
  assert.deepEqual(
    [(await client.call("GET", `${KV}/${result.id}`)).status, (await client.call("GET", `${KV}/${result.id}`)).code],
    [404, 10013],
  );
});

test("what REST writes a Worker reads, and the other way round", async () => {
  const id = await namespace();
  await client.deploy(
    "kv",
    `export default { async fetch(request, { KV }) {
    await KV.put("from-worker", "w", { metadata: { m: 1 } });
    return Response.json(await KV.getWithMetadata("from/rest"));
  } }`,
    { bindings: [{ type: "kv_namespace", name: "KV", namespace_id: id }] },
  );
  const form = new FormData();
  form.set("value", "r");
  form.set("metadata", JSON.stringify({ x: 1 }));
  assert.equal((await client.call("PUT", `${KV}/${id}/values/from%2Frest?expiration_ttl=600`, form)).status, 200);
  const read = /** @type {any} */ (await (await client.worker("kv")).json());
  assert.deepEqual([read.value, read.metadata], ["r", { x: 1 }]);
  assert.equal(await (await client.fetch("GET", `${KV}/${id}/values/from-worker`)).text(), "w");
  assert.deepEqual((await client.call("GET", `${KV}/${id}/metadata/from-worker`)).result, { m: 1 });
  const { result } = await client.call("GET", `${KV}/${id}/keys?prefix=from/`);
  assert.deepEqual([result[0].name, typeof result[0].expiration], ["from/rest", "number"]);
});

test("raw bytes stay as they are, and a key that isn't there is 404 with 10009", async () => {
  const id = await namespace();
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  await client.call("PUT", `${KV}/${id}/values/bytes`, bytes, { "content-type": "application/octet-stream" });
  assert.deepEqual(new Uint8Array(await (await client.fetch("GET", `${KV}/${id}/values/bytes`)).arrayBuffer()), bytes);
  await client.call("DELETE", `${KV}/${id}/values/bytes`);
  const gone = await client.call("GET", `${KV}/${id}/values/bytes`);
  assert.deepEqual([gone.status, gone.code], [404, 10009]);
});

test("many values are written, read and deleted in one request", async () => {
  const id = await namespace();
  const entries = Array.from({ length: 100 }, (_, index) => ({
    key: `k${String(index).padStart(3, "0")}`,
    value: `v${index}`,
  }));
  const put = await client.call("PUT", `${KV}/${id}/bulk`, [
    ...entries,
    { key: "bin", value: "AAEC", base64: true, metadata: { m: 1 } },
  ]);
  assert.deepEqual(put.result, { successful_key_count: 101, unsuccessful_keys: [] });
  const got = await client.call("POST", `${KV}/${id}/bulk/get`, { keys: ["k007", "none"] });
  assert.deepEqual(got.result, { values: { k007: "v7", none: null } });
  assert.deepEqual(
    [...new Uint8Array(await (await client.fetch("GET", `${KV}/${id}/values/bin`)).arrayBuffer())],
    [0, 1, 2],
  );
  const first = await client.call("GET", `${KV}/${id}/keys?limit=60`);
  const second = await client.call("GET", `${KV}/${id}/keys?limit=60&cursor=${first.json.result_info.cursor}`);
  assert.deepEqual([first.result.length, second.result.length, second.json.result_info.cursor], [60, 41, ""]);
  assert.equal((await client.call("POST", `${KV}/${id}/bulk/delete`, ["bin"])).result.successful_key_count, 1);
  assert.equal(
    (
      await client.call(
        "DELETE",
        `${KV}/${id}/bulk`,
        entries.map(({ key }) => key),
      )
    ).result.successful_key_count,
    100,
  );
  assert.deepEqual((await client.call("GET", `${KV}/${id}/keys`)).result, []);
});

test("many values come with their metadata and the time they end", async () => {
  const id = await namespace();
  const expiration = Math.floor(Date.now() / 1000) + 3600;
  await client.call("PUT", `${KV}/${id}/bulk`, [
    { key: "a", value: "1", metadata: { m: 1 }, expiration },
    { key: "ab", value: "2" },
  ]);
  const { result } = await client.call("POST", `${KV}/${id}/bulk/get`, {
    keys: ["a", "ab", "none"],
    withMetadata: true,
  });
  assert.deepEqual(result.values, {
    a: { value: "1", metadata: { m: 1 }, expiration },
    ab: { value: "2", metadata: null },
    none: null,
  });
});

test("a key '..' is refused as a key and doesn't lead to the namespace", async () => {
  const id = await namespace();
  const { account_id, api, token } = client.emulator;
  const headers = { authorization: `Bearer ${token}` };
  for (const key of ["..", "%2e%2e", ".", "%2E"]) {
    const url = new URL(api);
    const path = `${url.pathname}/accounts/${account_id}/${KV}/${id}/values/${key}`;
    const { status, text } = await rawRequest(url.origin, { method: "DELETE", path, headers });
    assert.deepEqual([status, JSON.parse(text).errors[0].code], [400, 10019], key);
  }
  assert.equal((await client.call("GET", `${KV}/${id}`)).status, 200);
});

test("what KV doesn't take is refused", async () => {
  const id = await namespace();
  /** @param {unknown} entry */
  const put = async (entry) => (await client.call("PUT", `${KV}/${id}/bulk`, [entry])).status;
  assert.equal(await put({ key: "k".repeat(513), value: "x" }), 414);
  assert.equal(await put({ key: "", value: "x" }), 400);
  assert.equal(await put({ key: "k", value: 1 }), 400);
  assert.equal(await put({ key: "k", value: "x", expiration_ttl: 59 }), 400);
  assert.equal(await put({ key: "k", value: "x", expiration: 1 }), 400);
  assert.equal(await put({ key: "k", value: "x", metadata: "m".repeat(1025) }), 413);
  assert.equal(await put({ key: "k", value: "x", colour: "red" }), 400);
  assert.equal(await put({ key: "k", value: "x", expiration_ttl: 1e300 }), 400);
  assert.equal(await put({ key: "k", value: "x", expiration: 99999999999 }), 400);
  assert.equal(await put({ key: "\ud800", value: "x" }), 400);
  assert.equal(await put({ key: "k", value: "A!", base64: true }), 400);
  assert.equal((await client.call("GET", `${KV}/${id}/keys?prefix=${"p".repeat(600)}`)).code, 10030);
  assert.equal((await client.call("GET", `${KV}/${id}/keys?limit=9`)).code, 10029);
  assert.equal((await client.call("PUT", `${KV}/${id}/bulk`, "not json")).status, 400);
  assert.equal((await client.call("POST", KV, { title: "" })).code, 10019);
  const many = Array.from({ length: 10_001 }, (_, index) => ({ key: `k${index}`, value: "" }));
  assert.equal((await client.call("PUT", `${KV}/${id}/bulk`, many)).code, 10030);
});
