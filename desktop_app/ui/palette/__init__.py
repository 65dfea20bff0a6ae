"""Finds anything, and does anything that can be done here."""
