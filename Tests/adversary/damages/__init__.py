"""What goes wrong with reports, one small function each; importing this enters them all in the registry."""

from damages import breaks, columns, disguises, dumps, fields, labels, lines, malice, reports, rows, strangers, values  # noqa: F401
