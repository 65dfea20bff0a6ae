"""Papers: made from the record as named blocks, then set as PDF."""
