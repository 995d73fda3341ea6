import assert from "node:assert/strict";
import { test } from "node:test";
import { loopbackName } from "../src/http/loopback.mjs";
import { workerTarget } from "../src/http/worker-target.mjs";
import { Router } from "../src/http/router.mjs";

test("only this server's own names are its own", () => {
  for (const host of ["127.0.0.1:8", "localhost:8", "LOCALHOST:8", "[::1]:8", "a.localhost:8", "localhost.:8"])
    assert.ok(loopbackName(host, 8), host);
  for (const host of [
    undefined,
    "",
    "localhost",
    "localhost:9",
    "evil:8",
    "localhost.evil:8",
    "127.0.0.1.evil:8",
    "evillocalhost:8",
    "localhost:8:8",
    "a@localhost:8",
    "127.0.0.2:8",
    "0.0.0.0:8",
    " localhost:8",
  ]) {
    assert.equal(loopbackName(host, 8), undefined, String(host));
  }
  assert.equal(loopbackName("localhost", 80), "localhost");
});

test("a Worker is named by the host or by the first step of the path", () => {
  assert.deepEqual(workerTarget("s.localhost:8", "/a?b", 8, "acme"), { script: "s", url: "http://s.localhost:8/a?b" });
  assert.deepEqual(workerTarget("127.0.0.1:8", "/s/a/b?c=d", 8, "acme"), {
    script: "s",
    url: "http://s.localhost:8/a/b?c=d",
  });
  assert.deepEqual(workerTarget("localhost:8", "/s", 8, "acme"), { script: "s", url: "http://s.localhost:8/" });
  assert.deepEqual(workerTarget("localhost:8", "/s?q", 8, "acme"), { script: "s", url: "http://s.localhost:8/?q" });
  assert.deepEqual(workerTarget("s.acme.workers.dev", "/a", 8, "acme"), {
    script: "s",
    url: "https://s.acme.workers.dev/a",
  });
  assert.deepEqual(workerTarget("0123abcd-s.localhost:8", "/", 8, "acme"), {
    script: "s",
    preview: "0123abcd",
    url: "http://0123abcd-s.localhost:8/",
  });
  for (const [host, path] of [
    ["localhost:8", "/"],
    ["localhost:8", "//x"],
    ["localhost:8", "/%2e%2e/x"],
  ])
    assert.equal(workerTarget(host, path ?? "", 8, "acme"), "nothing", path);
  for (const host of ["s.other.workers.dev", "s.acme.workers.dev.evil", "evil", "a.b.localhost:9"])
    assert.equal(workerTarget(host, "/", 8, "acme"), "foreign", host);
  assert.equal(workerTarget("a.b.localhost:8", "/s", 8, null) instanceof Object, true);
});

test("a path's names are decoded once, and a name can't reach into another route", () => {
  const route = (/** @type {string} */ pattern) => ({
    method: "GET",
    pattern,
    handle: () => /** @type {any} */ (pattern),
  });
  const router = new Router([route("/a/:one/b"), route("/a/*rest")]);
  assert.deepEqual(router.find("GET", "/a/x%2Fy/b").params, { one: "x/y" });
  assert.deepEqual(router.find("GET", "/a/x/y%20z").params, { rest: "x/y z" });
  assert.throws(() => router.find("GET", "/b"), { code: 7003 });
  assert.throws(() => router.find("PUT", "/a/x/b"), { code: 10405 });
  assert.throws(() => router.find("GET", "/a/%zz/b"), { code: 7003 });
});
