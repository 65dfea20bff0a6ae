"""One group of people: its name and its members, in their order."""
