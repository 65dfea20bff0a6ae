"""Reports: a period counted, its papers, and the records behind each figure."""
