/** Ends when the signal is given, at once where it was already. @param {AbortSignal} signal @returns {Promise<void>} */
export function whenAborted(signal) {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
    if (signal.aborted) {
      resolve();
    }
  });
}
