"""Our content in the form that other systems take: today a package for a docassemble server."""

from unbarred.publishing.archive import check_place, write_archive
from unbarred.publishing.server_package import ServerPackage, archive_name, server_package

__all__ = ["ServerPackage", "archive_name", "check_place", "server_package", "write_archive"]
