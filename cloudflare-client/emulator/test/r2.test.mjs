import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient, rawRequest } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
after(() => client.close());

test("a bucket and its objects are shared with Workers", async () => {
  const created = await client.call("POST", "r2/buckets", { name: "files" });
  assert.deepEqual([created.result.name, created.result.storage_class], ["files", "Standard"]);
  await client.deploy(
    "r2",
    `export default { async fetch(request, { FILES }) {
    await FILES.put("a/out.txt", "from worker");
    const object = await FILES.get("a/in.bin");
    return Response.json([object.httpMetadata.contentType, await object.text()]);
  } }`,
    { bindings: [{ type: "r2_bucket", name: "FILES", bucket_name: "files" }] },
  );
  const put = await client.call("PUT", "r2/buckets/files/objects/a/in.bin", new TextEncoder().encode("from rest"), {
    "content-type": "text/x-test",
  });
  assert.deepEqual([put.result.key, put.result.size], ["a/in.bin", "9"]);
  assert.deepEqual(await (await client.worker("r2")).json(), ["text/x-test", "from rest"]);
  const got = await client.fetch("GET", "r2/buckets/files/objects/a/out.txt");
  assert.equal(await got.text(), "from worker");
  assert.match(got.headers.get("etag") ?? "", /^"[0-9a-f]{32}"$/);
  const listed = await client.call("GET", "r2/buckets/files/objects?prefix=a/");
  assert.deepEqual(
    listed.result.map((/** @type {any} */ object) => object.key),
    ["a/in.bin", "a/out.txt"],
  );
});

test("a bucket that holds something isn't deleted", async () => {
  await client.call("POST", "r2/buckets", { name: "full" });
  await client.call("PUT", "r2/buckets/full/objects/x", new Uint8Array([1]));
  assert.deepEqual(
    [(await client.call("DELETE", "r2/buckets/full")).status, (await client.call("DELETE", "r2/buckets/full")).code],
    [409, 10008],
  );
  assert.equal((await client.call("DELETE", "r2/buckets/full/objects/x")).status, 200);
  assert.equal((await client.call("GET", "r2/buckets/full/objects/x")).code, 10007);
  assert.equal((await client.call("DELETE", "r2/buckets/full")).status, 200);
  assert.equal((await client.call("GET", "r2/buckets/full")).code, 10006);
});

test("a bucket of a jurisdiction is there for those who name it", async () => {
  const eu = { "cf-r2-jurisdiction": "eu" };
  const created = await client.call("POST", "r2/buckets", { name: "europe", storageClass: "InfrequentAccess" }, eu);
  assert.deepEqual([created.result.jurisdiction, created.result.storage_class], ["eu", "InfrequentAccess"]);
  assert.equal((await client.call("GET", "r2/buckets/europe")).code, 10006);
  assert.equal((await client.call("GET", "r2/buckets/europe", undefined, eu)).status, 200);
  /** @param {Record<string, string>} [headers] */
  const names = async (headers) =>
    (await client.call("GET", "r2/buckets", undefined, headers)).result.buckets.map(
      (/** @type {any} */ { name }) => name,
    );
  assert.deepEqual([(await names()).includes("europe"), await names(eu)], [false, ["europe"]]);
  assert.equal((await client.call("GET", "r2/buckets", undefined, { "cf-r2-jurisdiction": "moon" })).status, 400);
  const put = await client.call("PUT", "r2/buckets/europe/objects/o", "text", { ...eu, "content-type": "text/x-o" });
  assert.equal(put.result.storage_class, "InfrequentAccess");
  const [listed] = (await client.call("GET", "r2/buckets/europe/objects", undefined, eu)).result;
  assert.deepEqual([listed.storage_class, listed.http_metadata], ["InfrequentAccess", { contentType: "text/x-o" }]);
  const source = "export default { fetch() { return new Response('x') } }";
  const binding = { type: "r2_bucket", name: "B", bucket_name: "europe" };
  assert.equal((await client.upload("eu", source, { bindings: [binding] })).code, 10085);
  assert.equal((await client.upload("eu", source, { bindings: [{ ...binding, jurisdiction: "eu" }] })).status, 200);
});

test("an object's key is taken as it was sent, and one that is too long is refused", async () => {
  await client.call("POST", "r2/buckets", { name: "keys" });
  const { account_id, api, token } = client.emulator;
  const url = new URL(api);
  const headers = { authorization: `Bearer ${token}` };
  for (const key of ["folder/", "a/../b", "%2e%2e/x", "a//b"]) {
    const path = `${url.pathname}/accounts/${account_id}/r2/buckets/keys/objects/${key}`;
    const { text } = await rawRequest(url.origin, { method: "PUT", path, headers });
    assert.equal(JSON.parse(text).result.key, decodeURIComponent(key));
  }
  const long = await client.call("PUT", `r2/buckets/keys/objects/${"k".repeat(1025)}`, "x");
  assert.deepEqual([long.status, long.code], [400, 10020]);
  assert.equal((await client.call("GET", "r2/buckets/keys/objects?per_page=-1")).status, 400);
});

test("a bucket's name is checked and unique", async () => {
  assert.equal((await client.call("POST", "r2/buckets", { name: "Bad_Name" })).code, 10005);
  await client.call("POST", "r2/buckets", { name: "twice" });
  assert.deepEqual(
    [
      (await client.call("POST", "r2/buckets", { name: "twice" })).status,
      (await client.call("POST", "r2/buckets", { name: "twice" })).code,
    ],
    [409, 10004],
  );
});
