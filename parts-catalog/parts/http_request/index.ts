// One HTTP call through the host, which decides what may be reached and adds credentials.

import { openFailure } from "../../lib/failure";
import { call } from "../../lib/host";
import { Value } from "../../lib/json";
import { put, putAscii, putKey } from "../../lib/output";
import { runWhole } from "../../lib/part";
import { accepts } from "./accept";
import { formOf, refuseHostFailure, statusOf, writeAnswer } from "./answer";
import { buildRequest } from "./request";

runWhole((input: Value): void => {
  const accept = accepts(input);
  const form = formOf(input);
  const answer = call(buildRequest(input));
  refuseHostFailure(answer);
  const status = statusOf(answer);
  put(0x7b);
  if (accept.allows(status)) {
    putKey("success");
    putAscii("true");
  } else {
    openFailure("HTTP_STATUS", "HTTP " + status.toString() + " from the server. The answer is in `data`.");
  }
  putKey("data");
  writeAnswer(form, answer, status);
  put(0x7d);
});
