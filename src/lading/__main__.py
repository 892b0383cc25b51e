"""`python -m lading` is `lading`."""

from lading.cli import main

main(prog_name="lading")
