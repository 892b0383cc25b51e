"""The data package baku-talks: its metadata, its tables in the order of publication, its rules."""

from lading.dataset import Dataset, Link, Texts
from schemas.affiliations import Affiliation
from schemas.agreement_parties import AgreementParty
from schemas.agreements import Agreement
from schemas.aliases import Alias
from schemas.amounts import Amount
from schemas.documents import Document
from schemas.entities import Entity
from schemas.event_evidence import EventEvidence
from schemas.event_participants import EventParticipant
from schemas.events import Event
from schemas.identifiers import Identifier
from schemas.mentions import Mention
from schemas.organisations import Organisation
from schemas.participants import Participant
from schemas.persons import Person
from schemas.places import Place
from schemas.quotations import Quotation
from schemas.renditions import Rendition
from schemas.rules import RULES
from schemas.segments import Segment
from schemas.timexes import Timex
from schemas.turns import Turn
from schemas.zones import Zone

BAKU_TALKS = Dataset(
    name="baku-talks",
    title="Lavrov's talks in Baku, 2016 to 2023",
    description=(
        "What five public documents record of Sergey Lavrov's talks in Baku with Ilham Aliyev and Jeyhun Bayramov: "
        "facts, names, figures, offsets and hashes; no sentence of a source."
    ),
    version="0.1.0",
    licenses=(Link("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),),
    contributors=(Link("The lading authors"),),
    sources=(
        Link("Ministry of Foreign Affairs of Russia", "https://mid.ru/en/foreign_policy/news/1819414"),
        Link("President of Azerbaijan", "https://president.az/en/articles/view/18637"),
        Link(
            "GlobalSecurity.org, 10 May 2021",
            "https://www.globalsecurity.org/wmd/library/news/russia/2021/russia-210510-russia-mfa01.htm",
        ),
        Link(
            "GlobalSecurity.org, 27 February 2023",
            "https://www.globalsecurity.org/wmd/library/news/russia/2023/02/russia-230227-russia-mfa01.htm",
        ),
        Link("Caucasus Watch", "https://caucasuswatch.de/en/news/lavrovs-visit-to-baku.html"),
    ),
    keywords=("diplomacy", "Azerbaijan", "Russia", "Nagorno-Karabakh", "transcripts"),
    texts=Texts(Document),
    records=(
        Document,
        Rendition,
        Zone,
        Participant,
        Turn,
        Segment,
        Quotation,
        Entity,
        Person,
        Organisation,
        Place,
        Agreement,
        AgreementParty,
        Alias,
        Identifier,
        Affiliation,
        Mention,
        Timex,
        Amount,
        Event,
        EventParticipant,
        EventEvidence,
    ),
    rules=RULES,
)
