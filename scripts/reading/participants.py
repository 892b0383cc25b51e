"""Who takes part in the occasion of a document: who speaks, and whom title and lead name, in the office stated there.

Somebody merely mentioned, in a speech or further down in an account, takes no part.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product

from lading.standoff import Span
from schemas.vocabularies import EntityType, Genre, SpeakerType, ZoneKind
from scripts.reading import owners
from scripts.reading.found import DocumentParticipant, Facts, Layout, Quotation, Turn
from scripts.reading.language import Language
from scripts.reading.names.names import Names
from scripts.reading.names.office_words import office_words
from scripts.reading.names.offices import Appointment
from scripts.reading.names.shapes import CAPITAL, span_of
from scripts.reading.names.small_words import small_words
from scripts.reading.readable import readable
from scripts.reading.structure import occasion, prose, titles, wording

ANNOUNCING = (ZoneKind.TITLE, ZoneKind.LEAD, ZoneKind.DATELINE)
SHORTEST_SENTENCE = 6
"""In words: a shorter line is one of the site's, or a heading."""
LEAD_OF_ACCOUNT = 2
"""The first paragraphs of an account, which tell who met; names further down are those of others as well."""
APPOSITION = re.compile(r"\s*[,(]\s*(?:[^\W\d_]{1,3}[\s'\u2019])?|(?: [A-Z]{2,3})? *\n\s*")
"""Between a name and the office behind it, with the article of the office or without, or on the line below it."""
BODY = re.compile(r"\((?P<body>(?=[^()]*[A-Z\u0410-\u042f][^()]*[A-Z\u0410-\u042f])[^\W\d_]{2,6})\)")
"""The abbreviation of a ministry in brackets, as in "Orsa (MFA)"."""
LONGEST_GAP = 6
LONGEST_TITLE = 4
"""In words."""
MOST_FORMS = 6
"""Of which a word may be one."""
STATE = re.compile(rf"{CAPITAL}[\w'\u2019-]+(?: {CAPITAL}[\w'\u2019-]+){{0,2}}")
COMMENTING = ("spokesperson", "parliamentarian")
"""The kinds of office of those whom the news quote on what others do: they take part where they are announced."""
EDGES = " ,;:()[]\t\n"


@dataclass(frozen=True, slots=True)
class Post:
    """An office as stated, who holds it, and where his name stands."""

    person_id: str
    office: Span
    name: Span
    comments: bool = False

    @property
    def span(self) -> Span:
        """From the first to the last of both."""
        return Span(min(self.office.start, self.name.start), max(self.office.end, self.name.end))


def find(
    text: str,
    layout: Layout,
    stated: Facts,
    names: Names,
    language: Language,
    quotations: Sequence[Quotation] = (),
) -> tuple[DocumentParticipant, ...]:
    """The participants in the order in which the text names them, each once; nobody where there is no occasion.

    In the news an account goes on from one to the other: those whose words it quotes take part, too.
    """
    announcing = list(_announcing(text, layout, stated.genre, language))
    if stated.genre is None or not _is_official(text, layout, stated, announcing, language):
        return ()
    quoting = list(_quoting(text, layout, quotations)) if stated.genre is Genre.NEWS else []
    posts = [*_posts(text, announcing, names, language), *_labelled(text, layout, names)]
    told = (post for post in _posts(text, quoting, names, language) if not _is_said(post.span, quotations))
    posts += (post for post in told if not post.comments)
    found: dict[str, DocumentParticipant] = {}
    quoted = _quoted(quoting, quotations, names)
    for person_id, span in chain(_named(announcing, names), _speaking(layout, names), quoted):
        if not _is_name(names.name(person_id), language):
            continue
        held = _fullest(text, [post for post in posts if post.person_id == person_id], language)
        held = held or _of_body(text, person_id, [span, *_listed(text, names.name(person_id), layout)])
        if held is not None:
            found.setdefault(person_id, _participant(text, held, names, language))
        elif stated.genre is not Genre.NEWS and not _owns_office(text, span, language):
            found.setdefault(person_id, DocumentParticipant(span.start, span.end, names.name(person_id)))
    return tuple(sorted(found.values(), key=lambda participant: participant.start))


def _is_official(text: str, layout: Layout, stated: Facts, announcing: Sequence[Span], language: Language) -> bool:
    """Whether a state or a public body acts; whoever takes the floor in a diplomatic document does."""
    told = [text[span.start : span.end] for span in announcing]
    return bool(layout.turns) or occasion.is_official(stated.title or "", told, (), (), language)


def _announcing(text: str, layout: Layout, genre: Genre | None, language: Language) -> Iterator[Span]:
    """The paragraphs that announce who takes part: those before the words, or the first ones of an account."""
    told = 0
    for zone, span in readable(text, layout):
        if zone in ANNOUNCING:
            if not _names_author(text[span.start : span.end].strip(), language):
                yield span
        elif zone is ZoneKind.NARRATIVE and not layout.turns:
            paragraph = text[span.start : span.end]
            told += prose.is_terminated(paragraph) and prose.n_words(paragraph) >= SHORTEST_SENTENCE
            listed = genre is Genre.JOINT_STATEMENT and not prose.is_solid(paragraph)
            if told <= LEAD_OF_ACCOUNT or listed:
                yield span


def _quoting(text: str, layout: Layout, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The paragraphs of an account that quote somebody."""
    for zone, span in readable(text, layout):
        if zone is ZoneKind.NARRATIVE and any(span.contains(quotation.span) for quotation in quotations):
            yield span


def _names_author(line: str, language: Language) -> bool:
    """Whether the line tells who wrote the text or asked the questions, and no office."""
    return titles.is_byline(line, language) and not wording.grammar(language).office.search(line)


def _is_name(name: str, language: Language) -> bool:
    """Whether a name may be that of a person, not the rest of the name of a state or a body: "of Foreign Affairs"."""
    words = name.casefold().split()
    grammar = wording.grammar(language)
    return words[0] not in grammar.articles | grammar.conjunctions and grammar.place_endings.isdisjoint(words)


def _of_body(text: str, person_id: str, places: Iterable[Span]) -> Post | None:
    """The body that somebody speaks for, where its abbreviation stands in brackets in the label or behind the name."""
    for name in places:
        found = BODY.search(text, name.start, min(len(text), name.end + LONGEST_GAP + 2))
        if found and found.start() <= name.end + 1:
            return Post(person_id, Span(*found.span("body")), Span(name.start, min(name.end, found.start())))
    return None


def _listed(text: str, name: str, layout: Layout) -> Iterator[Span]:
    """Where the surname stands in front of a bracket above the first words."""
    end = layout.turns[0].start if layout.turns else 0
    surname = re.compile(rf"(?<!\w){re.escape(name.rsplit(maxsplit=1)[-1])}(?=\s\()", re.IGNORECASE)
    for found in surname.finditer(text, 0, end):
        yield Span(*found.span())


def _owns_office(text: str, name: Span, language: Language) -> bool:
    """Whether a single word stands in front of an office, as the name of a state does: "Sundal Prime Minister"."""
    start = name.end + 1
    told = text[name.start : name.end]
    return len(told.split()) == 1 and wording.grammar(language).office.match(text, start) is not None


def _posts(text: str, spans: Sequence[Span], names: Names, language: Language) -> Iterator[Post]:
    """The offices that the paragraphs state, each with whoever holds it."""
    for span in spans:
        for post in names.posts(text, span):
            if post.holder:
                name = span_of(post.holder)
                if person_id := names.person(text[name.start : name.end], name.end):
                    office = _without(post, name)
                    start = owners.start(text, office.start, post, names, language)
                    yield Post(person_id, Span(start, office.end), name, post.office.kind in COMMENTING)
            elif held := _in_apposition(text, post, names):
                start = owners.start(text, held.office.start, post, names, language)
                yield replace(held, office=Span(start, held.office.end))


def _fullest(text: str, posts: Sequence[Post], language: Language) -> Post | None:
    """The first of somebody's posts, or one that tells the same office, and of what it is."""
    told = [frozenset(text[post.office.start : post.office.end].casefold().split()) for post in posts]
    if not told or told[0] & wording.grammar(language).prepositions:
        return next(iter(posts), None)
    fuller = [post for post, words in zip(posts, told, strict=True) if words >= told[0]]
    return max(fuller, key=lambda post: post.office.end - post.office.start, default=None)


def _without(post: Appointment, name: Span) -> Span:
    """The office without the name that stands in front of it or behind it."""
    if post.start < name.start:
        return Span(post.start, min(name.start, max(post.end, post.start)) if post.end > name.start else post.end)
    return Span(max(name.end, post.start), max(post.end, name.end))


def _in_apposition(text: str, post: Appointment, names: Names) -> Post | None:
    """The holder of an office that follows his name: "Lena Orsa, the Minister of Finance"."""
    for mention in names.mentions:
        if mention.end > post.start:
            return None
        between = text[mention.end : post.start]
        line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
        beside = "\n" not in between or "," not in line
        if mention.entity_type is EntityType.PERSON and beside and APPOSITION.fullmatch(between):
            return Post(mention.entity_id, Span(post.start, post.end), mention.span)
    return None


def _labelled(text: str, layout: Layout, names: Names) -> Iterator[Post]:
    """The offices that stand in the labels of officials."""
    for turn in _first_turns(layout, lambda turn: (turn.speaker, turn.speaker_label)):
        person_id, label = names.person(turn.speaker or "", turn.start), turn.label
        if person_id is None or label is None:
            continue
        for post in names.posts(text, label):
            name = span_of(post.holder) if post.holder else label
            office = _without(post, name) if post.holder else Span(post.start, post.end)
            yield Post(person_id, office, name)


def _first_turns(layout: Layout, told: Callable[[Turn], object]) -> Iterator[Turn]:
    """The turns of officials, each the first of those that tell the same."""
    seen: set[object] = set()
    for turn in layout.turns:
        if turn.speaker and turn.speaker_type is SpeakerType.OFFICIAL and told(turn) not in seen:
            seen.add(told(turn))
            yield turn


def _named(announcing: Sequence[Span], names: Names) -> Iterator[tuple[str, Span]]:
    """The persons whom the announcing paragraphs name."""
    for mention in names.mentions:
        if mention.entity_type is EntityType.PERSON and any(span.contains(mention.span) for span in announcing):
            yield mention.entity_id, mention.span


def _quoted(quoting: Sequence[Span], quotations: Sequence[Quotation], names: Names) -> Iterator[tuple[str, Span]]:
    """The persons whose words the paragraphs quote, where these name them outside the words."""
    speakers = {quotation.speaker_id for quotation in quotations}
    for person_id, name in _named(quoting, names):
        if person_id in speakers and not _is_said(name, quotations):
            yield person_id, name


def _is_said(span: Span, quotations: Sequence[Quotation]) -> bool:
    return any(quotation.span.contains(span) for quotation in quotations)


def _speaking(layout: Layout, names: Names) -> Iterator[tuple[str, Span]]:
    """The officials who speak."""
    for turn in _first_turns(layout, lambda turn: turn.speaker):
        if person_id := names.person(turn.speaker or "", turn.start):
            yield person_id, turn.label or turn.span


def _participant(text: str, post: Post, names: Names, language: Language) -> DocumentParticipant:
    words = text[post.office.start : post.office.end].strip(EDGES).split()
    grammar = wording.grammar(language)
    while words and words[-1].casefold() in grammar.honorifics and not grammar.ends_in_office(" ".join(words)):
        words.pop()
    office = _nominative(" ".join(words).strip(EDGES), language) + _state_behind(text, post, language)
    return DocumentParticipant(post.span.start, post.span.end, names.name(post.person_id), office or None)


def _nominative(office: str, language: Language) -> str:
    """The office in its basic form, as far as its first words are a title that has one: "Minister of Sundal"."""
    words, known = office.split(), office_words(language)
    for end in range(min(len(words), LONGEST_TITLE), 0, -1):
        forms = product(*(list(map(str.casefold, known.bases(word)))[:MOST_FORMS] for word in words[:end]))
        basic = next((each for each in forms if " ".join(each) in known.basic_forms), None)
        if basic is not None:
            cased = (_as_printed(form, word) for form, word in zip(basic, words[:end], strict=True))
            return " ".join([*cased, *words[end:]])
    return office


def _as_printed(form: str, word: str) -> str:
    """A form of a word with its capitals."""
    if form == word.casefold():
        return word
    return form.upper() if word.isupper() else form.capitalize() if word[0].isupper() else form


def _state_behind(text: str, post: Post, language: Language) -> str:
    """What the office is of, where that stands behind the name: "Prime Minister Lena Orsa of Sundal"."""
    if post.office.end > post.name.start or "\n" in text[post.office.end : post.name.start]:
        return ""
    grammar, of = wording.grammar(language), small_words(language).of
    if not grammar.prepositions.isdisjoint(text[post.office.start : post.office.end].casefold().split()):
        return ""
    behind = of.match(text, post.name.end)
    article = small_words(language).article.match(text, behind.end()) if behind else None
    state = STATE.match(text, (article or behind).end()) if behind else None
    return f" {text[post.name.end : state.end()].strip()}" if state else ""
