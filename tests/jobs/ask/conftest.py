"""A small record of invented stories that the tests of `ask` put questions to."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.jobs.add import add
from onix.record import Record, open_record

STORIES = [
    {
        "doc_id": "dam-1",
        "title": "Minister orders review of Tarn valley dam",
        "outlet": "Northern Dispatch",
        "published": "2025-03-05",
        "address": "https://northern-dispatch.example/dam-review",
        "text": (
            "Minister orders review of Tarn valley dam\n"
            "ELLBROOK — Energy Minister Hanna Lindqvist on Tuesday ordered a review of the Tarn "
            "valley dam after engineers found 14 cracks in its northern wall.\n"
            '"We will not wait for the water to tell us," Lindqvist told reporters in Ellbrook. '
            "She said the reservoir would be lowered by six metres.\n"
            "The dam, built in 1961 by the Corrib Company, holds back 80 million cubic metres of "
            "water. Oskar Brandt, the chief engineer of the Corrib Company, reportedly warned the "
            "ministry about the wall in January.\n"
            "It is not known who approved the last inspection. The mayor of Ellbrook has not "
            "visited the dam."
        ),
    },
    {
        "doc_id": "dam-2",
        "title": "Seventeen cracks in Tarn dam, inspectors say",
        "outlet": "The Ellbrook Courier",
        "published": "2025-03-12",
        "address": "https://ellbrook-courier.example/tarn-cracks",
        "text": (
            "Seventeen cracks in Tarn dam, inspectors say\n"
            "Inspectors have found 17 cracks in the northern wall of the Tarn valley dam, the "
            "inspectorate said on Wednesday.\n"
            "The review ordered by Energy Minister Hanna Lindqvist will cost $3.5 million and take "
            "eight weeks. It was delayed because the access road was flooded.\n"
            '"Nobody has to leave home," said Brandt, who works for the Corrib Company.'
        ),
    },
]


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The two stories of the dam, added as anybody would add them."""
    lines = "".join(json.dumps(story) + "\n" for story in STORIES).encode()
    path: Path = tmp_path_factory.mktemp("ask") / "news.onix"
    with open_record(path, create=True, write=True) as opened:
        added = list(add(opened, ["-"], stdin=io.BytesIO(lines), workers=1))
        assert [each.outcome for each in added] == ["kept", "kept"]
        yield opened
