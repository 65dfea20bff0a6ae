"""The tab on which a session is prepared: what is known of it, its agenda, who is invited."""
