/**
 * JavaScript Promise Integration: a guest waits for a promise without knowing it. Not in the types
 * of the platform yet. https://github.com/WebAssembly/js-promise-integration
 */
const { Suspending, promising } =
  /** @type {{ Suspending: new (work: Function) => Function,
   *   promising: (start: Function) => () => Promise<void> }} */
  (/** @type {unknown} */ (WebAssembly));

/**
 * An import that suspends the guest while the promise it gives is open.
 *
 * @param {Function} work
 * @returns {Function}
 */
export function suspending(work) {
  return new Suspending(work);
}

/**
 * Calls a guest's function that may be suspended.
 *
 * @param {() => void} start
 * @returns {Promise<void>}
 */
export function callSuspendable(start) {
  return promising(start)();
}
