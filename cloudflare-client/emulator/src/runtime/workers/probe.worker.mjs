// The import below gets the path of the uploaded main module: importing that runs its global scope, as an upload does.
import * as uploaded from "MAIN";

const EVENTS = ["fetch", "scheduled", "queue", "email", "tail", "trace", "alarm"];
const handlersOf = (value) => {
  const holder = typeof value === "function" ? value.prototype : value;
  return EVENTS.filter((name) => typeof holder?.[name] === "function");
};

export default {
  fetch() {
    const named = Object.entries(uploaded).filter(
      ([name, value]) => name !== "default" && (typeof value === "function" || handlersOf(value).length > 0),
    );
    return Response.json({
      handlers: handlersOf(uploaded.default),
      named_handlers: named.map(([name, value]) => ({
        name,
        handlers: typeof value === "function" ? ["class"] : handlersOf(value),
      })),
    });
  },
};
