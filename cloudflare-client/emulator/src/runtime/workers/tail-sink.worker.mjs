import { WorkerEntrypoint } from "cloudflare:workers";

// Every deployed version has this as its tail; the props say which one, as workerd alone doesn't know.
export class Sink extends WorkerEntrypoint {
  async tail(events) {
    await this.env.EMULATOR.fetch("http://emulator/", {
      method: "POST",
      headers: { "x-emulator-secret": this.env.SECRET },
      body: JSON.stringify({ ...this.ctx.props, events }),
    });
  }
}

export default {};
