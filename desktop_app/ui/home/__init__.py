"""Home: where do we stand, in ten seconds."""
