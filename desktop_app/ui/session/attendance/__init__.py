"""Attendance of a session, taken by keys in the order of the sheet on paper."""
