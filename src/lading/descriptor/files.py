"""Where the files of a package lie, relative to its folder."""

DESCRIPTOR = "datapackage.json"
TABLES = "data/tables"
DERIVED = "schemas/derived"
CODEBOOK = "docs/codebook.md"
