"""What an interview is told about the device it runs on: a computer, without a browser."""

from __future__ import annotations

import platform
from dataclasses import dataclass, field

from unbarred.engine.context import USER_AGENT


@dataclass(frozen=True)
class Named:
    """A browser, a system or a device by its name."""

    family: str
    version: tuple[int, ...] = ()
    version_string: str = ""
    brand: str | None = None
    model: str | None = None


@dataclass(frozen=True)
class Device:
    """The shape of what the library user_agents makes of a browser's name."""

    ua_string: str = USER_AGENT
    browser: Named = Named(USER_AGENT)
    os: Named = field(default_factory=lambda: Named(platform.system()))
    device: Named = Named("Other")
    is_mobile: bool = False
    is_tablet: bool = False
    is_touch_capable: bool = False
    is_pc: bool = True
    is_bot: bool = False
    is_email_client: bool = False

    def __str__(self) -> str:
        return f"{self.device.family} / {self.os.family} / {self.browser.family}"
