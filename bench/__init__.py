"""Measures the speed and weight of what the compiler makes: ``scripts/bench``."""
