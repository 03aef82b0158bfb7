"""One person's sitting with one interview: kept on disk, resumed, amended, made into papers."""

from unbarred.sessions.assembly import Packet, make_packet
from unbarred.sessions.session import Session
from unbarred.sessions.shelf import SavedSession, find_session, saved_sessions

__all__ = ["Packet", "SavedSession", "Session", "find_session", "make_packet", "saved_sessions"]
