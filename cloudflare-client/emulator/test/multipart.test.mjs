import assert from "node:assert/strict";
import { test } from "node:test";
import { MultipartError, parseMultipart } from "../src/http/multipart.mjs";

test("parts keep their bytes, names and types", async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
  const form = new FormData();
  form.set("metadata", JSON.stringify({ text: "ü\r\n--" }));
  form.set("a/b.wasm", new Blob([bytes], { type: "application/wasm" }), 'a/"b".wasm');
  form.set("empty", new Blob([]), "empty");
  const request = new Request("http://x/", { method: "POST", body: form });
  const parts = parseMultipart(Buffer.from(await request.arrayBuffer()), request.headers.get("content-type") ?? "");
  assert.deepEqual(
    parts.map(({ name, filename, type }) => [name, filename, type]),
    [
      ["metadata", undefined, undefined],
      ["a/b.wasm", 'a/"b".wasm', "application/wasm"],
      ["empty", "empty", "application/octet-stream"],
    ],
  );
  assert.deepEqual(new Uint8Array(parts[1]?.data ?? []), bytes);
  assert.equal(parts[2]?.data.length, 0);
});

test("a part's own headers can't change objects", () => {
  const body = '--b\r\n__proto__: polluted\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n';
  const [part] = parseMultipart(Buffer.from(body), "multipart/form-data; boundary=b");
  assert.equal(part?.name, "x");
  assert.equal(/** @type {any} */ ({})["polluted"], undefined);
});

test("malformed bodies are told apart from well-formed ones", () => {
  const type = "multipart/form-data; boundary=b";
  const part = 'Content-Disposition: form-data; name="x"\r\n\r\n1';
  for (const [body, header] of [
    ["", type],
    ["nothing", type],
    [`--b\r\n${part}`, type],
    [`--b\r\n${part}\r\n--c--`, type],
    ["--b", type],
    ["--bx\r\n", type],
    ["--b\r\nContent-Disposition: form-data", type],
    [`--b\r\nX: ${"y".repeat(20_000)}\r\n\r\n1\r\n--b--`, type],
    [`--b\r\n${part}\r\n--b--`, "multipart/form-data"],
    [`--b\r\n${part}\r\n--b--`, "application/json; boundary=b"],
  ]) {
    assert.throws(() => parseMultipart(Buffer.from(body ?? ""), header), MultipartError, body);
  }
});

test("a body of endlessly many parts is refused early", () => {
  const body = Buffer.from(`${"--b\r\n\r\n\r\n".repeat(1_000_000)}--b--`);
  assert.throws(() => parseMultipart(body, "multipart/form-data; boundary=b"), /more than 10000 parts/);
});

test("any cut of a well-formed body is refused or has whole parts only", () => {
  const body = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\none\r\n--b\r\nContent-Disposition: form-data; name="y"\r\n\r\ntwo\r\n--b--\r\n',
  );
  for (let length = 0; length < body.length - 2; length++) {
    assert.throws(
      () => parseMultipart(body.subarray(0, length), "multipart/form-data; boundary=b"),
      MultipartError,
      String(length),
    );
  }
});
