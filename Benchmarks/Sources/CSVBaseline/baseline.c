#include "baseline.h"

#include <csv.h>
#include <fcntl.h>
#include <unistd.h>

static void on_field(void *bytes, size_t length, void *context) {
  (void)bytes;
  (void)length;
  (void)context;
}

static void on_record(int end, void *context) {
  (void)end;
  (void)context;
}

int csv_baseline(const char *path) {
  static unsigned char block[256 << 10];
  struct csv_parser parser;
  ssize_t count;
  int result = 0;
  int file = open(path, O_RDONLY);
  if (file < 0) return -1;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
  while ((count = read(file, block, sizeof block)) > 0) {
    if (csv_parse(&parser, block, (size_t)count, on_field, on_record, NULL) != (size_t)count) {
      result = -1;
      break;
    }
  }
  if (count < 0) result = -1;
  if (result == 0 && csv_fini(&parser, on_field, on_record, NULL) != 0) result = -1;
  csv_free(&parser);
  close(file);
  return result;
}
