"""The tab on which minutes are written: the page itself, and what stands around it."""
