"""Words around and within names of places, by what they say about the place."""

from __future__ import annotations

from typing import Final

DIRECTIONS: Final = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern
    southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western
    central upper lower mid inner outer downtown uptown rural coastal greater metro metropolitan suburban mainland occupied
    rebel-held government-held""".split()
)
"""What stands before a name when not all of the place is meant."""
PARTS: Final = frozenset(
    "countryside outskirts suburb suburbs part parts north south east west centre center edge area areas corner borders border".split()
)
"""What stands before "of" or behind the name when not all of the place is meant."""
NEAR: Final = frozenset("near outside around towards toward beyond nearby".split())
IN: Final = frozenset("in at inside within across throughout into through over on along near outside around".split())
"""Prepositions by which something is said to happen at a place."""
STREETS: Final = frozenset(
    "road street avenue drive boulevard highway lane parkway st. st ave. ave blvd. blvd rd. rd dr. dr trail turnpike freeway expressway pike interstate route square bridge crossing checkpoint junction".split()
)
SITES: Final = frozenset(
    """school schools college university hospital church mosque temple center centre stadium arena airport park museum hotel library
    restaurant cafe theatre theater hall house building club office station plant prison jail detention base camp dam refinery field
    cemetery market mall plaza tower institute academy clinic factory barracks palace embassy court courthouse zoo gym auditorium
    apartments resort casino inn lodge farm ranch port harbor harbour terminal bazaar garage gymnasium pavilion lobby""".split()
)
"""What something built is called: its name is no town's, though a town's name may stand in it."""
OF_A_TOWN: Final = frozenset(
    "town city village district province governorate region state county suburb neighborhood neighbourhood suburb capital island port area camp".split()
)
"""What stands before "of" and a place's name without making it another place."""
DASHES: Final = frozenset("—–-‒―")
KINDS: Final = {
    "A.ADM1": frozenset(
        "province governorate state region oblast krai wilayat muhafazah department prefecture voivodeship".split()
    ),
    "A.ADM2": frozenset("county district parish rayon raion municipality borough woreda".split()),
    "P.PPL": frozenset("town city village hamlet".split()),
    "H.STM": frozenset("river".split()),
}
"""What stands behind a name, or before it with "of", and says which kind of place is meant."""
TAKEN: Final = tuple(
    (
        "captur seiz tak took retak recaptur attack liberat bomb shell strik struck hit storm enter besieg surround destroy occup overr "
        "overran leav left reach flee fled fle raid control held hold rock pound target defend surviv quit evacuat abandon visit"
    ).split()
)
"""How verbs begin whose object is the place where something happened."""
HAPPENED: Final = frozenset(
    """battle battles fight fighting attack attacks assault offensive siege capture fall bombing bombardment strike strikes airstrikes
    shelling clashes raid raids liberation massacre killing killings explosion blast ambush seizure advance withdrawal retreat""".split()
)
"""What happened, before "of", "for", "on" or "from" and the place."""
NO_PLACES: Final = frozenset(
    "hamas|hezbollah|isis|isil|islamic state|the islamic state|daesh|taliban|fatah|al-qaeda|al qaeda|boko haram|al-shabaab|united nations|passover|ramadan".split(
        "|"
    )
)
"""Names that the reader sometimes takes for places, though none of them is one in a report."""
OF_GROUPS: Final = frozenset(
    """jabhat jabha harakat haraka jaish jaysh jeish katibat kataib liwa saraya ansar hizb hayat hay'at hayʼat faylaq failaq jamaat jamaa jama'at jund asaib
    tehreek tehrik lashkar mujahideen mujahidin brigade brigades battalion division regiment front movement militia army""".split()
)
"""Words within names of armed groups and units, which no place is called: "Jabhat al-Nusra", "Ansar al-Din", "the Free Idlib Army"."""
UNNAMED: Final = frozenset(
    """the a an and of media post press times news city town north south east west central new old great international national united general first arab islamic christian jewish liberty independence day hall bank act
    gold green white black red blue royal center centre best federal union time man no me rock enterprise price light power lake hill hills valley
    river rivers gulf coast delta bureau lot police ford cross eagle charles garden western region
    liwa jabhat jaish jaysh katibat kataib harakat ansar human rights watch southern northern eastern""".split()
)
"""Words that are the names of towns somewhere, and hardly ever mean them within the name of something else."""
