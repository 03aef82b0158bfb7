"""What is asked: screens, their fields, what a person gives, and the conversation.

Front ends (terminal, kiosk, batch) know this package and nothing behind it.
"""

from unbarred.screens.asked import answered_field, is_asked
from unbarred.screens.condition import Condition, NotAfter, ShownWhen
from unbarred.screens.conversation import AnsweredScreen, Change, Changed, Conversation
from unbarred.screens.field import Choice, Field, FieldKind, Limit
from unbarred.screens.screen import Action, Document, Screen, ScreenKind, Section
from unbarred.screens.settling import settled
from unbarred.screens.submission import Problem, Refused, Submission, read_field, read_submission

__all__ = [
    "Action",
    "AnsweredScreen",
    "Change",
    "Changed",
    "Choice",
    "Condition",
    "Conversation",
    "Document",
    "Field",
    "FieldKind",
    "Limit",
    "NotAfter",
    "Problem",
    "Refused",
    "Screen",
    "ScreenKind",
    "Section",
    "ShownWhen",
    "Submission",
    "answered_field",
    "is_asked",
    "read_field",
    "read_submission",
    "settled",
]
