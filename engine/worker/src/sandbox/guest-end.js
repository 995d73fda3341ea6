/** Thrown through the guest's code by a host function, to end it as a failure. */
export class GuestStopped extends Error {
  /** @param {import('./call-failure.js').CallFailure} failure */
  constructor(failure) {
    super(failure.error);
    this.name = 'GuestStopped';
    this.failure = failure;
  }
}

/** The guest ends itself, with `proc_exit`. */
export class GuestExit extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`exit ${code}`);
    this.name = 'GuestExit';
    this.code = code;
  }
}

/** A mistake of ours inside a host function: not the guest's failure. */
export class HostBug extends Error {
  /**
   * @param {string} name of the function
   * @param {unknown} cause
   */
  constructor(name, cause) {
    super(`host function ${name} failed`, { cause });
    this.name = 'HostBug';
  }
}
