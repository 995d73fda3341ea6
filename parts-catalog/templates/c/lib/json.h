// A JSON text, read in place: a value is where its text stands. RFC 8259.

#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT } json_kind;

// A value of a checked text, or nothing (`at` is null). Numbers are kept as they are written.
typedef struct {
    const char *at;
    size_t size;
} json;

// UTF-8; may hold zeros.
typedef struct {
    char *at;
    size_t size;
} text;

// What is wrong with a text, or null where it is JSON. Everything below needs a text that is.
// Nested deeper than 200 is wrong too.
const char *json_check(const char *at, size_t size);

// The value of a checked text.
json json_value(const char *at, size_t size);

json_kind json_kind_of(json value);

// The member of an object with that name, the last if there are several; nothing where there is none.
json json_member(json object, const char *name);

// The items of a list or the values of an object, one after another: begin with the list and nothing.
json json_next(json container, json before);

// The characters of a text. A lone surrogate becomes U+FFFD.
text json_text(json value);

#endif
