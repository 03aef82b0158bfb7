"""Which answers an interview can ask for: found by walking it, not listed by hand."""
