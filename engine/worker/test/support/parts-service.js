/**
 * Parts outside of the Worker: they count who calls them, and live on when it is killed.
 *
 * @typedef {{ callId: string, attempt: number, input: any, node: string }} Call
 */
export class PartsService {
  /** All calls, in the order in which they came. @type {Call[]} */
  calls = [];
  /** What parts give, by node. @type {Record<string, (call: Call) => any>} */
  answers = {
    ask: () => ({ pending: true, task_id: 't-1' }),
    ask2: () => ({ pending: true, task_id: 't-2' }),
    nap: () => ({ success: true, pending: true, resume_after_ms: 3 * 86_400_000, data: 'slept' }),
    blink: () => ({ success: true, pending: true, resume_after_ms: 5 }),
    fail: () => ({ success: false, error: 'no' }),
  };
  /** @type {Map<string, () => void>} */
  #watchers = new Map();

  /** Takes requests of the Worker. */
  get outbound() {
    return async (/** @type {{ json(): Promise<any> }} */ request) => {
      const call = /** @type {Call} */ (await request.json());
      this.calls.push(call);
      this.#watchers.get(call.node)?.();
      const answer = this.answers[call.node] ?? (() => ({ success: true, data: call.node }));
      return Response.json(await answer(call));
    };
  }

  /**
   * From now on a part gives no answer to calls before `release` is called; `called` is fulfilled
   * once there is such a call.
   *
   * @param {string} node
   */
  hold(node) {
    const before = this.answers[node];
    /** @type {(value?: unknown) => void} */
    let release = () => {};
    const released = new Promise((resolve) => {
      release = resolve;
    });
    const called = new Promise((resolve) => {
      this.#watchers.set(node, () => resolve(undefined));
    });
    this.answers[node] = async (call) => {
      await released;
      return before?.(call) ?? { success: true, data: node };
    };
    return { called, release };
  }

  /** Names of nodes that were called, in that order, of one run or of all. @param {string} [runId] */
  nodes(runId) {
    return this.calls
      .filter(({ callId }) => runId === undefined || callId.startsWith(`${runId}:`))
      .map(({ node }) => node);
  }
}
