// Greets someone by name.

#include "lib/part.h"

int main(void) {
    json input = part_input();
    text name = required_text(input, "name", "whom to greet");
    text greeting = optional_text(input, "greeting", "Hello");

    put("{\"text\":\"");
    put_escaped(greeting);
    put(", ");
    put_escaped(name);
    put("!\"}");
    part_success();
}
