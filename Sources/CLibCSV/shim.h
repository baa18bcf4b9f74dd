#ifndef PARLEY_CLIBCSV_SHIM_H
#define PARLEY_CLIBCSV_SHIM_H

#include <csv.h>

/* csv.h keeps the values of `pstate` private to libcsv.c; these are libcsv 3.0.3's. */
enum {
  PARLEY_CSV_ROW_NOT_BEGUN = 0,
  PARLEY_CSV_FIELD_NOT_BEGUN = 1,
  PARLEY_CSV_FIELD_BEGUN = 2,
  PARLEY_CSV_FIELD_MIGHT_HAVE_ENDED = 3
};

/* libcsv's realloc hook has no context, so a limit of one's own cannot be passed to it. This one always
   refuses: libcsv then stops at an exact byte with CSV_ENOMEM, and the caller, who owns the buffer,
   enlarges it within its limit and resumes there. */
static inline void *parley_csv_refuse_growth(void *buffer, size_t size) {
  (void)buffer;
  (void)size;
  return NULL;
}

static inline void parley_csv_use_own_buffer(struct csv_parser *parser) {
  csv_set_realloc_func(parser, parley_csv_refuse_growth);
  csv_set_free_func(parser, NULL);
}

#endif
