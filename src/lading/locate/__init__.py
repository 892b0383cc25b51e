"""Finding the data package at a path, whatever it is: a descriptor, a folder, an archive or a table alone."""

from lading.locate.opening import Opened, open_package

__all__ = ["Opened", "open_package"]
