// Imports the network.
__attribute__((import_module("u6u"), import_name("http_request"))) int http_request(const char *, int, const char *, int, const char *, int, const char *, int, char *, int *);
__attribute__((export_name("_start"))) void start(void) {
    char answer[1];
    int size;
    http_request("", 0, "", 0, "", 0, "", 0, answer, &size);
}
