#ifndef PARLEY_CLIBMD_H
#define PARLEY_CLIBMD_H
#include <sys/types.h>
#include <stdint.h>
#include <sha256.h>
#endif
