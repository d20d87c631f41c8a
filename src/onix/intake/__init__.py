"""What comes in: files, pages, archives and transcripts become documents.

`read_documents` gives the documents in some bytes, and a `LeftOut` with its reason for what
cannot be read. `from_path` and `from_stream` give the bytes; `onix.intake.fetch` those of pages.
"""

from onix.intake.documents import FORMATS, read_documents
from onix.intake.raw import LeftOut, Raw, from_path, from_stream, left_out

__all__ = ["FORMATS", "LeftOut", "Raw", "from_path", "from_stream", "left_out", "read_documents"]
