import { WasmCode } from './wasm-code.js';
import { WasmModuleBuilder } from './wasm-module-builder.js';

/** Small guests that several tests use. */

/** Where {@link write} keeps its buffer list; free for other guests below. */
export const IOVEC = 1000;
export const SCRATCH = 2000;
export const TEXT = 4096;

/** What {@link u6u} writes for the answers "error" and "not found". */
export const TOLD_ERROR = '{"success":false,"error":"told 1"}';
export const TOLD_NOT_FOUND = '{"success":false,"error":"told 2"}';

export function empty() {
  return new WasmModuleBuilder().memory(1);
}

/**
 * Writes a text to standard output, or error, and ends.
 *
 * @param {number} fd
 * @param {string} text
 */
export function writing(fd, text) {
  return withText(text).start((code) => write(code, fd));
}

/** Has `fd_write` as function 0, a memory of 2 pages and the text in it. @param {string} text */
export function withText(text) {
  return new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .memory(2)
    .data(IOVEC, iovec(TEXT, new TextEncoder().encode(text).length))
    .data(TEXT, text);
}

/**
 * Code that writes the text of {@link withText}.
 *
 * @param {WasmCode} code
 * @param {number} fd
 */
export function write(code, fd) {
  return code.i32(fd).i32(IOVEC).i32(1).i32(SCRATCH).call(0).drop();
}

/** Writes its input back, up to 60,000 bytes. */
export function echo() {
  return new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importingWasi('fd_read', 'iiii:i')
    .memory(2)
    .data(IOVEC, iovec(TEXT, 60_000))
    .start((code) => {
      code.i32(0).i32(IOVEC).i32(1).i32(IOVEC + 4).call(1).drop();
      write(code, 1);
    });
}

/** Sends one request to `arcrun.call` and writes the answer as its result. @param {unknown} request */
export function asking(request) {
  const text = typeof request === 'string' ? request : JSON.stringify(request);
  const length = new TextEncoder().encode(text).length;
  const handle = 500;
  return new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importing('arcrun', 'call', 'ii:i')
    .importing('arcrun', 'size', 'i:i')
    .importing('arcrun', 'read', 'iii:i')
    .importing('arcrun', 'drop', 'i:')
    .memory(20)
    .data(IOVEC, iovec(65_536, 0))
    .data(TEXT, text)
    .start((code) => {
      code.i32(handle).i32(TEXT).i32(length).call(1).store();
      code.i32(IOVEC + 4).i32(handle).load().call(2).store();
      code.i32(handle).load().i32(65_536).i32(IOVEC + 4).load().call(3).drop();
      code.i32(handle).load().call(4);
      write(code, 1);
    });
}

/**
 * Calls a function of `u6u` that takes only texts and gives an answer, and writes the answer as its
 * result.
 *
 * @param {string} name
 * @param {string} type
 * @param {...string} texts
 */
export function u6u(name, type, ...texts) {
  const status = 512;
  const builder = new WasmModuleBuilder()
    .importingWasi('fd_write', 'iiii:i')
    .importing('u6u', name, type)
    .memory(4)
    .data(IOVEC, iovec(65_536, 0))
    .data(IOVEC + 8, iovec(0x0c00, TOLD_ERROR.length))
    .data(IOVEC + 16, iovec(0x0d00, TOLD_NOT_FOUND.length))
    .data(0x0c00, TOLD_ERROR)
    .data(0x0d00, TOLD_NOT_FOUND);
  const passed = new WasmCode();
  let at = TEXT;
  for (const text of texts) {
    const { length } = new TextEncoder().encode(text);
    builder.data(at, text);
    passed.i32(at).i32(length);
    at += length;
  }
  return builder.start((code) => {
    code.i32(status).raw(passed.toBytes()).i32(65_536).i32(IOVEC + 4).call(1).store();
    code.i32(1).i32(status).load().i32(8).op(0x6c).i32(IOVEC).op(0x6a).i32(1).i32(SCRATCH);
    code.call(0).drop();
  });
}

/**
 * @param {number} pointer
 * @param {number} length
 */
export function iovec(pointer, length) {
  return new Uint8Array(Uint32Array.of(pointer, length).buffer);
}
