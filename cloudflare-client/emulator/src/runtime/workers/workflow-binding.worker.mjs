// What `env.<WORKFLOW>` is inside a Worker: the API of https://developers.cloudflare.com/workflows/build/workers-api/
class Instance {
  #workflow;

  constructor(id, workflow) {
    this.id = id;
    this.#workflow = workflow;
  }

  async status() {
    const { status, output, error } = await this.#call("status");
    return { status, ...(error && { error }), output };
  }

  pause() {
    return this.#call("pause");
  }

  resume() {
    return this.#call("resume");
  }

  terminate() {
    return this.#call("terminate");
  }

  restart() {
    return this.#call("restart");
  }

  sendEvent({ type, payload }) {
    return this.#call("sendEvent", { type, payload });
  }

  async #call(method, ...args) {
    const handle = await this.#workflow.get(this.id);
    return structuredClone(await handle[method](...args));
  }
}

export default ({ WORKFLOW }) => ({
  async get(id) {
    const instance = new Instance(id, WORKFLOW);
    await instance.status();
    return instance;
  },
  async create(options) {
    const { id } = await WORKFLOW.create(options);
    return new Instance(id, WORKFLOW);
  },
  async createBatch(batch) {
    const created = await WORKFLOW.createBatch(batch);
    return created.map(({ id }) => new Instance(id, WORKFLOW));
  },
});
