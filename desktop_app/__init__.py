"""The desk of the head of an information-system centre."""
