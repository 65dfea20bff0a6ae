"""One body: what it is called, who works there, what it attended."""
