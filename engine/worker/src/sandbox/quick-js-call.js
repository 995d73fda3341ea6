import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { isBlank } from '../value/blanks.js';
import { decodeUtf8 } from '../value/utf8.js';
import { CodeFailure } from './code-failure.js';
import { JsThrown } from './js-thrown.js';
import {
  broken,
  codeError,
  FILE_NAME,
  outOfStack,
  outOfTicks,
  thrownFailure,
  tooLong,
} from './quick-js-failures.js';
import { QuickJsImports } from './quick-js-imports.js';
import { QuickJsVm } from './quick-js-vm.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./code-input.js').CodeInput} CodeInput
 * @typedef {import('./code-limits.js').CodeLimits} CodeLimits
 */

/**
 * One call of the part `code`, in a QuickJS of its own. User code can change every object it sees,
 * but not how its result is read: that is done from outside.
 */
export class QuickJsCall {
  #wasm;
  #log;
  /** Linear memory at the end, in pages of 64 KiB. */
  pages = 0;
  /** The result's length as JSON. */
  outputBytes = 0;

  /**
   * @param {WebAssembly.Module} wasm the catalog's QuickJS
   * @param {(text: Uint8Array) => void} log receives what `log(...)` writes, in UTF-8
   */
  constructor(wasm, log) {
    this.#wasm = wasm;
    this.#log = log;
  }

  /**
   * @param {CodeInput} input
   * @returns {Json} what the code returned
   * @throws {CodeFailure} when there is no result
   */
  run(input) {
    if (isBlank(input.code)) {
      return null;
    }
    try {
      return this.#data(input);
    } catch (e) {
      if (e instanceof CodeFailure) {
        throw e;
      }
      if (e instanceof RangeError && e.message.includes('call stack')) {
        throw outOfStack();
      }
      if (e instanceof WebAssembly.RuntimeError) {
        throw broken(e.message);
      }
      throw e;
    }
  }

  /** @param {CodeInput} input */
  #data({ code, input, limits }) {
    const imports = new QuickJsImports(limits.ticks, this.#log);
    const vm = new QuickJsVm(this.#wasm, imports, limits.memoryMiB);
    try {
      const argument = vm.value(input);
      const function_ = vm.function('input', code, FILE_NAME);
      if (!vm.isFunction(function_)) {
        throw codeError('The code must be the body of one function.');
      }
      const data = this.#result(vm, vm.call(function_, argument), limits);
      if (imports.isExhausted) {
        throw outOfTicks(imports.ticks);
      }
      return data;
    } catch (e) {
      if (!(e instanceof JsThrown)) {
        throw e;
      }
      const failure = thrownFailure(vm, e.value);
      throw imports.isExhausted ? outOfTicks(imports.ticks) : failure;
    } finally {
      this.pages = vm.pages;
    }
  }

  /**
   * @param {QuickJsVm} vm
   * @param {number} value
   * @param {CodeLimits} limits
   * @returns {Json}
   */
  #result(vm, value, limits) {
    if (vm.isUndefined(value)) {
      return null;
    }
    if (vm.isPromise(value)) {
      throw codeError(
        'The code returned a promise, and nothing waits for it here. Return the value itself; `async` and `await` can\'t be used.',
      );
    }
    const json = vm.json(value);
    if (!json) {
      throw codeError(
        'The code returned a function or a symbol, which is not data. Return an object, list, text, number, true, false or null.',
      );
    }
    this.outputBytes = json.length;
    if (json.length > limits.outputBytes) {
      throw tooLong(json.length, limits.outputBytes);
    }
    try {
      return readJson(decodeUtf8(json));
    } catch (e) {
      throw e instanceof JsonSyntaxException
        ? codeError(`The result can't be read: ${e.message}.`)
        : e;
    }
  }
}
