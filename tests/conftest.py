"""Tests leave nothing behind outside their own folders."""

import os
import tempfile

# Processes that tests start keep what they found of packages, too.
os.environ["LADING_CACHE_DIR"] = tempfile.mkdtemp(prefix="lading-tests-")
