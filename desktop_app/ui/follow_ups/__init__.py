"""The register of outcomes over all sessions."""
