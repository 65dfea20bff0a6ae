"""Every test runs without a screen unless it asks for one."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
