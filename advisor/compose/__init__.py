"""From evidence and findings to claims in plain sentences."""
