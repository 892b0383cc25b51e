"""Tests leave nothing behind outside their own folders."""

import atexit
import os
import shutil
import tempfile

# Processes that tests start keep what they found of packages, too.
os.environ["LADING_CACHE_DIR"] = tempfile.mkdtemp(prefix="lading-tests-")
atexit.register(shutil.rmtree, os.environ["LADING_CACHE_DIR"], ignore_errors=True)
