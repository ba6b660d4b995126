"""How reports are written, one small function each; importing this enters them all in the registry."""

from layouts import browsers, corpora, lines, pages, pandoc, pdf_readers, strangers, structures, texts, word  # noqa: F401
