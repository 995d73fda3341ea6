#include "json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define DEEPEST 200

typedef struct {
    const char *at;
    const char *end;
    const char *wrong;
} reader;

static bool check_value(reader *r, int depth);

static void skip_space(reader *r) {
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')) r->at++;
}

static bool fails(reader *r, const char *wrong) {
    if (r->wrong == NULL) r->wrong = wrong;
    return false;
}

static bool is(const reader *r, char c) {
    return r->at < r->end && *r->at == c;
}

static bool digits(reader *r) {
    const char *from = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9') r->at++;
    return r->at > from || fails(r, "a number is cut off");
}

static bool check_number(reader *r) {
    if (is(r, '-')) r->at++;
    const char *first = r->at;
    if (!digits(r)) return false;
    if (*first == '0' && r->at - first > 1) return fails(r, "a number begins with 0");
    if (is(r, '.')) {
        r->at++;
        if (!digits(r)) return false;
    }
    if (is(r, 'e') || is(r, 'E')) {
        r->at++;
        if (is(r, '+') || is(r, '-')) r->at++;
        if (!digits(r)) return false;
    }
    return true;
}

// The length of the UTF-8 character at r, or 0: overlong, a surrogate, above U+10FFFF or cut off.
static int utf8_length(const reader *r) {
    const unsigned char *c = (const unsigned char *)r->at;
    ptrdiff_t left = r->end - r->at;
    int length = c[0] < 0x80 ? 1 : c[0] >= 0xc2 && c[0] < 0xe0 ? 2 : (c[0] & 0xf0) == 0xe0 ? 3 : c[0] >= 0xf0 && c[0] < 0xf5 ? 4 : 0;
    if (length > left) return 0;
    for (int i = 1; i < length; i++) {
        if ((c[i] & 0xc0) != 0x80) return 0;
    }
    if (c[0] == 0xe0 && c[1] < 0xa0) return 0;
    if (c[0] == 0xed && c[1] >= 0xa0) return 0;
    if (c[0] == 0xf0 && c[1] < 0x90) return 0;
    if (c[0] == 0xf4 && c[1] >= 0x90) return 0;
    return length;
}

static int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static bool check_escape(reader *r) {
    r->at++;
    if (r->at == r->end) return fails(r, "a text has no end");
    if (*r->at == 'u') {
        for (int i = 1; i <= 4; i++) {
            if (r->at + i >= r->end || hex(r->at[i]) < 0) return fails(r, "\\u needs four hexadecimal digits");
        }
        r->at += 5;
        return true;
    }
    if (*r->at == '\0' || strchr("\"\\/bfnrt", *r->at) == NULL) return fails(r, "a text has an unknown escape");
    r->at++;
    return true;
}

static bool check_text(reader *r) {
    if (!is(r, '"')) return fails(r, "a name must be in double quotes");
    r->at++;
    while (r->at < r->end && *r->at != '"') {
        if ((unsigned char)*r->at < 0x20) return fails(r, "a text has a control character");
        if (*r->at == '\\') {
            if (!check_escape(r)) return false;
            continue;
        }
        int length = utf8_length(r);
        if (length == 0) return fails(r, "a text is not UTF-8");
        r->at += length;
    }
    if (r->at == r->end) return fails(r, "a text has no end");
    r->at++;
    return true;
}

static bool check_container(reader *r, bool object, int depth) {
    char close = object ? '}' : ']';
    r->at++;
    skip_space(r);
    if (is(r, close)) {
        r->at++;
        return true;
    }
    while (true) {
        skip_space(r);
        if (object) {
            if (!check_text(r)) return false;
            skip_space(r);
            if (!is(r, ':')) return fails(r, "a name has no colon after it");
            r->at++;
        }
        if (!check_value(r, depth)) return false;
        skip_space(r);
        if (is(r, close)) {
            r->at++;
            return true;
        }
        if (!is(r, ',')) return fails(r, object ? "an object has no end" : "a list has no end");
        r->at++;
    }
}

static bool check_word(reader *r, const char *word) {
    size_t size = strlen(word);
    if ((size_t)(r->end - r->at) < size || memcmp(r->at, word, size) != 0) return fails(r, "a value is missing");
    r->at += size;
    return true;
}

static bool check_value(reader *r, int depth) {
    skip_space(r);
    if (r->at == r->end) return fails(r, "it ends too early");
    if (depth > DEEPEST) return fails(r, "it is nested too deeply");
    switch (*r->at) {
        case '{': return check_container(r, true, depth + 1);
        case '[': return check_container(r, false, depth + 1);
        case '"': return check_text(r);
        case 't': return check_word(r, "true");
        case 'f': return check_word(r, "false");
        case 'n': return check_word(r, "null");
        default:
            if (*r->at != '-' && (*r->at < '0' || *r->at > '9')) return fails(r, "a value is missing");
            return check_number(r);
    }
}

const char *json_check(const char *at, size_t size) {
    reader r = {at, at + size, NULL};
    if (!check_value(&r, 0)) return r.wrong;
    skip_space(&r);
    return r.at == r.end ? NULL : "something follows after its end";
}

// The value that begins at or after `at`; the text is known to be JSON.
static json value_at(const char *at, const char *end) {
    reader r = {at, end, NULL};
    skip_space(&r);
    const char *from = r.at;
    check_value(&r, 0);
    return (json){from, (size_t)(r.at - from)};
}

json json_value(const char *at, size_t size) {
    return value_at(at, at + size);
}

json_kind json_kind_of(json value) {
    switch (*value.at) {
        case '{': return JSON_OBJECT;
        case '[': return JSON_LIST;
        case '"': return JSON_TEXT;
        case 'n': return JSON_NULL;
        case 't':
        case 'f': return JSON_BOOL;
        default: return JSON_NUMBER;
    }
}

// Past spaces, the opening bracket or the comma; null at the container's end.
static const char *entry_after(json container, const char *at) {
    reader r = {at == NULL ? container.at : at, container.at + container.size, NULL};
    skip_space(&r);
    if (at != NULL && *r.at != ',') return NULL;
    r.at++;
    skip_space(&r);
    return *r.at == '}' || *r.at == ']' ? NULL : r.at;
}

static const char *past_name(const char *at, const char *end, json *name) {
    *name = value_at(at, end);
    reader r = {name->at + name->size, end, NULL};
    skip_space(&r);
    return r.at + 1;
}

json json_next(json container, json before) {
    const char *end = container.at + container.size;
    const char *at = entry_after(container, before.at == NULL ? NULL : before.at + before.size);
    if (at == NULL) return (json){NULL, 0};
    json name;
    return value_at(*container.at == '{' ? past_name(at, end, &name) : at, end);
}

json json_member(json object, const char *name) {
    const char *end = object.at + object.size;
    json found = {NULL, 0};
    size_t size = strlen(name);
    const char *after = NULL;
    for (const char *at = entry_after(object, after); at != NULL; at = entry_after(object, after)) {
        json key;
        json value = value_at(past_name(at, end, &key), end);
        text written = json_text(key);
        if (written.size == size && memcmp(written.at, name, size) == 0) found = value;
        free(written.at);
        after = value.at + value.size;
    }
    return found;
}

static size_t encode(char *to, uint32_t c) {
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xc0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xe0 | c >> 12);
        to[1] = (char)(0x80 | (c >> 6 & 0x3f));
        to[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    to[0] = (char)(0xf0 | c >> 18);
    to[1] = (char)(0x80 | (c >> 12 & 0x3f));
    to[2] = (char)(0x80 | (c >> 6 & 0x3f));
    to[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

static uint32_t unit(const char *digits) {
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) value = value << 4 | (uint32_t)hex(digits[i]);
    return value;
}

// The character of a \u escape, with the second half of a pair; moves `at` past it.
static uint32_t unicode(const char **at) {
    uint32_t first = unit(*at + 2);
    *at += 6;
    if (first < 0xd800 || first > 0xdfff) return first;
    if (first < 0xdc00 && (*at)[0] == '\\' && (*at)[1] == 'u') {
        uint32_t second = unit(*at + 2);
        if (second >= 0xdc00 && second <= 0xdfff) {
            *at += 6;
            return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        }
    }
    return 0xfffd;
}

text json_text(json value) {
    text result = {malloc(value.size), 0};
    if (result.at == NULL) abort();
    const char *end = value.at + value.size - 1;
    for (const char *at = value.at + 1; at < end;) {
        if (*at != '\\') {
            result.at[result.size++] = *at++;
        } else if (at[1] == 'u') {
            result.size += encode(result.at + result.size, unicode(&at));
        } else {
            const char *named = "b\bf\fn\nr\rt\t";
            const char *found = strchr("bfnrt", at[1]) == NULL ? NULL : strchr(named, at[1]);
            result.at[result.size++] = found == NULL ? at[1] : found[1];
            at += 2;
        }
    }
    return result;
}
