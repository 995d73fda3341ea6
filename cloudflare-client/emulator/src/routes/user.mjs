import { AUTHOR } from "../account/identity.mjs";
import { success } from "../http/answer.mjs";
import { paged } from "../http/paging.mjs";

const TOKEN_ID = "1".repeat(32);

/**
 * Who the token belongs to and which accounts it reaches: always the one.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function userRoutes({ account }) {
  const shownAccount = () => ({
    id: account.id,
    name: account.name,
    type: "standard",
    created_on: "2024-01-01T00:00:00Z",
  });
  const verify = () =>
    success(
      { id: TOKEN_ID, status: "active" },
      { messages: [{ code: 10000, message: "This API Token is valid and active", type: null }] },
    );
  return [
    { method: "GET", pattern: "/user/tokens/verify", handle: verify },
    { method: "GET", pattern: "/accounts/:account/tokens/verify", handle: verify },
    { method: "GET", pattern: "/user", handle: () => success({ id: AUTHOR.id, email: AUTHOR.email }) },
    { method: "GET", pattern: "/accounts", handle: (request) => paged(request, [shownAccount()]) },
    { method: "GET", pattern: "/accounts/:account", handle: () => success(shownAccount()) },
    {
      method: "GET",
      pattern: "/memberships",
      handle: (request) =>
        paged(request, [
          {
            id: TOKEN_ID,
            status: "accepted",
            account: { id: account.id, name: account.name },
            roles: ["Administrator"],
          },
        ]),
    },
  ];
}
