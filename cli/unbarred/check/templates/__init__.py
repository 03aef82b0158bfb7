"""Are the templates sound, and can the interviews that make them give everything they ask for?

Nothing is run: templates are unpacked within limits and parsed, interviews are read as text.
Only `walk` runs an interview, to make its papers on many paths.
"""

from unbarred.check.templates.checking import check_templates
from unbarred.check.templates.finding import TemplateFinding
from unbarred.check.templates.walking import walk

__all__ = ["TemplateFinding", "check_templates", "walk"]
