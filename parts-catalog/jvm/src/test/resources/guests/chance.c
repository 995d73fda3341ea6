// Gives a random number: the same input gives different results.
typedef struct { const char *at; unsigned long size; } piece;
__attribute__((import_module("wasi_snapshot_preview1"), import_name("random_get"))) int random_get(unsigned char *at, unsigned long size);
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int fd_write(int fd, const piece *pieces, unsigned long count, unsigned long *written);

static char result[] = "{\"success\":true,\"data\":{\"text\":\"................\"}}";

__attribute__((export_name("_start"))) void start(void) {
    unsigned char chance[8];
    random_get(chance, sizeof chance);
    for (int i = 0; i < 16; i++) result[32 + i] = "0123456789abcdef"[chance[i / 2] >> (i % 2 * 4) & 15];
    piece all = {result, sizeof result - 1};
    unsigned long written;
    fd_write(1, &all, 1, &written);
}
