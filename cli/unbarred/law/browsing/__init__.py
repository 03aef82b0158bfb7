"""Looks through everything that is held: what there is, how old, where a citation is used, what changed."""
