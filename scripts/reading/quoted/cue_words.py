"""The words of a language that say whose quoted words are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import alternatives, listed
from scripts.reading.language import Language
from scripts.reading.names.shapes import CAPITAL, WORD
from scripts.reading.names.small_words import small_words

NOTHING = r"(?!)"
COMMON_NOUN = rf"(?!{CAPITAL})[^\W\d_]{{4,}}"
SMALL_WORD = rf"(?!{CAPITAL})[\w'\u2019-]+"


def forms(phrases: str) -> Iterator[str]:
    """The phrases of a list in every form: `stem/ending` stands for the stem, and for the stem with the ending."""
    for phrase in listed(phrases):
        stem, *endings = phrase.split("/")
        yield stem
        yield from (stem + ending for ending in endings)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words; it matches nothing where there is none."""
    every = tuple(phrases)
    return rf"(?<!\w)(?:{alternatives(every)})(?!\w)" if every else NOTHING


def beside(phrases: str) -> str:
    """A pattern for any phrase of a list, one that ends with an apostrophe ("d'") also right before its word."""
    every = listed(phrases)
    return rf"(?<!\w)(?:{alternatives(every)})(?:(?!\w)|(?<=['\u2019]))" if every else NOTHING


@dataclass(frozen=True, slots=True)
class CueWords:
    """The words of a language for attributions."""

    cue: re.Pattern[str]
    postposed: re.Pattern[str]
    """What is a cue only right behind the words."""
    naming: re.Pattern[str]
    impersonal: re.Pattern[str]
    source: re.Pattern[str]
    source_behind: re.Pattern[str]
    source_pronoun: re.Pattern[str]
    adverb_before: re.Pattern[str]
    adverb_after: re.Pattern[str]
    adverb_at_end: re.Pattern[str]
    adverb_set_off: re.Pattern[str]
    """An adverb between commas."""
    conjunction: re.Pattern[str]
    end_of_source: re.Pattern[str]
    set_off_name: re.Pattern[str]
    """The name behind an office: "the opposition leader, Sela Maroun,", "the chair, a former judge Emil Straub,"."""
    further_noun: re.Pattern[str]
    """What cannot go on from the words in front of it: a noun with its article, or a full name at the end."""
    complement: re.Pattern[str]
    """What parts a verb from the words that it introduces."""
    reported: re.Pattern[str]
    """What shows that a verb goes with the words behind it."""
    question_before: re.Pattern[str]
    question_after: re.Pattern[str]
    subject_behind_verb: bool
    verb_last: bool


@cache
def cue_words(language: Language) -> CueWords:
    """The words of a language for attributions."""
    words = language.words("quotations")
    verbs, naming, postposed, impersonal = (
        tuple(forms(words[name])) for name in ("cue_verbs", "naming_verbs", "postposed_cues", "impersonal")
    )
    complementisers, adverbs = any_of(listed(words["complementisers"])), any_of(listed(words["adverbs"]))
    pronouns = (phrase for phrases in words["source_pronouns"].values() for phrase in listed(phrases))
    questions, order = words["questions"], words["word_order"]
    return CueWords(
        cue=re.compile(any_of((*verbs, *naming)), re.IGNORECASE),
        postposed=re.compile(any_of((*postposed, *verbs, *naming)), re.IGNORECASE),
        naming=re.compile(any_of(naming), re.IGNORECASE),
        impersonal=re.compile(any_of(impersonal), re.IGNORECASE),
        source=re.compile(rf"{any_of(listed(words['sources']))}\s+"),
        source_behind=re.compile(any_of(listed(words["sources_behind"]))),
        source_pronoun=re.compile(any_of(pronouns)),
        adverb_before=re.compile(rf"\s*(?:{adverbs}\s+)*$"),
        adverb_after=re.compile(rf"\s*(?:{adverbs}\s*)*"),
        adverb_set_off=re.compile(rf"\s*,\s*{adverbs}\s*,\s*"),
        conjunction=re.compile(any_of(listed(language.words("offices")["conjunctions"]))),
        adverb_at_end=re.compile(rf"(?:\s+{adverbs})*\s*$"),
        end_of_source=re.compile(rf"[,;:.!?()\u2013\u2014]|\s-\s|{beside(words['prepositions'])}|$"),
        set_off_name=re.compile(
            rf",\s+(?:(?=\w)(?:{small_words(language).determiner})(?<=\w|['\u2019])\s*(?:{SMALL_WORD}\s+){{1,3}})?"
            rf"{WORD}(?:\s+{WORD})+(?=[,.;]|\Z)"
        ),
        further_noun=re.compile(
            rf"\w\s+((?=\w)(?:{small_words(language).determiner})(?<=\w|['\u2019])(?!\w).*)"
            rf"|(?:{CAPITAL}{{2,}}|{COMMON_NOUN})\s+({WORD}\s+{WORD})\s*$"
        ),
        complement=re.compile(rf"(?:{complementisers}|[:,])\s*$|^\s*$"),
        reported=re.compile(rf"\s+{complementisers}|\s*:"),
        question_before=re.compile(rf"{any_of(listed(questions['before']))}[\s,:]*$"),
        question_after=re.compile(rf"[\s,\u2013\u2014-]*{any_of(listed(questions['after']))}"),
        subject_behind_verb=order["subject_behind_verb"],
        verb_last=order["verb_last"],
    )
