"""What unbarred is to docassemble: the host that answers its hooks.

docassemble.base reaches its server only through hooks. `Host` answers those a
guided interview needs; `refused_hooks` refuses every other one in a sentence,
and is the list of what unbarred does not offer yet.
"""

from __future__ import annotations

import mimetypes
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pluggy

from unbarred.engine import files
from unbarred.errors import ExitCode, UserError

hookimpl = pluggy.HookimplMarker("docassemble")

CONFIGURATION: dict[str, object] = {
    # Debugging would compute readability for each screen and keep a log of answers.
    "debug": False,
    "language": "en",
    "locale": "en_US.utf8",
    "timezone": "America/New_York",
}


class NotOffered(UserError):
    """An interview asked docassemble's server for something unbarred has no server for."""

    code = ExitCode.CONTENT


class Counters:
    """The few redis commands that docassemble.base itself uses, for one process."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = defaultdict(int)

    def get(self, key: str) -> Any:
        """Return what is kept under `key`, or None."""
        return self._values.get(key)

    def incr(self, key: str) -> int:
        """Add one to a counter and return it."""
        self._values[key] += 1
        return int(self._values[key])

    def set(self, key: str, value: Any) -> None:
        """Keep `value` under `key`."""
        self._values[key] = value

    def delete(self, key: str) -> None:
        """Forget `key`."""
        self._values.pop(key, None)


class Host:
    """The hooks that unbarred answers."""

    def __init__(self) -> None:
        self._counters = Counters()

    @hookimpl
    def get_default_language(self) -> str:
        return "en"

    @hookimpl
    def get_default_dialect(self) -> str:
        return "us"

    @hookimpl
    def get_default_locale(self) -> str:
        return "en_US.utf8"

    @hookimpl
    def get_default_voice(self) -> str:
        return ""

    @hookimpl
    def get_default_timezone(self) -> str:
        return "America/New_York"

    @hookimpl
    def get_default_country(self) -> str:
        return "US"

    @hookimpl
    def get_configuration(self) -> dict[str, object]:
        return CONFIGURATION

    @hookimpl
    def get_hostname(self) -> str:
        return "localhost"

    @hookimpl
    def get_debug_status(self) -> bool:
        return False

    @hookimpl
    def get_server_redis(self) -> Counters:
        return self._counters

    @hookimpl
    def get_server_redis_user(self) -> Counters:
        return self._counters

    @hookimpl
    def get_main_page_parts(self) -> dict[str, object]:
        return {}

    @hookimpl
    def get_default_table_class(self) -> str:
        return "table"

    @hookimpl
    def get_default_thead_class(self) -> str:
        return ""

    @hookimpl
    def get_button_class_prefix(self) -> str:
        return "btn-"

    @hookimpl
    def secure_filename(self, filename: str) -> str:
        return _safe_file_name(filename)

    @hookimpl
    def secure_filename_spaces_ok(self, filename: str) -> str:
        return _safe_file_name(filename)

    @hookimpl
    def secure_filename_unicode_ok(self, the_filename: str) -> str:
        return _safe_file_name(the_filename)

    @hookimpl
    def get_ext_and_mimetype(self, filename: str) -> tuple[str, str]:
        kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        return Path(filename).suffix.lstrip(".").lower(), kind

    @hookimpl
    def save_numbered_file(
        self, filename: str, orig_path: str, yaml_file_name: str | None, uid: str | None
    ) -> tuple[int, str, str]:
        number = files.of_this_run().keep(orig_path)
        extension, kind = self.get_ext_and_mimetype(filename)
        return number, extension, kind

    @hookimpl
    def absolute_filename(self, the_file: str) -> str | None:
        """An interview that is not in a package is named by its path."""
        return the_file if Path(the_file).is_file() else None

    @hookimpl
    def url_finder(self, file_reference: object, kwargs: dict[str, object]) -> str:
        return ""

    @hookimpl
    def url_for(self, endpoint: str, kwargs: dict[str, object]) -> str:
        return ""

    @hookimpl
    def to_text(self, html_doc: str) -> str:
        return re.sub(r"<[^>]*>", "", html_doc)

    @hookimpl
    def get_referer(self) -> str:
        return ""

    @hookimpl
    def get_url(self) -> str:
        return ""

    @hookimpl
    def release_lock(self, user_code: str, filename: str) -> None:
        """One process, one session: there is nothing to release."""

    @hookimpl
    def applock(self, action: str, application: str, maxtime: int) -> None:
        """One process, one session: there is nothing to lock."""


OFFERED = frozenset(name for name in vars(Host) if not name.startswith("_"))

_REASONS = {
    "send_mail": "sending e-mail",
    "send_fax": "sending faxes",
    "sms_body": "text messages",
    "get_sms_session": "text messages",
    "initiate_sms_session": "text messages",
    "terminate_sms_session": "text messages",
    "get_twilio_config": "telephone services",
    "ocr_google_in_background": "reading text from pictures",
    "google_api": "Google services",
    "get_cloud": "cloud storage",
    "cloud_custom": "cloud storage",
    "make_png_for_pdf": "pictures of PDF pages",
    "get_ml_info": "machine learning",
    "get_celery_app": "background work",
    "get_task": "background work",
    "task_ready": "background work",
    "wait_for_task": "background work",
}
"""What a refused hook is for, in words; a hook that is not here is named by itself."""


def _refusal(name: str) -> Any:
    feature = _REASONS.get(name, f"docassemble's “{name.replace('_', ' ')}”")

    def refuse(self: object) -> None:
        raise NotOffered(f"This interview uses {feature}, which unbarred does not offer.")

    refuse.__name__ = name
    return hookimpl(refuse)


def _refused() -> dict[str, Any]:
    from docassemble.base import hookspecs

    names = [name for name in vars(hookspecs) if hasattr(getattr(hookspecs, name), "docassemble_spec")]
    # The first three open and close things around a server request; nothing is asked of them.
    silent = {name for name in names if name.startswith("manage_")}
    return {name: _refusal(name) for name in names if name not in OFFERED | silent}


def refused_hooks() -> object:
    """Return a plugin that refuses every hook `Host` does not answer."""
    made: object = type("RefusedHooks", (), _refused())()
    return made


def _safe_file_name(name: str) -> str:
    return re.sub(r"[^\w .()-]+", "_", name).strip(" .") or "file"
