"""How good the advisor is: question sets, metrics, reports and benchmarks."""
