import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { badPointers } from './support/bad-pointers.js';
import { HOSTILE_GUESTS } from './support/hostile-guests.js';
import { SandboxWorker } from './support/sandbox-worker.js';
import { WasmModuleBuilder } from './support/wasm-module-builder.js';

const LIMITS = { memoryMiB: 16, outputBytes: 1 << 20 };

/** @type {Map<string, { called: string, code: string }>} */
const BAD_POINTERS = new Map();
/** @type {Map<string, Uint8Array>} */
const modules = new Map();
for (const [name, { guest }] of Object.entries(HOSTILE_GUESTS)) {
  modules.set(name, guest.build());
}
for (const [called, guest] of badPointers()) {
  const name = `bad_pointer_${BAD_POINTERS.size}`;
  BAD_POINTERS.set(name, { called, code: 'BAD_POINTER' });
  modules.set(name, guest.build());
}
const REFUSED = {
  env_import: {
    code: 'UNKNOWN_IMPORT',
    says: 'env.launch_missiles',
    guest: new WasmModuleBuilder()
      .importing('env', 'launch_missiles', 'i:i')
      .memory(1)
      .start(() => {}),
  },
  unknown_function_of_ours: {
    code: 'UNKNOWN_IMPORT',
    says: 'arcrun.format_disk',
    guest: new WasmModuleBuilder()
      .importing('arcrun', 'format_disk', ':i')
      .memory(1)
      .start(() => {}),
  },
  name_that_only_looks_like_ours: {
    code: 'UNKNOWN_IMPORT',
    says: 'u6u.kv.get',
    guest: new WasmModuleBuilder()
      .importing('u6u.kv', 'get', ':i')
      .memory(1)
      .start(() => {}),
  },
  no_start: { code: 'NO_START', says: '_start', guest: new WasmModuleBuilder().memory(1) },
  no_memory: { code: 'NO_MEMORY', says: 'memory', guest: new WasmModuleBuilder().start(() => {}) },
};
for (const [name, { guest }] of Object.entries(REFUSED)) {
  modules.set(name, guest.build());
}

describe('guests that do harm', () => {
  /** @type {SandboxWorker} */
  let worker;
  before(() => {
    worker = new SandboxWorker(modules);
  });
  after(() => worker.close());

  for (const [module, { code, limits }] of Object.entries(HOSTILE_GUESTS)) {
    test(`${module.replaceAll('_', ' ')} ends with ${code}`, async () => {
      const called = await worker.call({ module, limits: { ...LIMITS, ...limits }, host: {} });
      assert.equal(called.failure, code, JSON.stringify(called));
      assert.equal(called.result.success, false);
      assert.equal(called.result.error_code, code);
      assert.notEqual(called.result.error, '');
    });
  }

  test('every pointer of every host function is checked', async () => {
    const scripts = [...BAD_POINTERS.keys()].map((module) => ({ module, host: {} }));
    const ended = await worker.callAll(scripts);
    const wrong = ended
      .map((called, i) => ({ called, of: BAD_POINTERS.get(scripts[i].module)?.called }))
      .filter(({ called }) => called.failure !== 'BAD_POINTER');
    assert.deepEqual(wrong, []);
  });

  for (const [module, { code, says }] of Object.entries(REFUSED)) {
    test(`${module.replaceAll('_', ' ')} is refused at load`, async () => {
      const called = await worker.call({ module });
      assert.equal(called.refused, code);
      assert.ok(called.message.includes(says), called.message);
    });
  }

  test('a worker that ran them all still calls parts', async () => {
    const called = await worker.call({ module: 'writes_no_json' });
    assert.match(called.result.error, /it is not JSON \(this is no JSON value \(line 1, column 1\)\)/);
  });
});
