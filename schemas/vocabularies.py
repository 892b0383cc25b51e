"""The closed lists of values of baku-talks."""

from lading.record import Vocabulary


class Origin(Vocabulary):
    """Who stands behind a record."""

    CONVERTER = "converter", "Found by the converter"
    CURATOR = "curator", "Added or corrected by a person"


class Genre(Vocabulary):
    """What kind of document it is."""

    MEETING_REMARKS = "meeting-remarks", "Remarks of the participants of a meeting"
    PRESS_CONFERENCE = "press-conference", "Statements with answers to questions of the press"
    BRIEFING = "briefing", "A spokesperson's regular briefing"
    SPEECH = "speech", "A speech or statement without questions"
    INTERVIEW = "interview", "An interview"
    READOUT = "readout", "An account of a meeting in the third person"
    JOINT_STATEMENT = "joint-statement", "A statement issued by several parties together"
    NEWS = "news", "A news article"


class DateBasis(Vocabulary):
    """What a publication date was read from."""

    DATELINE = "dateline", "The line that carries date and time"
    TITLE = "title", "The title"
    SOURCE_IDENTIFIER = "source-identifier", "The reference number"
    LEAD = "lead", "The first sentence"


class RenditionRelation(Vocabulary):
    """How a published page relates to the text that is described."""

    PUBLISHED_AT = "published-at", "The page the text was taken from"
    SAME_PAGE = "same-page", "A second extraction of the same page"


class ZoneKind(Vocabulary):
    """What a stretch of a document is for."""

    SITE_BANNER = "site_banner", "Banner or navigation of the site"
    SITE_SECTION = "site_section", "Section header of the site"
    ISSUER = "issuer", "Name of the issuing body"
    TITLE = "title", "Title"
    DATELINE = "dateline", "Date, time or place line"
    SOURCE_IDENTIFIER = "source_identifier", "Reference number given by the issuer"
    LEAD = "lead", "Opening sentence in the third person"
    SPEECH = "speech", "Words of a speaker"
    QA = "qa", "Questions and answers"
    NARRATIVE = "narrative", "Text in the third person"
    TRAILER = "trailer", "Newsletter box, photo album, links: whatever follows the text"


class TurnKind(Vocabulary):
    """What a turn does."""

    STATEMENT = "statement", "Statement"
    QUESTION = "question", "Question"
    ANSWER = "answer", "Answer"


class SpeakerType(Vocabulary):
    """In what part somebody speaks."""

    OFFICIAL = "official", "Official"
    JOURNALIST = "journalist", "Journalist"
    MODERATOR = "moderator", "Moderator"
    INTERPRETER = "interpreter", "Interpreter"
    UNKNOWN = "unknown", "Unknown"


class TextForm(Vocabulary):
    """How the text came about that the offsets count in."""

    FILE = "file", "The file that was given, as it is"
    DECODED = "decoded", "The file that was given, written anew in UTF-8"
    EXTRACTED = "extracted", "The text taken out of a page or of a document with a layout"


class AttributionBasis(Vocabulary):
    """What tells who speaks."""

    LABEL = "label", "A label in front of the turn"
    LEAD_IN = "lead-in", "A sentence that introduces the turn"
    TITLE = "title", "The title names the only speaker"
    ALTERNATION = "alternation", "Speakers take turns without labels: a mark or a question opens each turn"


class QuoteType(Vocabulary):
    """What the quotation marks are for."""

    DIRECT = "direct", "A speaker's words, a clause or more"
    MIXED = "mixed", "A speaker's words inside a reported clause"
    SCARE = "scare", "A word that the writer keeps at a distance"
    TITLE = "title", "A name or title"


class EntityType(Vocabulary):
    """What a name stands for."""

    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    PLACE = "place", "Place"
    AGREEMENT = "agreement", "Agreement, declaration or joint statement"


class EntityStatus(Vocabulary):
    """Whether a curator has seen the entity."""

    REGISTERED = "registered", "In the registry"
    PROVISIONAL = "provisional", "Met in a text, not yet in the registry"


class AliasKind(Vocabulary):
    """What kind of name an alias is."""

    NAME = "name", "Another full name or spelling"
    SHORT_NAME = "short-name", "Short name"
    ABBREVIATION = "abbreviation", "Abbreviation"
    FORM_OF_ADDRESS = "form-of-address", "First name with patronymic, or another form of address"


class PlaceType(Vocabulary):
    """What kind of place it is."""

    STATE = "state", "State, present or former"
    CITY = "city", "City"
    REGION = "region", "Region"
    WATER = "water", "Sea or ocean"


class OrganisationType(Vocabulary):
    """What kind of body it is."""

    GOVERNMENT = "government", "Government, presidency or parliament"
    MINISTRY = "ministry", "Ministry"
    ARMED_FORCES = "armed-forces", "Armed forces"
    COMMISSION = "commission", "Commission or working group"
    INTERGOVERNMENTAL = "intergovernmental", "International organisation, format or bloc"
    COMPANY = "company", "Company"
    MEDIA = "media", "News organisation"
    EDUCATION_CULTURE = "education-culture", "University, museum or festival"
    OTHER = "other", "Other"


class DatePrecision(Vocabulary):
    """How much of a date is known; the days given are then the first and the last that are possible."""

    DAY = "day", "Day"
    MONTH = "month", "Month"
    SEASON = "season", "Season"
    YEAR = "year", "Year"


class TimexType(Vocabulary):
    """Kinds of temporal expression (TIMEX3)."""

    DATE = "DATE", "Calendar date"
    TIME = "TIME", "Time of day"
    DURATION = "DURATION", "Duration"
    SET = "SET", "Recurring time"


class TimexModifier(Vocabulary):
    """Modifiers of temporal expressions (TIMEX3 `mod`)."""

    BEFORE = "BEFORE", "Before"
    AFTER = "AFTER", "After"
    LESS_THAN = "LESS_THAN", "Less than"
    MORE_THAN = "MORE_THAN", "More than"
    EQUAL_OR_LESS = "EQUAL_OR_LESS", "No more than"
    EQUAL_OR_MORE = "EQUAL_OR_MORE", "At least"
    START = "START", "Start of"
    MID = "MID", "Middle of"
    END = "END", "End of"
    APPROX = "APPROX", "About"


class AmountModifier(Vocabulary):
    """How a stated figure relates to the true one."""

    ABOUT = "about", "About"
    NEARLY = "nearly", "Nearly, almost"
    OVER = "over", "Over, more than"
    UNDER = "under", "Under, less than"
    AT_LEAST = "at-least", "At least"
    AT_MOST = "at-most", "At most, up to"


class EventStatus(Vocabulary):
    """How the document presents the event."""

    REPORTED = "reported", "Reported as having happened"
    PLANNED = "planned", "Still to come when it is mentioned"
    CLAIMED = "claimed", "Asserted by one side"
    HISTORICAL = "historical", "History, from before the period of the talks"
    NEGATED = "negated", "Said not to have happened"


class ParticipantRole(Vocabulary):
    """A participant's part in an event (PLOVER): the visitor is the actor, the host the recipient."""

    ACTOR = "actor", "Actor"
    RECIPIENT = "recipient", "Recipient"
    MEDIATOR = "mediator", "Mediator"


class EventCategory(Vocabulary):
    """The sixteen event categories of PLOVER."""

    AGREE = "AGREE", "Agree to future action"
    CONSULT = "CONSULT", "Consult or meet"
    SUPPORT = "SUPPORT", "Diplomatic cooperation or support"
    CONCEDE = "CONCEDE", "Concede or yield"
    COOPERATE = "COOPERATE", "Material cooperation"
    AID = "AID", "Provide aid"
    RETREAT = "RETREAT", "Retreat or release"
    REQUEST = "REQUEST", "Request or demand"
    ACCUSE = "ACCUSE", "Disapprove or accuse"
    REJECT = "REJECT", "Reject or refuse"
    THREATEN = "THREATEN", "Threaten or warn"
    PROTEST = "PROTEST", "Protest"
    SANCTION = "SANCTION", "Sanction or reduce relations"
    MOBILIZE = "MOBILIZE", "Mobilise forces"
    COERCE = "COERCE", "Coerce or repress"
    ASSAULT = "ASSAULT", "Use force"


class QuadCode(Vocabulary):
    """The four groups of event categories."""

    VERBAL_COOPERATION = "verbal-cooperation", "Verbal cooperation"
    MATERIAL_COOPERATION = "material-cooperation", "Material cooperation"
    VERBAL_CONFLICT = "verbal-conflict", "Verbal conflict"
    MATERIAL_CONFLICT = "material-conflict", "Material conflict"
