"""What is shown while no record is open."""
