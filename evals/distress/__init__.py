"""How well a message of somebody in distress is told from an ordinary one, and the weights with which it is."""

from evals.distress.fit import DistressReport, default_messages, run_distress, write_weights

__all__ = ["DistressReport", "default_messages", "run_distress", "write_weights"]
