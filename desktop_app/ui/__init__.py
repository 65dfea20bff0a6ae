"""The window: the only folder, with app.py, that imports Qt.

Once loaded, Qt for Python looks through the source of every module imported, for its own
``from __feature__ import``. Nobody here writes that, and looking takes a third of the time of
importing SQLAlchemy and 13 MB; so imports are given back as they were.
"""

import builtins

_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - in between, as said

builtins.__import__ = _plain_import
