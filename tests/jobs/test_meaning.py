"""What sentences mean, as vectors: the same whatever is read beside them."""

from __future__ import annotations

import numpy as np

from onix.jobs import meaning
from onix.jobs.meaning import vectors

SENTENCE = "The harbour bell will be rung at noon."
LONGER = "Ships must wait outside the mole, where pilots board them in all weathers. " * 4


def test_a_sentence_means_the_same_beside_others() -> None:
    """To the last bit, so that no borderline pair depends on what else is compared."""
    meaning._known.clear()
    alone = vectors([SENTENCE])[0]
    meaning._known.clear()
    beside = vectors([LONGER, SENTENCE, "No."])[1]
    assert np.array_equal(alone, beside)


def test_sentences_of_one_sense_are_near() -> None:
    """Nearer than those of another; no texts give no vectors."""
    bell, same, ships = vectors([SENTENCE, "At twelve, the port's bell is to sound.", LONGER])
    assert bell @ same > bell @ ships
    assert vectors([]).shape == (0, 384)
