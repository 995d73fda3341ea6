import { empty, withText, write, writing } from './guests.js';
import { WasmModuleBuilder } from './wasm-module-builder.js';

const FLOOD = '0123456789'.repeat(1000);

/**
 * Guests that do harm or nonsense, and how each must end. Those that compute without end are not
 * among them: the platform ends those, with the whole Worker.
 *
 * @type {Record<string, { code: string, guest: WasmModuleBuilder, limits?: object }>}
 */
export const HOSTILE_GUESTS = {
  memory_bomb: {
    code: 'MEMORY_LIMIT',
    guest: empty().start((code) =>
      code.loop((c) => c.i32(16).grow().i32(4096).op(0x48).jumpIf(0)).unreachable(),
    ),
  },
  memory_bomb_that_calls_the_host: {
    code: 'MEMORY_LIMIT',
    guest: withText('{}').start((code) => {
      code.i32(2000).grow().drop();
      write(code, 1);
    }),
  },
  memory_bomb_that_ends_well: {
    code: 'MEMORY_LIMIT',
    guest: withText('{}').start((code) => {
      write(code, 1);
      code.i32(2000).grow().drop();
    }),
  },
  too_much_memory_from_the_start: {
    code: 'MEMORY_LIMIT',
    guest: new WasmModuleBuilder().memory(300).start(() => {}),
  },
  output_flood: {
    code: 'OUTPUT_LIMIT',
    guest: withText(FLOOD).start((code) => code.loop((c) => write(c, 1).jump(0))),
  },
  output_flood_in_one_write: {
    code: 'OUTPUT_LIMIT',
    guest: withText('{}').start((code) => {
      code.i32(1004).i32(120_000).store();
      code.i32(1).i32(1000).i32(1).i32(2000).call(0).drop();
    }),
    limits: { outputBytes: 100 },
  },
  a_guest_that_catches_its_end_and_goes_on: {
    code: 'OUTPUT_LIMIT',
    guest: withText(FLOOD).start((code) => {
      code.catchingAll((c) => c.loop((d) => write(d, 1).jump(0)));
      code.catchingAll((c) => write(c, 1));
    }),
  },
  a_guest_that_catches_its_exit: {
    code: 'EXIT_CODE',
    guest: new WasmModuleBuilder()
      .importingWasi('fd_write', 'iiii:i')
      .importingWasi('proc_exit', 'i:')
      .memory(2)
      .data(1000, new Uint8Array([0, 16, 0, 0, 2, 0, 0, 0]))
      .data(4096, '{}')
      .start((code) => {
        write(code, 1);
        code.catchingAll((c) => c.i32(3).call(1));
      }),
  },
  deep_recursion: {
    code: 'STACK_LIMIT',
    guest: empty()
      .function(':', (code) => code.call(0))
      .start((code) => code.call(0)),
  },
  deep_recursion_with_locals: {
    code: 'STACK_LIMIT',
    guest: empty()
      .function(':', (code) => code.call(0), 900)
      .start((code) => code.call(0)),
  },
  deep_recursion_of_a_guest_that_may_wait: {
    code: 'STACK_LIMIT',
    guest: new WasmModuleBuilder()
      .importing('arcrun', 'call', 'ii:i')
      .memory(1)
      .function(':', (code) => code.call(1))
      .start((code) => code.call(1)),
  },
  exit_code_1: {
    code: 'EXIT_CODE',
    guest: new WasmModuleBuilder()
      .importingWasi('proc_exit', 'i:')
      .memory(1)
      .start((code) => code.i32(1).call(0)),
  },
  exit_before_the_start: {
    code: 'EXIT_CODE',
    guest: new WasmModuleBuilder()
      .importingWasi('proc_exit', 'i:')
      .memory(1)
      .function(':', (code) => code.i32(7).call(0))
      .startSection(1)
      .start(() => {}),
  },
  writing_before_the_start: {
    code: 'BAD_POINTER',
    guest: withText('{}')
      .function(':', (code) => write(code, 1))
      .startSection(1)
      .start(() => {}),
  },
  waiting_before_the_start: {
    code: 'TRAP',
    guest: new WasmModuleBuilder()
      .importingWasi('poll_oneoff', 'iiii:i')
      .memory(1)
      .function(':', (code) => code.i32(0).i32(0).i32(0).i32(0).call(0).drop())
      .startSection(1)
      .start(() => {}),
  },
  unreachable: { code: 'TRAP', guest: empty().start((code) => code.unreachable()) },
  division_by_zero: {
    code: 'TRAP',
    guest: empty().start((code) => code.i32(1).i32(0).op(0x6d).drop()),
  },
  load_out_of_bounds: { code: 'TRAP', guest: empty().start((code) => code.i32(-1).load().drop()) },
  store_out_of_bounds: {
    code: 'TRAP',
    guest: empty().start((code) => code.i32(65_533).i32(7).store()),
  },
  fill_out_of_bounds: {
    code: 'TRAP',
    guest: empty().start((code) => code.i32(1).i32(0).i32(-1).op(0xfc).unsigned(11).op(0)),
  },
  uninitialised_table_entry: {
    code: 'TRAP',
    guest: empty()
      .table(10)
      .start((code) => code.i32(3).op(0x11).unsigned(0).unsigned(0)),
  },
  sleeps_for_ever: {
    code: 'TIMEOUT',
    guest: new WasmModuleBuilder()
      .importingWasi('poll_oneoff', 'iiii:i')
      .memory(1)
      .data(24, new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0x7f]))
      .start((code) => code.i32(0).i32(200).i32(1).i32(600).call(0).drop()),
    limits: { wallMs: 30 },
  },
  sleeps_and_catches_its_end: {
    code: 'TIMEOUT',
    guest: new WasmModuleBuilder()
      .importingWasi('fd_write', 'iiii:i')
      .importingWasi('poll_oneoff', 'iiii:i')
      .memory(2)
      .data(24, new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0x7f]))
      .data(1000, new Uint8Array([0, 16, 0, 0, 2, 0, 0, 0]))
      .data(4096, '{}')
      .start((code) => {
        write(code, 1);
        code.catchingAll((c) => c.i32(0).i32(200).i32(1).i32(600).call(1).drop());
      }),
    limits: { wallMs: 30 },
  },
  writes_nothing: { code: 'INVALID_OUTPUT', guest: empty().start(() => {}) },
  writes_no_json: { code: 'INVALID_OUTPUT', guest: writing(1, 'hello') },
  writes_no_object: { code: 'INVALID_OUTPUT', guest: writing(1, '[1,2]') },
  writes_two_documents: { code: 'INVALID_OUTPUT', guest: writing(1, '{}{}') },
  writes_deep_json: { code: 'INVALID_OUTPUT', guest: writing(1, '['.repeat(20_000)) },
  writes_a_number_without_end: { code: 'INVALID_OUTPUT', guest: writing(1, '{"a":1e999}') },
  many_empty_buffers: {
    code: 'BAD_POINTER',
    guest: withText('x').start((code) => code.i32(1).i32(3000).i32(-1).i32(100).call(0).drop()),
  },
  calls_the_host_without_end: {
    code: 'HOST_CALL_LIMIT',
    guest: new WasmModuleBuilder()
      .importing('u6u', 'kv_get', 'iiii:i')
      .memory(4)
      .start((code) =>
        code.loop((c) => c.i32(0).i32(1).i32(65_536).i32(16).call(0).drop().jump(0)),
      ),
  },
  asks_nonsense_without_end: {
    code: 'HOST_CALL_LIMIT',
    guest: new WasmModuleBuilder()
      .importing('arcrun', 'call', 'ii:i')
      .memory(1)
      .start((code) => code.loop((c) => c.i32(0).i32(0).call(0).drop().jump(0))),
  },
  imports_with_too_few_arguments: {
    code: 'BAD_POINTER',
    guest: new WasmModuleBuilder()
      .importingWasi('fd_write', 'i:i')
      .memory(1)
      .start((code) => code.i32(1).call(0).drop()),
  },
  imports_with_numbers_too_wide: {
    code: 'BAD_POINTER',
    guest: new WasmModuleBuilder()
      .importingWasi('random_get', 'll:i')
      .memory(1)
      .start((code) => code.i64(0).i64(1).call(0).drop()),
  },
};
