// The WASI preview 1 functions a part uses. PART.md, binary interface.

// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "fd_read")
declare function fd_read(fd: i32, iovs: usize, count: i32, readSize: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "fd_write")
declare function fd_write(fd: i32, iovs: usize, count: i32, writtenSize: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "proc_exit")
declare function proc_exit(code: i32): void;

const cell = memory.data(16);

/** Reads from standard input into `to`; gives the number of bytes, 0 at the end. */
export function readInput(to: usize, room: usize): usize {
  store<usize>(cell, to);
  store<usize>(cell, room, 4);
  if (fd_read(0, cell, 1, cell + 8) != 0) return 0;
  return load<usize>(cell, 8);
}

/** Writes all bytes to standard output; stops quietly when nobody reads them. */
export function writeOutput(from: usize, size: usize): void {
  while (size > 0) {
    store<usize>(cell, from);
    store<usize>(cell, size, 4);
    if (fd_write(1, cell, 1, cell + 8) != 0) return;
    const written = load<usize>(cell, 8);
    if (written == 0) return;
    from += written;
    size -= written;
  }
}

/** Ends the program with success; what it wrote is its result. */
export function exit(): void {
  proc_exit(0);
  unreachable();
}
