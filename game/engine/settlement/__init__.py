"""The collective settlement."""
