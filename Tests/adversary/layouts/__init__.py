"""How reports are written, one small function each; importing this enters them all in the registry."""

from layouts import browsers, corpora, documents, lines, pages, pandoc, pdf_readers, strangers, structures, texts, tricks, word  # noqa: F401
