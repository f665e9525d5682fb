"""A learner's message answered as a reply that an advisor can check line by line and send."""
