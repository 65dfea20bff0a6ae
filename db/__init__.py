"""What is recorded and how it is kept; knows neither the window nor the papers."""
