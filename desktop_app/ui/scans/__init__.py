"""Scans of signed papers, dropped anywhere in the window; and whether a paper is the original."""
