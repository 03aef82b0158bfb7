"""What is asked: screens, their fields, what a person gives, and the conversation.

Front ends (terminal, kiosk, batch) know this package and nothing behind it.
"""

from unbarred.screens.conversation import AnsweredScreen, Change, Conversation
from unbarred.screens.field import Choice, Field, FieldKind, ShownWhen
from unbarred.screens.screen import Document, Screen, ScreenKind, Section
from unbarred.screens.submission import Problem, Refused, Submission, read_field, read_submission

__all__ = [
    "AnsweredScreen",
    "Change",
    "Choice",
    "Conversation",
    "Document",
    "Field",
    "FieldKind",
    "Problem",
    "Refused",
    "Screen",
    "ScreenKind",
    "Section",
    "ShownWhen",
    "Submission",
    "read_field",
    "read_submission",
]
