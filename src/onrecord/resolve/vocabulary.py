"""Closed word lists for telling who is meant: titles, roles, kinds of organisation, pronouns. No logic."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms miss mx sir dame lord lady dr prof professor rev reverend father sister brother pope bishop archbishop cardinal "
    "patriarch imam ayatollah mullah grand mufti sheikh sheik shaykh haj hajj hajji prince princess king queen emir crown sultan "
    "president vice deputy prime premier chancellor minister secretary gen general maj major col colonel lt lieutenant capt captain sgt "
    "sergeant cpl corporal brig brigadier adm admiral cmdr commander marshal field chief sen senator rep representative congressman "
    "congresswoman gov governor mayor judge justice attorney ambassador envoy speaker chairman chairwoman chair director former ex "
    "acting late comrade officer detective inspector superintendent sheriff counsellor coach caliph hon honourable engineer"
)
"""Words that stand before a name and are no part of it, without dots and in lower case."""

GENDER_OF_WORD: dict[str, str] = {
    **dict.fromkeys(
        "mr sir lord father brother prince king sultan emir pope sheikh sheik shaykh imam ayatollah mullah congressman chairman spokesman "
        "businessman policeman fisherman clergyman gentleman man boy husband son uncle grandfather nephew widower salesman caliph".split(),
        "male",
    ),
    **dict.fromkeys(
        "mrs ms miss dame lady sister princess queen congresswoman chairwoman spokeswoman businesswoman policewoman woman girl wife mother "
        "daughter aunt grandmother niece widow actress".split(),
        "female",
    ),
}

ROLE_FAMILIES: tuple[frozenset[str], ...] = tuple(
    _words(line)
    for line in (
        "spokesman spokeswoman spokesperson",
        "commander commander-in-chief cmdr",
        "leader chief head",
        "director head chief",
        "chairman chairwoman chairperson chair chief",
        "president",
        "vice-president",
        "premier prime-minister",
        "minister",
        "secretary",
        "secretary-general",
        "governor gov",
        "mayor",
        "ambassador envoy diplomat representative",
        "official",
        "officer",
        "general gen",
        "colonel col",
        "lieutenant lt",
        "captain capt",
        "major",
        "sergeant sgt",
        "brigadier brig",
        "admiral adm",
        "activist campaigner",
        "lawyer attorney counsel",
        "doctor physician medic surgeon",
        "nurse",
        "resident inhabitant villager local",
        "witness eyewitness",
        "fighter militant rebel insurgent gunman",
        "soldier trooper",
        "source",
        "analyst expert",
        "professor academic scholar prof",
        "researcher scientist",
        "economist",
        "historian",
        "author writer",
        "journalist reporter correspondent",
        "editor",
        "adviser advisor aide",
        "candidate nominee contender hopeful",
        "senator lawmaker sen",
        "congressman congresswoman lawmaker representative rep",
        "lawmaker parliamentarian legislator mp deputy",
        "judge justice",
        "prosecutor",
        "billionaire businessman businesswoman mogul entrepreneur",
        "prince",
        "king monarch",
        "queen monarch",
        "pope pontiff",
        "sheikh cleric imam preacher",
        "worker volunteer rescuer",
        "coordinator",
        "manager",
        "deputy",
        "negotiator mediator",
        "refugee",
        "farmer",
        "teacher",
        "student",
        "pilot",
        "observer",
        "inspector investigator",
        "man",
        "woman",
        "mother",
        "father",
        "driver",
        "shopkeeper trader",
        "veteran",
        "strategist consultant pollster",
        "actor actress",
        "singer musician",
        "founder co-founder",
    )
)
"""Nouns for one person. Two descriptions can be of one person where their nouns share a family."""

ROLE_NOUNS = frozenset().union(*ROLE_FAMILIES) | _words(
    "member speaker chancellor sultan emir archbishop bishop cardinal patriarch priest executive ceo detective sheriff coach boss tsar czar "
    "delegate fellow host anchor operative organiser organizer relative survivor owner critic supporter staffer insider patient victim "
    "neighbour neighbor friend colleague wife husband son daughter sister brother uncle aunt cousin niece nephew grandson granddaughter grandfather grandmother stepson stepdaughter fiance fiancee widow widower girl boy citizen employee clerk "
    "counsellor councillor councilman treasurer registrar rector dean principal lecturer therapist psychologist engineer photographer "
    "translator guard policeman policewoman defector detainee prisoner smuggler jihadist sniper person commissioner rapporteur "
    "undersecretary under-secretary-general co-chair co-director vice-chairman mufti ayatollah caliph figure incumbent frontrunner "
    "mate democrat republican libertarian partner counterpart rival ally predecessor successor scholar graduate specialist planner curator physicist biologist developer lobbyist donor aide-de-camp"
)

ORGANISATION_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("observatory", "monitor", "watchdog", "watch"),
        _words("observatory monitor watchdog group organisation organization monitors"),
    ),
    **dict.fromkeys(("ministry",), _words("ministry")),
    **dict.fromkeys(("department",), _words("department ministry")),
    **dict.fromkeys(("agency",), _words("agency")),
    **dict.fromkeys(("army",), _words("army military force forces")),
    **dict.fromkeys(("forces", "force", "units"), _words("forces force alliance group militia")),
    **dict.fromkeys(
        ("front", "brigade", "brigades", "movement", "battalion", "legion", "militia"),
        _words("group movement faction militia"),
    ),
    **dict.fromkeys(("coalition", "alliance", "bloc"), _words("coalition alliance bloc group")),
    **dict.fromkeys(("council",), _words("council body group")),
    **dict.fromkeys(("committee", "commission"), _words("committee commission body panel group")),
    **dict.fromkeys(("party",), _words("party group")),
    **dict.fromkeys(
        ("times", "post", "journal", "herald", "gazette", "tribune", "daily", "guardian"),
        _words("newspaper paper daily"),
    ),
    **dict.fromkeys(
        ("tv", "television", "channel", "radio", "broadcasting"),
        _words("channel television station broadcaster network radio"),
    ),
    **dict.fromkeys(("news",), _words("network channel agency outlet site website broadcaster")),
    **dict.fromkeys(
        (
            "organisation",
            "organization",
            "association",
            "society",
            "foundation",
            "initiative",
            "trust",
            "fund",
            "federation",
            "league",
        ),
        _words("organisation organization association society foundation initiative group charity federation league"),
    ),
    **dict.fromkeys(
        ("centre", "center", "institute", "institution"),
        _words("centre center institute group organisation organization think-tank"),
    ),
    **dict.fromkeys(
        ("defence", "defense", "helmets", "crescent", "cross", "amnesty"),
        _words("organisation organization group charity service"),
    ),
    **dict.fromkeys(
        ("company", "corp", "inc", "ltd", "corporation", "airlines", "bank"),
        _words("company firm corporation bank airline"),
    ),
    **dict.fromkeys(("university", "college", "school"), _words("university college school")),
    **dict.fromkeys(("court", "tribunal"), _words("court tribunal")),
    **dict.fromkeys(("union",), _words("union bloc")),
    **dict.fromkeys(
        ("government", "administration", "authority", "regime"), _words("government administration authority regime")
    ),
    **dict.fromkeys(("campaign",), _words("campaign")),
    **dict.fromkeys(("nations",), _words("organisation organization body")),
    **dict.fromkeys(
        ("command", "police", "bureau", "office", "service", "guard", "guards", "corps", "navy", "embassy"), frozenset()
    ),
    **dict.fromkeys(("assembly", "parliament", "senate", "congress", "house", "pentagon", "kremlin"), frozenset()),
    **dict.fromkeys(
        ("network", "project", "group", "board", "staff", "headquarters", "hospital", "forum", "congregation"),
        _words("group"),
    ),
    **dict.fromkeys(("state",), frozenset()),
}
"""A word in an organisation's name, and the nouns by which the organisation may be called later."""

ORGANISATION_NOUNS = (frozenset().union(*ORGANISATION_WORDS.values()) | frozenset(ORGANISATION_WORDS)) - _words(
    "state post times house cross"
) | _words(
    "outlet newspaper magazine website faction militia charity firm committee ngo military team leadership opposition ministry mission"
)

GROUP_NOUNS = _words("group organisation organization body faction movement militia alliance coalition")
"""Words for an organisation that say little of its sort."""
UNIONS = _words("alliance coalition movement")
"""Those of them that are rather somebody whom the report has called so than just any organisation."""

DOCUMENT_NOUNS = _words(
    "statement report document letter survey poll study release communique article transcript dossier indictment memo memorandum text post "
    "tweet message paper analysis account complaint lawsuit filing ruling resolution"
)
IMAGE_NOUNS = _words(
    "video videos footage picture pictures photo photos photograph photographs image images film recording clip"
)
PLURAL_PEOPLE = _words(
    "police people men women children others staff personnel troops forces media authorities critics medics"
)

MALE, FEMALE = "male", "female"
PRONOUNS: dict[str, tuple[str, str | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", MALE)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", FEMALE)),
    **dict.fromkeys(("it", "its", "itself"), ("thing", None)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("several", None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("speaker", None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("side", None)),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), ("relative", None)),
    **dict.fromkeys(
        (
            "you",
            "your",
            "yours",
            "yourself",
            "one",
            "everyone",
            "anyone",
            "someone",
            "nobody",
            "somebody",
            "this",
            "these",
            "those",
            "what",
        ),
        ("unknown", None),
    ),
}
"""What a pronoun can stand for, and the gender it shows."""

DETERMINERS = _words("the a an this that these those his her its their our my your")
DEFINITE = _words("the this that these those his her its their our my")
POSSESSIVES = _words("his her its their our my your")
INDEFINITE = _words("a an one another some two three four five six seven several many few other most dozens")
PREPOSITIONS = _words(
    "of for at in from on to with by about into over near under during against within outside inside between among across around "
    "through before after since until as than like behind without toward towards via speaking citing including based quoted working"
)
RELATIVES = _words("who whose whom which that where when")
NAME_PARTICLES = _words(
    "al el bin ibn bint van von de del da der den di la le dos ad an ar as ash at ez es ul abu abd abdel abdul um umm ben y"
)
NAME_LINKS = _words("of for")

FORMER = _words("former ex late then-")
DEMONYMS: dict[str, str] = {
    name: country
    for country, names in {
        "syria": "syrian syrians",
        "russia": "russian russians",
        "turkey": "turkish turk turks",
        "iran": "iranian iranians",
        "iraq": "iraqi iraqis",
        "israel": "israeli israelis",
        "lebanon": "lebanese",
        "jordan": "jordanian jordanians",
        "us": "american americans united-states u.s usa america",
        "uk": "british britain united-kingdom u.k",
        "france": "french",
        "germany": "german germans",
        "saudi": "saudis saudi-arabia",
        "qatar": "qatari",
        "egypt": "egyptian egyptians",
        "china": "chinese",
        "ukraine": "ukrainian ukrainians",
        "libya": "libyan libyans",
        "yemen": "yemeni yemenis",
        "sudan": "sudanese",
        "nigeria": "nigerian",
        "afghanistan": "afghan afghans",
        "pakistan": "pakistani",
        "india": "indian indians",
        "kurds": "kurdish kurd",
        "palestine": "palestinian",
        "europe": "european",
        "mali": "malian",
        "somalia": "somali",
        "ethiopia": "ethiopian",
        "colombia": "colombian",
        "mexico": "mexican",
        "japan": "japanese",
        "sweden": "swedish",
        "norway": "norwegian",
        "spain": "spanish",
        "italy": "italian",
        "poland": "polish",
        "canada": "canadian",
        "australia": "australian",
        "arab": "arabs arabic",
        "un": "u.n united-nations",
        "myanmar": "burmese burma",
    }.items()
    for name in (country, *names.split())
}
"""Country names, adjectives and people, brought to one word."""

DOMAINS = _words(
    "foreign defence defense interior finance health justice information energy agriculture education trade labour prime vice deputy"
)
"""Modifiers that tell one office from another."""
CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec ramadan eid christmas"
)
ROLE_MODIFIERS = _words(
    "senior top former ex military media political rebel opposition local chief executive press public general deputy vice acting state "
    "regional national provincial police army government security humanitarian medical human rights war field party campaign defence defense "
    "foreign interior information prime retired founding co military-affairs leading outgoing then late"
)
"""Words in lower case that may stand between the start of a title and its noun: "senior military commander"."""
FUNCTION_WORDS = _words(
    "and but or nor so yet if unless when while whereas because although though however meanwhile moreover nevertheless still even also not no "
    "yes now then here there where why how what such more most many much all both each every any either neither only just once unlike worse "
    "instead indeed earlier later today yesterday tomorrow despite amid according given rather perhaps maybe who whom is are was were be been has "
    "have had do does did can could will would should may might must nearly almost at-least elsewhere again already recently previously"
)
"""Words that bear a capital only where they open a sentence."""
NAMED_AFTER = frozenset(
    "city town village province district area neighbourhood neighborhood state river group party camp region country island".split()
)
"""Nouns after which a bare name names a place or a body, not the one who holds the office."""
NO_PERSON = frozenset(
    "human rights high special general security refugee refugees relief development food world children women health".split()
)
MEDIA_NOUNS = frozenset(
    "agency newspaper paper daily television tv channel radio website network magazine site".split()
)
GOES_ON = _words("added adds adding continued continues concluded concludes")
"""Verbs of somebody who has spoken before."""
UNNAMED_VOICES = _words(
    "source official spokesman spokeswoman spokesperson narrator resident witness eyewitness reporter journalist correspondent author "
    "writer analyst expert soldier fighter guard officer judge prosecutor lawyer attorney person member victim driver neighbour neighbor"
)
"""Nouns for those who speak without a name, or in another role than those who are named."""
