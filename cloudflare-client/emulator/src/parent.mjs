/**
 * Calls once when the process that started this one is gone.
 *
 * @param {"stdin" | number} parent
 * @param {() => void} onGone
 * @param {number} [interval] milliseconds between looks at a process
 */
export function watchParent(parent, onGone, interval = 1000) {
  if (parent === "stdin") {
    process.stdin.on("end", onGone).on("error", onGone).resume();
    return;
  }
  const timer = setInterval(() => {
    if (isRunning(parent)) return;
    clearInterval(timer);
    onGone();
  }, interval);
  timer.unref();
}

/** @param {number} id of a process */
export function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
