import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { QUICK_JS_SHA256 } from '../src/sandbox/quick-js-module.js';
import { repositoryFile } from './support/workerd.js';
import { SandboxWorker } from './support/sandbox-worker.js';

/** Code, the beginning of its error. */
const ERRORS = [
  ['null.x', "TypeError: cannot read property 'x' of null (line 1)"],
  ['\n\n  nope()', 'ReferenceError: nope is not defined (line 3)'],
  ["throw new RangeError('too far')", 'RangeError: too far (line 1)'],
  ['throw new Error()', 'Error (line 1)'],
  ["throw 'plain'", 'The code threw "plain"'],
  ['throw {code: 7}', 'The code threw {"code":7}'],
  ['throw undefined', 'The code threw undefined'],
  ["let s = 'x'; while (1) s += s", 'InternalError: string too long (line 1)'],
  ['return 10n', 'TypeError: BigInt are forbidden in JSON.stringify'],
  ['let a = {}; a.a = a; return a', 'TypeError: circular reference'],
  ['1 +\n* 2', "SyntaxError: unexpected token in expression: '*' (line 2)"],
  ['return () => 1', 'The code returned a function or a symbol'],
  ["return Symbol('s')", 'The code returned a function or a symbol'],
  ['return Promise.resolve(1)', 'The code returned a promise'],
  ['return await 1', 'SyntaxError:'],
  [
    "throw Object.defineProperty(new Error('x'), 'message', {get() { throw 1 }})",
    "Error: an error that can't be shown (line 1)",
  ],
];

/** Code, its result as JSON text. */
const RESULTS = [
  ['return undefined', 'null'],
  ['let a = 1', 'null'],
  ['', 'null'],
  ['return 0.1 + 0.2', '0.30000000000000004'],
  ['return -0', '0'],
  ['return 1e21', '1e+21'],
  ['return [1/0, -1/0, undefined]', '[null,null,null]'],
  ['return {b: 1, 2: 1, 1: 1}', '{"1":1,"2":1,"b":1}'],
  ['return new Date(0)', '"1970-01-01T00:00:00.000Z"'],
  ['return new Date(2026, 6, 1).toISOString()', '"2026-07-01T00:00:00.000Z"'],
  ["return '\\ud800'", '"\\ud800"'],
  ["return '😀' + 'é'", '"😀é"'],
  ['return 1 // one', '1'],
  ['x = 5; return x', '5'],
  ['let s=0;for(let i=0;i<1e6;i++)s+=i;return s', '499999500000'],
  ["try { new ArrayBuffer(2 ** 30) } catch (e) { return e.message }", '"out of memory"'],
  [
    "return ['require','process','console','setTimeout','fetch','performance','WebAssembly'].map(n => typeof globalThis[n]).join()",
    '"undefined,undefined,undefined,undefined,undefined,undefined,undefined"',
  ],
];

/** What never ends. */
const ENDLESS = [
  'while(true){}',
  '(function f(){ try { while(true){} } finally { f() } })()',
  'while(true){ try { while(true){} } catch(e) {} }',
  "/^(a+)+$/.test('a'.repeat(40)+'b')",
  'return {toJSON(){ while(true){} }}',
  'throw {toString(){ while(true){} }, toJSON(){ while(true){} }}',
  'log({toJSON(){ while(true){} }})',
  "while(true) eval('1')",
];

/** What needs more than 4 MiB. */
const GREEDY = [
  'let a = []; while (true) a.push(new Array(1000).fill(1))',
  "let o = {}; for (let i = 0;; i++) o['key' + i] = {i}",
  "return 'x'.repeat(2 ** 29)",
  'let a = []; while (true) a.push(new Uint8Array(1 << 20).fill(7))',
];

/** What goes too deep. */
const DEEP = [
  'function f(){ f() } f()',
  'function f(){ [1].map(f) } f()',
  "function f(){ 'a'.replace(/a/, f) } f()",
  'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a',
  "return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
  "return eval('('.repeat(1e5) + '1' + ')'.repeat(1e5))",
];

/** Code that changes what it finds. */
const FORGERIES = [
  "JSON.stringify = () => '{\"forged\":true}'; JSON.parse = () => ({})",
  'globalThis.JSON = undefined; globalThis.Object = undefined',
  'Array.prototype[Symbol.iterator] = () => { throw 1 }',
  "Function.prototype.call = Function.prototype.apply = () => 'forged'",
  "Object.prototype.then = (f) => f('forged')",
  "globalThis.undefined = 5; globalThis.input = 'forged'",
];

describe('the part code', () => {
  /** @type {SandboxWorker} */
  let worker;
  before(() => {
    const wasm = repositoryFile('parts-catalog', 'parts', 'code', 'code.wasm');
    worker = new SandboxWorker(new Map([['code', wasm]]));
  });
  after(() => worker.close());

  /**
   * @param {object} parameters
   * @param {object} [limits] of the call
   */
  const call = (parameters, limits) =>
    worker.call({
      module: 'code',
      sha256: QUICK_JS_SHA256,
      input: JSON.stringify(parameters),
      limits,
    });

  test('it is called like any part', async () => {
    const called = await call({ code: "log('seen', input); return input + 1", input: 1 });
    assert.deepEqual(called.result, { success: true, data: 2 });
    assert.equal(called.failure, undefined);
    assert.equal(called.log, 'seen 1\n');
    assert.equal(called.stats.outputBytes, 1);
    assert.ok(called.stats.peakPages >= 18 && called.stats.peakPages <= 64);
  });

  test('only that very file gets the imports of QuickJS', async () => {
    const called = await worker.call({ module: 'code', sha256: '00' });
    assert.equal(called.refused, 'UNKNOWN_IMPORT');
    assert.match(called.message, /`env\./);
  });

  for (const [code, error] of ERRORS) {
    test(`an error is told with its line: ${code}`, async () => {
      const { result, failure } = await call({ code });
      assert.ok(result.error.startsWith(error), result.error);
      assert.deepEqual([result.error_code, result.error_type], ['CODE_ERROR', 'UserCodeError']);
      assert.equal(failure, undefined);
    });
  }

  for (const [code, json] of RESULTS) {
    test(`a result is what JSON.stringify gives: ${code}`, async () => {
      const { result } = await call({ code });
      assert.equal(JSON.stringify(result.data), json, JSON.stringify(result));
    });
  }

  test('input comes through unchanged', async () => {
    const text =
      '{"1":false,"2":true,"text":"a\\u0000b😀\\ud800\u2028\\"\\\\","":1,"__proto__":{"x":1},"numbers":[0,1.5,1e+300,5e-324,-7,9007199254740992,0.1],"deep":[[[{}]]],"none":null}';
    const called = await worker.call({
      module: 'code',
      sha256: QUICK_JS_SHA256,
      input: `{"code":"return input","input":${text}}`,
    });
    assert.equal(JSON.stringify(called.result.data), text);
  });

  for (const code of ENDLESS) {
    test(`what never ends is stopped by ticks: ${code}`, async () => {
      const { result, failure } = await call({ code, limits: { max_ticks: 50_000 } });
      assert.match(result.error, /^The code was stopped after 50,000 ticks\./);
      assert.equal(result.error_type, 'TimeoutError');
      assert.equal(failure, 'TIME_LIMIT');
    });
  }

  test('ticks stop the same code at the same place as on the desktop', async () => {
    const code = 'let n = 0; while (true) { n++; if (n % 1000 === 0) log(n) }';
    const { log } = await call({ code, limits: { max_ticks: 60_000 } });
    assert.match(log, /\n59000\n$/);
    const few = 'let n = 0; while (n < 4900) n++; return n';
    const one = { max_ticks: 1 };
    assert.equal((await call({ code: few, limits: one })).result.data, 4900);
    const more = await call({ code: few.replace('4900', '5100'), limits: one });
    assert.equal(more.failure, 'TIME_LIMIT');
  });

  for (const code of GREEDY) {
    test(`memory is limited: ${code}`, async () => {
      const { result } = await call({ code, limits: { memory_mb: 4, max_ticks: 2e8 } });
      assert.deepEqual([result.error_code, result.error_type], ['MEMORY_LIMIT', 'MemoryError']);
    });
  }

  for (const code of DEEP) {
    test(`deep recursion is an error of the code: ${code}`, async () => {
      const { result } = await call({ code });
      assert.match(result.error, /^RangeError: Maximum call stack size/);
      assert.equal(result.error_code, 'CODE_ERROR');
    });
  }

  test('a thousand calls deep is fine', async () => {
    const code = 'function sum(n) { return n ? n + sum(n - 1) : 0 } return sum(1000)';
    assert.equal((await call({ code })).result.data, 500_500);
  });

  test('a long result is refused', async () => {
    const code = "return 'x'.repeat(99)";
    const { result } = await call({ code, limits: { max_output_bytes: 100 } });
    assert.match(result.error, /^The result is 101 bytes of JSON, allowed are 100\./);
    assert.equal((await call({ code }, { outputBytes: 100 })).failure, 'OUTPUT_LIMIT');
  });

  test('a result as deep as a JSON text may be comes through', async () => {
    const nest = (/** @type {number} */ depth) =>
      `let a = []; for (let i = 1; i < ${depth}; i++) a = [a]; return a`;
    assert.equal((await call({ code: nest(500) })).result.success, true);
    assert.match((await call({ code: nest(501) })).result.error, /^The result can't be read: .*500/);
  });

  test('parameters that break the contract are named', async () => {
    for (const parameters of [
      {},
      { code: null },
      { code: '', limits: 5 },
      { code: '', limits: { max_ticks: 0 } },
      { code: '', limits: { memory_mb: '64' } },
      { code: '', limits: { timeout_ms: -1 } },
    ]) {
      const { result } = await call(parameters);
      assert.deepEqual([result.error_code, result.error_type], ['CONTRACT', 'ContractError']);
      assert.match(result.error, /`/);
    }
  });

  for (const change of FORGERIES) {
    test(`how a result is read can't be changed: ${change}`, async () => {
      const { result } = await call({ code: `${change}; return {real: input}`, input: 'given' });
      assert.deepEqual(result.data, { real: 'given' });
    });
  }

  test('a call leaves nothing for the next, and random numbers differ', async () => {
    await call({ code: 'globalThis.left = 1; Object.prototype.left = 1' });
    const { result } = await call({ code: 'return [typeof left, {}.left]' });
    assert.deepEqual(result.data, ['undefined', null]);
    const random = { code: 'return [Math.random(), Math.random()]' };
    assert.notDeepEqual((await call(random)).result, (await call(random)).result);
  });

  test('log writes lines and goes on after a value that throws', async () => {
    const { log } = await call({
      code: "log('a', 1, {b: [2]}, null); log(undefined, () => 1, 10n); log(new Error('x')); log(); log({toJSON() { throw 1 }}, 'next')",
    });
    assert.equal(
      log,
      "a 1 {\"b\":[2]} null\nundefined () => 1 (can't be shown)\nError: x\n\n(can't be shown) next\n",
    );
  });
});
