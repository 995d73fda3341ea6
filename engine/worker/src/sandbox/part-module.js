import { bind } from './host-import.js';
import { findImport } from './host-imports.js';
import { visible } from './guest-log.js';
import { PartLoadException } from './part-load-exception.js';
import { QUICK_JS_SHA256 } from './quick-js-module.js';

/**
 * @typedef {import('./guest-call.js').GuestCall} GuestCall
 * @typedef {import('./host-import.js').HostImport} HostImport
 */

/**
 * A part's program, checked and ready to be called any number of times. PART.md, Binary interface.
 * The platform has read and validated the module when the script was uploaded; the desktop has
 * looked at its sizes, and at the types of its imports, before.
 */
export class PartModule {
  #imports;

  /**
   * @param {WebAssembly.Module} wasm
   * @param {HostImport[]} imports
   * @param {boolean} isQuickJs
   */
  constructor(wasm, imports, isQuickJs) {
    this.wasm = wasm;
    this.#imports = imports;
    /** Whether this is the catalog's QuickJS, which has a host adapter of its own. */
    this.isQuickJs = isQuickJs;
  }

  /**
   * @param {WebAssembly.Module} wasm
   * @param {string} [sha256] of its file, in hexadecimal, as whoever uploaded it says
   * @throws {PartLoadException} when it can't be run as a part
   */
  static load(wasm, sha256) {
    if (sha256 === QUICK_JS_SHA256) {
      return new PartModule(wasm, [], true);
    }
    const imports = WebAssembly.Module.imports(wasm).map(({ module, name, kind }) => {
      const given = kind === 'function' ? findImport(module, name) : undefined;
      if (!given) {
        throw new PartLoadException(
          'UNKNOWN_IMPORT',
          `The part imports \`${visible(`${module}.${name}`)}\`, which no host gives. A part may use WASI preview 1, \`u6u\` and \`arcrun\`.`,
        );
      }
      return given;
    });
    const exports = WebAssembly.Module.exports(wasm);
    if (!exports.some(({ name, kind }) => name === '_start' && kind === 'function')) {
      throw new PartLoadException(
        'NO_START',
        'The part exports no function `_start`. Build it as a WASI command.',
      );
    }
    if (!exports.some(({ name, kind }) => name === 'memory' && kind === 'memory')) {
      throw new PartLoadException('NO_MEMORY', 'The part exports no memory `memory`.');
    }
    return new PartModule(wasm, imports, false);
  }

  /** Whether a call may have to wait for the host. */
  get waits() {
    return this.#imports.some((given) => given.waits);
  }

  /** What an instance imports for one call. @param {GuestCall} call @returns {WebAssembly.Imports} */
  importsFor(call) {
    /** @type {Record<string, Record<string, any>>} */
    const values = {};
    for (const given of this.#imports) {
      values[given.module] ??= {};
      values[given.module][given.name] = bind(given, call);
    }
    return values;
  }
}
