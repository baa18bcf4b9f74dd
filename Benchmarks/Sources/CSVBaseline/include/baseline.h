#ifndef CSV_BASELINE_H
#define CSV_BASELINE_H

/* Parses a file with libcsv and callbacks that do nothing, reading 256 KiB at a time: the fastest that any
   program on libcsv can be. Returns 0, or -1 if the file cannot be read or parsed. */
int csv_baseline(const char *path);

#endif
