"""One person: sessions, what is open, attestations."""
