"""Labels: which blocks may open with the name or the part of a speaker."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from lading.standoff import Span
from scripts.reading.blocks import Block
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.structure import (
    designation,
    families,
    initials,
    numbering,
    parts,
    patterns,
    proofs,
    prose,
    slips,
    spelling,
    standing,
    wording,
)
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.families import Family, Match
from scripts.reading.structure.parts import Part

MOST_WORDS = 14

TIMED = re.compile(rf"\s*{families.TIMESTAMP}")

MOST_BLANKS = 20
"""Between a label, the marks and times behind it, and the words."""

REMEMBERED = 4096
"""Labels come again and again."""

LONGEST_ABBREVIATION = 5
"""In characters."""

MOST_WORDS_TO_PROVE = 8
"""Of a label that looks like other texts."""


@dataclass(frozen=True, slots=True)
class Label:
    """What may be a label: the text before a separator at the start of a block."""

    block: int
    span: Span
    printed: str
    text_start: int
    part: Part
    designation: Designation
    in_capitals: bool
    asks: bool
    """Whether a question is asked after it."""
    family: str
    sure: bool = False
    """Whether the marks behind it stand behind nothing but labels."""

    @property
    def name(self) -> str:
        """The name in lower case; the whole label where it holds none."""
        return spelling.folded(self.designation.name or self.designation.office or designation.bare(self.printed))


def find(blocks: Sequence[Block], heading: Sequence[str], language: Language) -> list[Label]:
    """Everything that may be a label; which of them are is for the whole document to tell.

    Lines are taken for labels where more of them stand than labels marked as such beyond doubt.
    """
    titles = tuple(line for line in heading if ":" in line)
    matches = {
        index: found for index, found in _marked(blocks, language).items() if not _repeats(blocks[index], titles)
    }
    proved = proofs.proved(_without_sentences(matches, language), blocks, heading, language)
    proved |= slips.unmarked(blocks, proved, language)
    marked = _read(blocks, dict(sorted(proved.items())), heading, language)
    lines = _read(blocks, standing.find(blocks, heading, language), heading, language)
    times = Counter(label.name for label in marked)
    beyond_doubt = [label for label in marked if label.part is not Part.NAME or times[label.name] > 1]
    return marked if len(beyond_doubt) >= len(lines) else lines


def _repeats(block: Block, titles: tuple[str, ...]) -> bool:
    """Whether the block is the title again, as it stands below pictures."""
    return bool(titles) and block.text.startswith(titles)


def _marked(blocks: Sequence[Block], language: Language) -> dict[int, Match]:
    """The labels before a separator, by the numbers of their blocks."""
    return {index: found for index, block in enumerate(blocks) if (found := opening(block.text, language))}


def _without_sentences(matches: Mapping[int, Match], language: Language) -> dict[int, Match]:
    """The matches but for words in front of a colon behind which a sentence goes on in small letters.

    A label that comes again in front of a capital, or comes again and tells a part or an office, is one even so.
    """
    times = Counter(designation.bare(found["label"]) for _, found in matches.values())
    small = {index for index, (_, found) in matches.items() if found.string[found.end() :][:1].islower()}
    spoken = {designation.bare(found["label"]) for index, (_, found) in matches.items() if index not in small}
    return {
        index: match
        for index, match in matches.items()
        if index not in small
        or designation.bare(match[1]["label"]) in spoken
        or (times[designation.bare(match[1]["label"])] > 1 and _tells_part(match[1]["label"], language))
    }


def _tells_part(printed: str, language: Language) -> bool:
    return parts.read(printed, designation.read(printed, language), language) is not Part.NAME


def _read(
    blocks: Sequence[Block], matches: Mapping[int, Match], heading: Sequence[str], language: Language
) -> list[Label]:
    """The labels of the matches, each up to the next; one after which nothing stands is none."""
    texts = [block.text for block in blocks]
    designated: dict[str, Designation] = {}
    told: dict[str, Part] = {}
    meant = slips.misprinted((label["label"].strip() for _, label in matches.values()), " ".join(heading))
    found = []
    for index, end in pairwise([*matches, len(blocks)]):
        family, label = matches[index]
        text_start = _text_start(blocks[index:end], label.end(), language)
        if text_start is None or _is_list(texts[index][label.end() :], language):
            continue
        printed = label["label"].strip()
        start = blocks[index].start + label.start("label")
        if printed not in designated:
            known = meant.get(printed, printed)
            explained = initials.of_person(known, (*heading, *texts[: min(matches)]), language)
            explained = explained or initials.read(known, (*heading, *texts), language)
            designated[printed] = explained or designation.read(known, language)
            told[printed] = parts.read(known, designated[printed], language)
        found.append(
            Label(
                block=index,
                span=Span(start, start + len(printed)),
                printed=printed,
                text_start=text_start,
                part=told[printed],
                designation=designated[printed],
                in_capitals=printed.isupper(),
                asks=any(map(prose.asks, (texts[index][label.end() :], *texts[index + 1 : end]))),
                family=family.name,
                sure=family.sure or TIMED.match(texts[index], label.end("label")) is not None,
            )
        )
    return found


def _is_list(words: str, language: Language) -> bool:
    """Whether nothing but names stands behind the separator: then that tells who took part."""
    words = designation.NOTE.sub(" ", words).strip()
    several = "," in words or len(words.split()) > 1
    goes_on = prose.is_terminated(words) or words.endswith((":", ","))
    return several and not goes_on and designation.is_name_like(words, language)


def _text_start(blocks: Sequence[Block], label_end: int, language: Language) -> int | None:
    """Where the words begin, after dashes and notes, in the block of the label or below it.

    It is the end of the last block where there are notes alone: nothing is said, but the turn before ends all the
    same. None where nothing stands after the label.
    """
    if label_end == len(blocks[0].text) and len(blocks) == 1:
        return None
    for block, position in zip(blocks, [label_end, *[0] * (len(blocks) - 1)], strict=True):
        start = _after_marks(block.text, position, language)
        if start < len(block.text):
            return block.start + start
    return blocks[-1].end


def _after_marks(line: str, position: int, language: Language) -> int:
    """The place after the dashes and the writer's notes that stand at the position."""
    opening_notes = patterns.pattern(language, "opening_notes")
    while mark := opening_notes.match(line, position) or families.mark_pattern().match(line, position):
        if line[mark.end() : mark.end() + 1].islower() and mark.re is families.mark_pattern():
            return position  # words that go on after an interruption keep their dash
        position = mark.end()
    return position


def at_start(line: str, language: Language) -> re.Match[str] | None:
    """What may be a label at the start of a line: words that may name somebody before a separator, or a letter."""
    found = opening(line, language)
    return found[1] if found else None


@lru_cache(maxsize=REMEMBERED)
def opening(line: str, language: Language) -> Match | None:
    """What may be a label at the start of a line, and the family of layouts that prints such labels.

    A letter that may as well be an initial is one only where nothing else is found.
    """
    letters = list(_letters(line, language))
    marked = list(_before_separators(line, language))
    sure = next((match for match in (*letters, *marked) if not match[0].proof), None)
    if sure:
        return sure
    likely = min(marked or letters, key=lambda match: (match[1].end("label"), -match[1].end()), default=None)
    return None if likely is None or (likely[0].capitals and _abbreviates(line, likely[1])) else likely


def _letters(line: str, language: Language) -> Iterator[Match]:
    """The letters for a part at the start of a line."""
    for family, pattern in families.letter_patterns():
        found = pattern.match(line)
        if found and found["label"].isupper() and not line[found.end()].islower():
            letters = (parts.words(language, Part[name.upper()]) for name in family.parts)
            if any(found["label"].casefold() in known for known in letters):
                yield family, found


def _before_separators(line: str, language: Language) -> Iterator[Match]:
    """What may be a label before the separator of each family."""
    head = line[: families.LONGEST_LABEL + MOST_BLANKS]
    for family, pattern in families.label_patterns():
        if not any(mark in head for mark in family.separators):
            continue
        found = pattern.match(line)
        if found and _is_brief(family, found["label"], language) and may_be(found["label"], language):
            yield family, found


def _is_brief(family: Family, printed: str, language: Language) -> bool:
    """Whether what looks like other texts may be a label: a few words, and in capitals no sentence."""
    if not family.proof:
        return True
    if family.worded:
        known = parts.words(language, Part.QUESTION) | parts.words(language, Part.ANSWER)
        return len(printed) > LONGEST_ABBREVIATION and spelling.folded(printed) in known
    words = printed.split()
    sentence = any(word.endswith(".") and len(word) > LONGEST_ABBREVIATION for word in words)
    address = words[-1].casefold() in wording.grammar(language).honorifics
    in_capitals = words[-1].isupper() and not (sentence or address)
    is_whole = not (family.told and (sentence or address or len(printed) == 1))
    return len(words) <= MOST_WORDS_TO_PROVE and is_whole and (in_capitals or not family.capitals)


def _abbreviates(line: str, label: re.Match[str]) -> bool:
    """Whether the full stop is that of a short office or title, with the name in capitals behind it."""
    following = line[label.end() :].split(maxsplit=1)[:1]
    named = bool(following) and len(following[0]) > 1 and following[0].isalpha() and following[0].isupper()
    return named and len(label["label"]) <= LONGEST_ABBREVIATION


@lru_cache(maxsize=REMEMBERED)
def may_be(printed: str, language: Language) -> bool:
    """Whether what is printed may designate somebody, or a part, and says nothing else."""
    if parts.is_phrase(printed, language):
        return True
    label = designation.bare(printed)
    return (
        len(label.split()) <= MOST_WORDS
        and (designation.is_name_like(printed, language) or _is_of_outlet(printed, language))
        and not _opens_sentence(printed, language)
        and label.strip(" .") not in _others(language)
        and not (_counts(printed, language) and not parts.has_word(printed, language))
    )


def _counts(printed: str, language: Language) -> bool:
    return numbering.counts(printed, language) or numbering.opens_item(printed)


def _is_of_outlet(printed: str, language: Language) -> bool:
    """Whether a word for whoever asks stands in small letters behind a name, as in "North Courier reporter"."""
    *outlet, last = printed.split()
    asks = spelling.folded(last) in parts.words(language, Part.QUESTION) and len(last) > 1
    no_names = wording.grammar(language).no_names
    return asks and bool(outlet) and all(word[0].isupper() and word not in no_names for word in outlet)


def _opens_sentence(printed: str, language: Language) -> bool:
    """Whether the first word opens sentences and no names, as in "For the minister"."""
    first, _, rest = designation.NOTE.sub(" ", printed).strip().partition(" ")
    words = wording.grammar(language)
    if not rest or first not in words.no_names or first.casefold() in words.articles | words.honorifics:
        return False
    held = words.office.match(printed)
    return held is None and not parts.has_word(first, language)


@cache
def _others(language: Language) -> frozenset[str]:
    return frozenset(spelling.folded(other) for other in listed(language.words("labels")["not_labels"]))


def recurring(lines: Sequence[str], language: Language) -> frozenset[str]:
    """What stands as a label at the start of more than one line."""
    found = Counter(designation.bare(label["label"]) for line in set(lines) if (label := at_start(line, language)))
    return frozenset(label for label, times in found.items() if times > 1)
