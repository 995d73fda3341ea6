#include "part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
    char *at;
    size_t size;
    size_t room;
} output;

static char *grown(char *at, size_t room) {
    char *more = realloc(at, room);
    if (more == NULL) {
        output.size = 0;
        fputs("{\"success\":false,\"error\":\"The input is too large for the memory of a part.\",\"error_code\":\"MEMORY_LIMIT\"}", stdout);
        exit(0);
    }
    return more;
}

void put_bytes(const char *at, size_t size) {
    if (size > output.room - output.size) {
        output.room = (output.room + size) * 2;
        output.at = grown(output.at, output.room);
    }
    memcpy(output.at + output.size, at, size);
    output.size += size;
}

void put(const char *characters) {
    put_bytes(characters, strlen(characters));
}

void put_escaped(text characters) {
    const char *plain = characters.at;
    const char *end = characters.at + characters.size;
    for (const char *at = plain; at < end; at++) {
        unsigned char c = (unsigned char)*at;
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        put_bytes(plain, (size_t)(at - plain));
        char escape[7];
        if (c >= 0x20) {
            snprintf(escape, sizeof escape, "\\%c", c);
        } else {
            snprintf(escape, sizeof escape, "\\u%04x", c);
        }
        put(escape);
        plain = at + 1;
    }
    put_bytes(plain, (size_t)(end - plain));
}

void part_success(void) {
    fputs("{\"success\":true,\"data\":", stdout);
    fwrite(output.at, 1, output.size, stdout);
    fputs("}", stdout);
    exit(fflush(stdout) == 0 ? 0 : 1);
}

static _Noreturn void fail(const char *code, const char *before, const char *name, const char *after) {
    output.size = 0;
    put("{\"success\":false,\"error\":\"");
    put_escaped((text){(char *)before, strlen(before)});
    put_escaped((text){(char *)name, strlen(name)});
    put_escaped((text){(char *)after, strlen(after)});
    put("\",\"error_code\":\"");
    put(code);
    put("\"}");
    fwrite(output.at, 1, output.size, stdout);
    exit(fflush(stdout) == 0 ? 0 : 1);
}

void part_failure(const char *code, const char *message) {
    fail(code, message, "", "");
}

json part_input(void) {
    size_t room = 0x10000;
    size_t size = 0;
    char *at = grown(NULL, room);
    for (size_t count; (count = fread(at + size, 1, room - size, stdin)) > 0;) {
        size += count;
        if (size == room) at = grown(at, room *= 2);
    }
    const char *wrong = json_check(at, size);
    if (wrong != NULL) fail("INVALID_JSON", "The input is not JSON: ", wrong, ".");
    json input = json_value(at, size);
    if (json_kind_of(input) != JSON_OBJECT) {
        part_failure("INVALID_INPUT", "The input must be a JSON object, such as {\"name\": \"value\"}.");
    }
    return input;
}

json optional_value(json input, const char *name) {
    json value = json_member(input, name);
    if (value.at != NULL && json_kind_of(value) == JSON_NULL) value.at = NULL;
    return value;
}

json required_value(json input, const char *name, const char *what) {
    json value = optional_value(input, name);
    if (value.at == NULL) {
        char after[200];
        snprintf(after, sizeof after, "`. Give %s.", what);
        fail("MISSING_FIELD", "The input has no `", name, after);
    }
    return value;
}

static text as_text(json value, const char *name) {
    switch (json_kind_of(value)) {
        case JSON_TEXT: return json_text(value);
        case JSON_NUMBER:
        case JSON_BOOL: return (text){(char *)value.at, value.size};
        case JSON_LIST: fail("INVALID_TYPE", "`", name, "` must be a text, but it is a list.");
        default: fail("INVALID_TYPE", "`", name, "` must be a text, but it is an object.");
    }
}

text required_text(json input, const char *name, const char *what) {
    return as_text(required_value(input, name, what), name);
}

text optional_text(json input, const char *name, const char *otherwise) {
    json value = optional_value(input, name);
    return value.at == NULL ? (text){(char *)otherwise, strlen(otherwise)} : as_text(value, name);
}
