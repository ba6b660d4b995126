#include <zip.h>
// libzip stands on zlib, so it is always there with it.
#include <zlib.h>
