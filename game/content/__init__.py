"""Scenario YAML to model. The only room that knows yaml and the validation library."""
