"""One session: its frame and the tabs in it."""
