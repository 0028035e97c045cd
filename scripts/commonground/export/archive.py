"""Archives that depend on what is in them alone: no time, and no machine."""

import io
import zipfile
from collections.abc import Collection, Iterable


def packed(
    files: Iterable[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED, stored: Collection[str] = ()
) -> bytes:
    """
    Return a ZIP archive of files (path, content), in their order.

    Args: compression: With ``ZIP_STORED`` the bytes do not depend on the version of the compressor either. stored: Paths that
        are not compressed.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as written:
        for path, content in files:
            entry = zipfile.ZipInfo(path)  # of 1 January 1980, the first day that the format knows
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if path in stored else compression
            written.writestr(entry, content)
    return data.getvalue()
