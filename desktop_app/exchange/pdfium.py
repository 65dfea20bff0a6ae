"""Pdfium may be called by one thread at a time."""

import threading
from typing import Final

ONE_AT_A_TIME: Final = threading.Lock()
"""Held by whoever calls pdfium, from opening a document to closing it."""
