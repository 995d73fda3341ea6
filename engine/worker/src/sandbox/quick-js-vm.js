import { compact } from '../value/json-writer.js';
import { decodeUtf8, encodeUtf8 } from '../value/utf8.js';
import { JsThrown } from './js-thrown.js';
import { outOfMemory } from './quick-js-failures.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./quick-js-imports.js').QuickJsImports} QuickJsImports
 */

/** As deep as about a thousand plain calls; V8's own stack holds that much too. */
const STACK_BYTES = 256 * 1024;

/** All of QuickJS's built-in objects but `performance`. */
const INTRINSICS = 0x1fff & ~(1 << 10);

const PAGE = 65_536;
const MIB = 1024 * 1024;
const WRITABLE_AND_CONFIGURABLE = 3;

/**
 * One QuickJS with one global scope, for one call. A JavaScript value is handed out as the address
 * of its cell in the module's memory; nothing is freed, the whole memory goes with the call.
 *
 * Every step that can run JavaScript throws {@link JsThrown} for an uncaught exception.
 */
export class QuickJsVm {
  /** @type {Record<string, Function>} */
  #functions;
  #memory;
  #imports;
  #context;
  #undefined;

  /**
   * @param {WebAssembly.Module} wasm
   * @param {QuickJsImports} imports
   * @param {number} memoryMiB for JavaScript values
   */
  constructor(wasm, imports, memoryMiB) {
    const { exports } = new WebAssembly.Instance(wasm, imports.values());
    this.#functions = /** @type {Record<string, Function>} */ (/** @type {unknown} */ (exports));
    this.#memory = /** @type {WebAssembly.Memory} */ (exports.memory);
    this.#imports = imports;
    imports.memory = this.#memory;
    imports.hostCall = (...args) => this.#log(args);
    this.#invoke('_initialize');
    if (this.#invoke('qjs_init2', INTRINSICS) !== 0) {
      throw new Error('QuickJS does not start');
    }
    imports.started();
    this.#invoke('qjs_set_max_stack_size', STACK_BYTES);
    this.#invoke('qjs_set_memory_limit', memoryMiB * MIB);
    this.#invoke('qjs_set_interrupt_handler', 1);
    this.#context = this.#invoke('qjs_get_context_ptr');
    this.#undefined = this.#invoke('qjs_get_undefined');
    this.#defineLog();
  }

  /** @param {Json} value */
  value(value) {
    const text = this.#put(compact(value));
    const name = this.#put('input').at;
    const cell = this.#functions.JS_ParseJSON(this.#context, text.at, text.length, name);
    this.#invoke('wasm_free', text.at);
    return this.#checked(this.#cell(cell));
  }

  /**
   * A function of one parameter. The body starts on line 1 of that file in messages.
   *
   * @param {string} parameter
   * @param {string} body
   * @param {string} fileName
   */
  function(parameter, body, fileName) {
    const source = this.#put(`(function(${parameter}){${body}\n})`);
    const file = this.#put(fileName).at;
    return this.#checked(this.#invoke('qjs_eval', source.at, source.length, file, 0));
  }

  /**
   * @param {number} function_
   * @param {number} argument
   */
  call(function_, argument) {
    const list = this.#allocate(4);
    this.#view().setInt32(list, argument, true);
    return this.#checked(this.#invoke('qjs_call', function_, this.#undefined, 1, list));
  }

  /** The value as `JSON.stringify` writes it; undefined where that gives undefined. @param {number} value */
  json(value) {
    const none = this.#view().getBigInt64(this.#undefined, true);
    const given = this.#view().getBigInt64(value, true);
    const written = this.#functions.JS_JSONStringify(this.#context, given, none, none);
    const json = this.#checked(this.#cell(written));
    return this.isUndefined(json) ? undefined : this.#utf8(json);
  }

  /** The value as `String()` gives it. @param {number} value */
  text(value) {
    return decodeUtf8(this.#utf8(value));
  }

  /**
   * @param {number} object
   * @param {string} name
   */
  property(object, name) {
    return this.#checked(this.#invoke('qjs_get_prop_string', object, this.#put(name).at));
  }

  /** @param {number} value */
  isUndefined(value) {
    return this.#invoke('qjs_is_undefined', value) !== 0;
  }

  /** @param {number} value */
  isError(value) {
    return this.#invoke('qjs_is_error', value) !== 0;
  }

  /** @param {number} value */
  isFunction(value) {
    return this.#invoke('qjs_is_function', value) !== 0;
  }

  /** @param {number} value */
  isPromise(value) {
    return this.#invoke('qjs_is_promise', value) !== 0;
  }

  /** Linear memory, in pages of 64 KiB. */
  get pages() {
    return this.#memory.buffer.byteLength / PAGE;
  }

  #defineLog() {
    const name = this.#put('log');
    const log = this.#invoke('qjs_new_host_function', name.at, name.length, 1);
    const global = this.#invoke('qjs_get_global');
    this.#invoke('qjs_define_prop_string', global, name.at, log, WRITABLE_AND_CONFIGURABLE);
  }

  /**
   * `log(...)`: texts as they are, other values as JSON, one line a call.
   *
   * @param {number[]} args
   */
  #log([, , , count, values]) {
    for (let n = 0; n < count; n++) {
      if (n > 0) {
        this.#imports.log(Uint8Array.of(0x20));
      }
      this.#imports.log(this.#shown(this.#view().getInt32(values + 4 * n, true)));
    }
    this.#imports.log(Uint8Array.of(0x0a));
    return this.#invoke('qjs_get_undefined');
  }

  /** @param {number} value */
  #shown(value) {
    try {
      const isPlain = this.#invoke('qjs_is_string', value) !== 0 || this.isError(value);
      return (isPlain ? undefined : this.json(value)) ?? this.#utf8(value);
    } catch (e) {
      if (!(e instanceof JsThrown) || this.#imports.isExhausted) {
        throw e;
      }
      return encodeUtf8("(can't be shown)");
    }
  }

  /** @param {number} value */
  #utf8(value) {
    const length = this.#allocate(4);
    const at = this.#invoke('qjs_get_string_len', value, length);
    if (at === 0) {
      throw new JsThrown(this.#invoke('qjs_get_exception'));
    }
    const end = (at >>> 0) + this.#view().getUint32(length, true);
    return new Uint8Array(this.#memory.buffer.slice(at >>> 0, end));
  }

  /** @param {number} value */
  #checked(value) {
    if (this.#invoke('qjs_is_exception', value) !== 0) {
      throw new JsThrown(this.#invoke('qjs_get_exception'));
    }
    return value;
  }

  /** @param {bigint} value */
  #cell(value) {
    const at = this.#allocate(8);
    this.#view().setBigInt64(at, value, true);
    return at;
  }

  /** @param {string} text */
  #put(text) {
    const bytes = encodeUtf8(text);
    const at = this.#allocate(bytes.length + 1);
    new Uint8Array(this.#memory.buffer).set(bytes, at);
    this.#view().setUint8(at + bytes.length, 0);
    return { at, length: bytes.length };
  }

  /** @param {number} bytes */
  #allocate(bytes) {
    const at = this.#invoke('wasm_malloc', bytes);
    if (at === 0) {
      throw outOfMemory();
    }
    return at >>> 0;
  }

  #view() {
    return new DataView(this.#memory.buffer);
  }

  /**
   * @param {string} name
   * @param {...number} args
   * @returns {number}
   */
  #invoke(name, ...args) {
    return this.#functions[name](...args);
  }
}
