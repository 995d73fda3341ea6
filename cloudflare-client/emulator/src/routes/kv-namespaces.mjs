import { hexId } from "../account/identity.mjs";
import { namespaceWithId } from "../account/lookup.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { paged } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";

const NAMESPACES = "/accounts/:account/storage/kv/namespaces";
const REFUSAL = { code: 10019 };

/**
 * KV namespaces: create, list, rename, delete.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function kvNamespaceRoutes({ account, runtime }) {
  /** @param {string} title @param {string} [self] */
  const checkTitle = (title, self) => {
    if (title === "") throw new ApiError(400, 10019, "malformed: the title of a namespace can't be empty");
    if ([...account.namespaces.values()].some((other) => other.title === title && other.id !== self)) {
      throw new ApiError(400, 10014, "a namespace with this account ID and title already exists");
    }
  };
  return [
    {
      method: "GET",
      pattern: NAMESPACES,
      handle(request) {
        const order = request.query.get("order") === "id" ? "id" : "title";
        const sign = request.query.get("direction") === "desc" ? -1 : 1;
        const all = [...account.namespaces.values()].sort((a, b) => (a[order] < b[order] ? -sign : sign));
        return paged(request, all.map(shown));
      },
    },
    {
      method: "POST",
      pattern: NAMESPACES,
      handle(request) {
        const { title } = validated("KvCreate", request.json(REFUSAL), REFUSAL);
        checkTitle(title);
        const namespace = { id: hexId(), title };
        account.namespaces.set(namespace.id, namespace);
        runtime.invalidate();
        return success(shown(namespace));
      },
    },
    {
      method: "GET",
      pattern: `${NAMESPACES}/:namespace`,
      handle: (request) => success(shown(namespaceWithId(account, request.param("namespace")))),
    },
    {
      method: "PUT",
      pattern: `${NAMESPACES}/:namespace`,
      handle(request) {
        const namespace = namespaceWithId(account, request.param("namespace"));
        const { title } = validated("KvCreate", request.json(REFUSAL), REFUSAL);
        checkTitle(title, namespace.id);
        namespace.title = title;
        return success(shown(namespace));
      },
    },
    {
      method: "DELETE",
      pattern: `${NAMESPACES}/:namespace`,
      async handle(request) {
        const { id } = namespaceWithId(account, request.param("namespace"));
        await runtime.namespace(id, empty);
        account.namespaces.delete(id);
        runtime.invalidate();
        return success(null);
      },
    },
  ];
}

/** @param {import("../account/model.mjs").Namespace} namespace */
function shown({ id, title }) {
  return { id, title, supports_url_encoding: true };
}

/** @param {any} namespace */
async function empty(namespace) {
  /** @type {string | undefined} */
  let cursor;
  do {
    const page = /** @type {{ keys: { name: string }[], list_complete: boolean, cursor?: string }} */ (
      await namespace.list({ cursor })
    );
    await Promise.all(page.keys.map(({ name }) => namespace.delete(name)));
    cursor = page.list_complete ? undefined : page.cursor;
  } while (cursor !== undefined);
}
