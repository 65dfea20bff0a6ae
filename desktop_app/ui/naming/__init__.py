"""Fields in which people, bodies, days, hours and texts in two languages are named."""
