/** A Worker used the processor until the watchdog stopped workerd. */
export class CpuLimitExceeded extends Error {
  constructor() {
    super("The Worker didn't let go of the processor and was stopped.");
    this.name = "CpuLimitExceeded";
  }
}

/** workerd ended by itself while it answered, most often for want of memory. */
export class RuntimeCrashed extends Error {
  constructor() {
    super("The Workers' runtime ended while it answered.");
    this.name = "RuntimeCrashed";
  }
}

/** A call was cut off because workerd was replaced. */
export class RuntimeReplaced extends Error {
  constructor() {
    super("The Worker was replaced while it answered.");
    this.name = "RuntimeReplaced";
  }
}

/** A Worker threw an exception that nobody caught. */
export class WorkerThrew extends Error {
  constructor() {
    super("The Worker threw an exception.");
    this.name = "WorkerThrew";
  }
}

/** The version that was chosen doesn't serve any more; nothing was asked of it. */
export class VersionReplaced extends Error {
  constructor() {
    super("The version that was chosen doesn't serve any more.");
    this.name = "VersionReplaced";
  }
}
