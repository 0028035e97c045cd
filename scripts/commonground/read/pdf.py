"""Whether a PDF is a document to read and no more: it may carry scripts, programs to start and other files."""

import re
import zlib

_ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt|ImportData|SubmitForm)(?![A-Za-z])"
)
_OBJECTS = re.compile(rb"/ObjStm\b.*?stream\r?\n", re.DOTALL)
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST_UNPACKED = 32 << 20


def fault_of(data: bytes) -> str:
    """Return what makes a PDF more than a document, in words that follow on "the file", "" where nothing does."""
    parts = [data]
    left = _MOST_UNPACKED
    for found in _OBJECTS.finditer(data):
        try:
            parts.append(zlib.decompressobj().decompress(data[found.end() :], max(1, left)))
        except zlib.error:
            return "has objects that cannot be read: save it again as PDF/A"
        left -= len(parts[-1])
        if left <= 0:
            return "unpacks to more than any document needs: save it again"
    for part in parts:
        # A name may be written with codes: /J#61vaScript.
        plain = _NAME_CODE.sub(lambda code: bytes((int(code[1], 16),)), part)
        if active := _ACTIVE.search(plain):
            return (
                f"holds /{active[1].decode()}, which a document to read does not need: save it again as PDF/A"
            )
    return ""
