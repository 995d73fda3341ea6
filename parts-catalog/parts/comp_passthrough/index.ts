// Answers with what it gets, as the built-in of that name did: the object is the whole result.

import { Value } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { runWhole } from "../../lib/part";

runWhole((input: Value): void => writeAsIs(input));
