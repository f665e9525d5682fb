"""From a message to a typed :class:`~advisor.understand.understanding.Understanding`."""
