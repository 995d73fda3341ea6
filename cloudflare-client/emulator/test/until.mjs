import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks again until there is an answer; the test's own time limit ends a wait in vain.
 *
 * @template T
 * @param {() => Promise<T | undefined>} ask
 * @returns {Promise<T>}
 */
export async function until(ask) {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(50);
  }
  throw new Error("The expected state was never reached.");
}
