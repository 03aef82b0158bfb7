"""Files: the numbered ones of this run, and those of packages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from unbarred.engine import file_names, files
from unbarred.engine.host import file_info
from unbarred.engine.host.marker import hookimpl
from unbarred.engine.host.saved_file import SavedFile
from unbarred.engine.services import refused


class Files:
    """Hooks about files."""

    @hookimpl
    def get_new_file_number(self, user_code: str, file_name: str, yaml_file_name: str | None) -> int:
        return files.of_this_run().add(file_name)

    @hookimpl
    def save_numbered_file(
        self, filename: str, orig_path: str, yaml_file_name: str | None, uid: str | None
    ) -> tuple[int, str, str]:
        number = files.of_this_run().keep(orig_path, filename)
        return number, *file_names.kind(filename)

    @hookimpl
    def file_number_finder(
        self, file_number: int, filename: str | None, uids: object, privileged: bool
    ) -> dict[str, Any]:
        return file_info.of_numbered(int(file_number), filename)

    @hookimpl
    def file_finder(
        self,
        file_reference: object,
        question: Any,
        folder: str | None,
        package: str | None,
        filename: str | None,
        return_nonexistent: bool,
    ) -> dict[str, Any]:
        reference = str(file_reference)
        if re.fullmatch(r"\d+", reference):
            return file_info.of_numbered(int(reference), filename)
        named = question.from_source.package if question is not None else package
        return _in_package(reference, folder, named, return_nonexistent)

    @hookimpl
    def path_from_reference(self, file_reference: Any) -> str | None:
        from docassemble.base.util import DAFile, DAFileCollection, DAFileList, DAStaticFile

        if isinstance(file_reference, DAFileCollection):
            file_reference = file_reference._first_file()
        if isinstance(file_reference, DAFileList):
            file_reference = file_reference[0]
        if isinstance(file_reference, (DAFile, DAStaticFile)):
            return str(file_reference.path())
        if file_reference is None:
            return None
        found = _in_package(str(file_reference), None, None, False).get("fullpath")
        return None if found is None else str(found)

    @hookimpl
    def absolute_filename(self, the_file: str) -> str | None:
        """An interview that is not in a package is named by its path."""
        return the_file if Path(the_file).is_file() else None

    @hookimpl
    def get_saved_file_class(self) -> type[SavedFile]:
        return SavedFile

    @hookimpl
    def file_set_attributes(self, file_number: int, filename: str | None) -> None:
        """Who may see a file is not asked here: there is one person."""
        if filename:
            files.of_this_run().rename(int(file_number), filename)

    @hookimpl
    def file_user_access(self, file_number: int) -> dict[str, list[Any]]:
        return {"user_ids": [], "emails": [], "temp_user_ids": []}

    @hookimpl
    def file_privilege_access(self, file_number: int) -> list[str]:
        return []

    @hookimpl
    def get_ext_and_mimetype(self, filename: str) -> tuple[str, str]:
        return file_names.kind(filename)

    @hookimpl
    def secure_filename(self, filename: str) -> str:
        return file_names.plain(filename)

    @hookimpl
    def secure_filename_spaces_ok(self, filename: str) -> str:
        return file_names.spaced(filename)

    @hookimpl
    def secure_filename_unicode_ok(self, the_filename: str) -> str:
        return file_names.readable(the_filename)

    @hookimpl
    def make_png_for_pdf(self, doc: object, prefix: str, page: int | None) -> str:
        """Pictures of a PDF's pages are for a browser; here a file is shown by its name."""
        return f"pages-{prefix}"

    @hookimpl
    def fg_make_png_for_pdf(self, doc: object, prefix: str, page: int | None) -> bool:
        return False

    @hookimpl
    def task_ready(self, task_id: object) -> bool:
        """Asked of the tasks that make such pictures only."""
        return True

    @hookimpl
    def wait_for_task(self, task_id: object, timeout: float | None) -> bool:
        return True


def _in_package(reference: str, folder: str | None, package: str | None, nonexistent: bool) -> dict[str, Any]:
    from docassemble.base.functions import get_current_package, static_filename_path

    if re.match(r"https?://", reference):
        raise refused("web")
    if ":" in reference:
        package, _, reference = reference.partition(":")
    else:
        package = package or get_current_package()
        if folder and "/" not in reference:
            reference = f"data/{folder}/{reference}"
    found = (
        static_filename_path(f"{package}:{reference}", return_nonexistent=nonexistent) if package else None
    )
    if found is None:
        return {"package": package, "fullpath": None}
    return file_info.of_path(Path(found), package)
