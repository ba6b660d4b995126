#pragma once
// Debian's headers pull in the system's ICU, which clashes with Foundation's under sanitizers.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// libxml2's name for its version is a macro over a global variable, which Swift cannot see.
static inline const char *libxml2_version(void) { return xmlParserVersion; }
