"""Measurements, printed and never asserted: `python -m benchmarks.compare`, `python -m benchmarks.growth`."""
