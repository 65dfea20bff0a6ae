"""The user’s guide."""
