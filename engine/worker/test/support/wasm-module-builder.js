import { WasmCode } from './wasm-code.js';

const I32 = 0x7f;
const I64 = 0x7e;

/**
 * Writes small WebAssembly modules for tests. A type is a word: a letter a parameter (`i`: i32, `l`:
 * i64), then `:` and the results. Functions are numbered from 0, imports first, in the order they
 * are added here.
 */
export class WasmModuleBuilder {
  /** @type {string[]} */
  #types = [];
  /** @type {Uint8Array[]} */
  #imports = [];
  /** @type {number[]} */
  #functions = [];
  /** @type {Uint8Array[]} */
  #bodies = [];
  /** @type {Uint8Array[]} */
  #exports = [];
  /** @type {Uint8Array[]} */
  #data = [];
  #memory = new Uint8Array(0);
  #table = new Uint8Array(0);
  #startSection = new Uint8Array(0);

  /**
   * @param {string} module
   * @param {string} name
   * @param {string} type
   */
  importing(module, name, type) {
    this.#imports.push(
      new WasmCode().raw(text(module)).raw(text(name)).op(0).unsigned(this.#type(type)).toBytes(),
    );
    return this;
  }

  /**
   * @param {string} name
   * @param {string} type
   */
  importingWasi(name, type) {
    return this.importing('wasi_snapshot_preview1', name, type);
  }

  /** A memory of its own, exported as it must be. @param {number} pages */
  memory(pages) {
    this.#memory = new WasmCode().op(1, 0).unsigned(pages).toBytes();
    return this.exporting('memory', 2, 0);
  }

  /** A table of functions, without entries in use. @param {number} entries */
  table(entries) {
    this.#table = new WasmCode().op(1, 0x70, 0).unsigned(entries).toBytes();
    return this;
  }

  /**
   * @param {number} at
   * @param {Uint8Array | string} content
   */
  data(at, content) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#data.push(new WasmCode().op(0).i32(at).end().unsigned(bytes.length).raw(bytes).toBytes());
    return this;
  }

  /**
   * @param {string} type
   * @param {(code: WasmCode) => unknown} body
   * @param {number} [locals] so many variables of type i64
   */
  function(type, body, locals = 0) {
    this.#functions.push(this.#type(type));
    const code = new WasmCode();
    if (locals === 0) {
      code.unsigned(0);
    } else {
      code.unsigned(1).unsigned(locals).op(I64);
    }
    body(code);
    this.#bodies.push(sized(code.end().toBytes()));
    return this;
  }

  /** The function `_start`, the last one added, exported. @param {(code: WasmCode) => unknown} body */
  start(body) {
    this.function(':', body);
    return this.exporting('_start', 0, this.#imports.length + this.#functions.length - 1);
  }

  /** Has a function run when an instance is made, before `_start`. @param {number} function_ */
  startSection(function_) {
    this.#startSection = new WasmCode().unsigned(function_).toBytes();
    return this;
  }

  /**
   * @param {string} name
   * @param {number} kind
   * @param {number} index
   */
  exporting(name, kind, index) {
    this.#exports.push(new WasmCode().raw(text(name)).op(kind).unsigned(index).toBytes());
    return this;
  }

  build() {
    const module = new WasmCode().raw([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    section(module, 1, this.#types.map(typeBytes));
    section(module, 2, this.#imports);
    section(
      module,
      3,
      this.#functions.map((type) => new WasmCode().unsigned(type).toBytes()),
    );
    content(module, 4, this.#table);
    content(module, 5, this.#memory);
    section(module, 7, this.#exports);
    content(module, 8, this.#startSection);
    section(module, 10, this.#bodies);
    section(module, 11, this.#data);
    return module.toBytes();
  }

  /** @param {string} word */
  #type(word) {
    if (!this.#types.includes(word)) {
      this.#types.push(word);
    }
    return this.#types.indexOf(word);
  }
}

/**
 * @param {WasmCode} module
 * @param {number} id
 * @param {Uint8Array[]} items
 */
function section(module, id, items) {
  if (items.length > 0) {
    const all = new WasmCode().unsigned(items.length);
    items.forEach((item) => all.raw(item));
    content(module, id, all.toBytes());
  }
}

/**
 * @param {WasmCode} module
 * @param {number} id
 * @param {Uint8Array} bytes
 */
function content(module, id, bytes) {
  if (bytes.length > 0) {
    module.op(id).raw(sized(bytes));
  }
}

/** @param {string} word */
function typeBytes(word) {
  const type = new WasmCode().op(0x60);
  for (const side of word.split(':')) {
    type.unsigned(side.length).raw(Array.from(side, (letter) => (letter === 'l' ? I64 : I32)));
  }
  return type.toBytes();
}

/** @param {string} name */
function text(name) {
  return sized(new TextEncoder().encode(name));
}

/** @param {Uint8Array} bytes */
function sized(bytes) {
  return new WasmCode().unsigned(bytes.length).raw(bytes).toBytes();
}
