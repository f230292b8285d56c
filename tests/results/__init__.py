"""Reading keys, and what reports say with their help."""
