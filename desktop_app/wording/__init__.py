"""Generated sentences and their grammar, in Arabic and French."""
