#ifndef PARLEY_CNETTLE_H
#define PARLEY_CNETTLE_H
#include <nettle/sha2.h>
#endif
