"""Mails made ready for the user's own program; nothing here sends."""
