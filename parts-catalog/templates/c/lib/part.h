// The frame of a part: its input, its parameters by name, and its result.

#ifndef PART_H
#define PART_H

#include "json.h"

// Reads standard input; fails with INVALID_JSON or INVALID_INPUT unless it is a JSON object.
json part_input(void);

// The value of a parameter; nothing where it is absent or null.
json optional_value(json input, const char *name);

// The same; fails with MISSING_FIELD where there is none. `what` says what to give.
json required_value(json input, const char *name, const char *what);

// A text; a number or boolean counts as the text it is written as. Else INVALID_TYPE.
text required_text(json input, const char *name, const char *what);
text optional_text(json input, const char *name, const char *otherwise);

// Writes a piece of `data`: JSON as it is.
void put(const char *characters);
void put_bytes(const char *at, size_t size);

// Writes the inside of a JSON text; the caller writes the quotes.
void put_escaped(text characters);

// Ends the part; `data` is what was put.
_Noreturn void part_success(void);

// Ends the part with a failure; what was put is forgotten.
_Noreturn void part_failure(const char *code, const char *message);

#endif
