"""The papers of one session: seen, saved, printed."""
