"""Who is invited to a session: the pane of its preparation."""
