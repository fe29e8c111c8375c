"""Which words make an expression of time. In: letters of words. Out: where expressions stand, and which rule saw each.

A pattern is written in kinds of words (`letters.KINDS`): {month} is any month, {n12|n24} a number up to 24; {day} is another pattern of `PARTS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.read.times.lexicon import ALPHABET

PARTS: Final = {
    "digits": "(?:{n12|n24|n31|n99|number|year4}{half_sign}?)",
    "words": "{word_number}(?:{hyphen}?{word_number|ordinal}){0,4}",
    "fraction": "{digits}{n12}{slash}{n12}|{digits}",
    "many": "(?:{words}|{a}|{several}|{digits})?(?:{hundreds}{of}?{and}?(?:{words})?){1,3}|{a}?{several}{of}?(?:{the})?",
    "number_of": "(?:{many}|{fraction}|{words}(?:{and}{a}{half})?)",
    "count": "(?:{number_of}|{a})",
    "about": "(?:{nearly|over|under|only|another}|{more|less}{than}|{at}{least|most}|{up}{to})",
    "edge": "(?:{early|late|mid}{hyphen}?(?:{in}(?:{the})?)?|{end}{hyphen}|(?:{the}?{start|middle|end}|(?:{the}{ordinal|last|latter}){half}){of}|(?:{later|earlier}{in}?))",
    "day": "{n12|n24|n31|digit_ordinal}|{ordinal}|{word_number}{hyphen}?{ordinal}",
    "mon": "(?:{month}|{short_month}{dot}?)",
    "year": "(?:{year4}|{quote}{n99|n31|n24|n12|n0}(?!{units|unit|mark_s})|{word_number}{word_number}{hyphen}{word_number})",
    "which": "(?:{that|this|the}{same}|{that|this|last|next}|{the}{following|previous|next|last})",
    "yr": "(?:{comma}?{of}?(?:{year}(?:{bc|ad})?|{which}{unit})|{n99}(?={open}))",
    "weekday_": "(?:{weekday}{comma}?{the|on}?)",
    "month_day": "(?:{mon}{the}?{day}(?!{colon}{minutes}|{percent}|{units}|{digits}{other})(?:{yr})?|{the}?{day}{of}?{mon}(?:{yr})?|{n12|n24|n31}{hyphen}{mon}{hyphen}{year4})",
    "date": "(?:{weekday_}{month_day}|{month_day}|{mon}{yr}|{weekday}|{mon})",
    "deictic": "{today|yesterday|tomorrow|tonight}",
    "minutes": "(?:{n12|n24|n31|n99|n0})",
    "clock": "(?:{n12|n24|n0}(?:{colon|dot}{minutes})?{am}|{number}{am}|{n12|n24|n0}{colon}{minutes}{hrs}?|{number|year4}{hrs}|{number|year4}(?={zone}|{local}{time})|{word_number|n12}{oclock}{quote}{other}|{n12|word_number}{in}{the}{part})(?:{comma}?{zone}|{local}{time})?",
    "turn": "(?:{last|next|this|coming|past}|{that}{same}?|{this}{past|coming|same}|{the}(?:{same|following|previous|coming|next|last|latest}|{current}))",
    "when": "(?:{ago|later|earlier}|{before}(?!{the|a|this|that|last|month|year4|cap|other}))",
}

RULES: Final = {
    "date": "(?:{the}?{edge}|{nearly})?(?:(?:{clock}|{the}?{edge}?{part}{units}?|{the}?{edge}{units}|{early|late|mid})(?:{comma}?{on}|{of}|{comma})?{the}?)?"
    "(?:{date}|{deictic})(?:{part}|(?:{comma}?{at}?){clock})?(?:{comma}?{month_day})?",
    "pick_date": "(?:{edge})?{turn}(?:{date}|{season|fall})(?:{part})?(?:{comma}{month_day})?",
    "numeric": "{numeric_date}",
    "clock": "{clock}",
    "year": "(?:{the}?{edge}|{the}{unit}|{nearly})?{year}(?:{bc|ad})?(?:{or}{later})?|{the}{unit}{n0}",
    "bc_year": "(?:{the}?{edge})?{digits}(?:{bc}|(?={hyphen|to}{digits}{bc}))",
    "decade": "{the}?{edge}?(?:{year4}|{quote}{n99}|{n99}){quote}?{mark_s}",
    "century": "(?:{the|this|that})?{edge}?{the}?{ordinal|digit_ordinal}{hyphen}?{unit}{bc|ad}?",
    "season": "(?:{the}?{edge}|{the})?{season}(?:{yr})?|{the}?{edge}?{fall}{comma}?{of}?{year}|{the}{fall}(?!{of})",
    "quarter": "{the}?(?:{which}|{current})?{fiscal}?{hyphen}?{ordinal|latter}{hyphen}?{unit|half}(?:{of}?{the}?{fiscal}?{year}|{of}?{which}{fiscal}?{unit})?",
    "quarter_of": "{last|next|this}{unit}{quote}{mark_s}(?:{ordinal})?{unit|half}",
    "fiscal": "{fiscal}{year}",
    "whole_unit": "{the}{fiscal}?{unit}(?={ended})",
    "turn_unit": "(?:{the}?{edge})?(?:{turn}|{the}{fiscal}|{the}{current}){fiscal}?(?:{unit|part})",
    "end_unit": "{the}?{edge}{the}{unit}",
    "mid_unit": "{mid}{hyphen}{unit}",
    "unit_end": "(?:{mon}|{unit}){quote}{mark_s}{end}|{unit}{hyphen}?{end}",
    "ago": "{about}?{count}{hyphen}?{unit|units}(?:{or}{so})?{when}|{units}{ago|later|earlier}|{unit}{hyphen}{earlier|ago}",
    "year_ago": "{the}{unit}{hyphen}{earlier|ago}{unit|period}",
    "day_before": "{the}{part}{before}|{the}{unit}{before|after}{yesterday|tomorrow}|{the}{unit}(?:{before|earlier|following|later}|{after}(?={dot|comma|break}))",
    "span_of": "(?:{nearly}|{at}{least})?(?:{the}?{last|next|past|previous|following}|{the}?{coming}(?={number_of})|{this}{past}){number_of}?(?:{more|trading})?{units}|(?:{nearly}|{at}{least})?{the}{past|last}{unit}",
    "recent": "{the}?{recent|coming|future|past}{units}(?:{and}{units})?|{recent}",
    "week_of": "{the}(?:{last|ordinal}){unit}{of}{date}",
    "first_units": "{the}(?:{ordinal|last}){number_of}?{units}|{the}{number_of}{units}",
    "length": "{half}{a}{unit}|{about}?{count}{hyphen}?(?:{more|trading|another})?{unit|units}(?:{and}{a}{half})?(?:{hyphen}{long})?(?:{or}{so}|{period})?(?!{hyphen}{earlier|ago})",
    "lengths": "{about}?{number_of}(?:{to|or|hyphen}{number_of}){hyphen}?{unit|units}",
    "bare_units": "{units}(?:{or}{units})?",
    "long": "{unit|units}{hyphen}{long}",
    "every": "{every}(?:{number_of})?(?:{unit|units|weekday|part|season|month})",
    "per": "{per}{unit}",
    "daily": "{daily}",
    "weekdays": "{weekday_plural}",
    "now": "{now|current_adverb}|{at}{present}|{at}?{the}{present}{time}|{the}{time}{being}|{these}{units}|{at}{this}{time|moment}|{at}{the}{moment}|{current}",
    "past": "{recently|formerly}|{the}{past}(?!{units|unit|digits|several|other|a|word_number})",
    "future": "{the}(?:{cap|other})?{future}|{future}(?={dot|comma|break})",
    "christmas": "{month}{unit}(?:{comma}?{year})?|{christmas}(?:{unit|eve|part})?(?:{comma}?{of}?{year})?|{new}{unit}{quote}{mark_s}(?:{unit|eve})(?:{comma}?{of}?{year})?",
    "feast": "{holiday}(?:{quote}{mark_s})?{unit}|{thanksgiving|feast}(?:{unit|weekday})?(?:{comma}?{year})?",
    "part": "{early|late}{part}|(?:{the}{edge}?|{that|this|last}|{mid}{hyphen}?)?{part}",
    "number": "{n12|n24|n31|digit_ordinal}(?={hyphen|to|and}{the}?{n12|n24|n31|digit_ordinal}{of}?{mon})|(?:(?<={month}{n12|n24|n31|digit_ordinal}{hyphen|to|and})|(?<={short_month}{dot}{n12|n24|n31|digit_ordinal}{hyphen|to|and})){n12|n24|n31|digit_ordinal}(?!{hyphen|slash|colon|units|percent})(?:{comma}{year4})?",
    "number_year": "(?<={year4}{hyphen|slash}){n99|n31|n24|n12|n0}(?!{hyphen|slash|colon|units|percent})",
    "bare_day": "{the}{digit_ordinal}(?:{of}{which}{unit})?",
    "nth_unit": "{the}{ordinal|digit_ordinal}{unit}",
    "the_unit": "{the}{trading}?{unit}(?!{hyphen}{long|old})",
}


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule saw an expression.

    Attributes:
        rule: Name of the rule.
        start: Index of the first word.
        end: Index after the last.
    """

    rule: str
    start: int
    end: int


def _written_out(pattern: str) -> str:
    """A pattern in kinds of words as a pattern in letters."""

    def put(found: re.Match[str]) -> str:
        names = found.group(1).split("|")
        kinds = "".join(ALPHABET[name] for name in names if name not in PARTS)
        parts = [_written_out(PARTS[name]) for name in names if name in PARTS]
        return f"(?:{'|'.join([f'[{kinds}]'] * bool(kinds) + parts)})"

    return re.sub(r"\{([a-z_0-9|]+)\}", put, pattern)


PATTERNS: Final = {name: re.compile(_written_out(pattern)) for name, pattern in RULES.items()}


STRETCH: Final = re.compile(
    _written_out("(?:[^@]|{other|cap}(?={future})|(?<={quote}){other})+").replace(
        "@", ALPHABET["other"] + ALPHABET["cap"]
    )
)
"""Where an expression can stand: between two words of no interest."""
TRIGGER: Final = re.compile(
    _written_out(
        "{n12|n24|n31|n99|year4|number|word_number|digit_ordinal|ordinal|numeric_date|month|short_month|weekday|weekday_plural|season|fall|unit|units|"
        "part|daily|today|yesterday|tomorrow|tonight|now|current_adverb|current|recently|recent|formerly|past|future|present|time|moment|"
        "christmas|thanksgiving|feast|latest}"
    )
)
"""Words without one of which there is no expression."""


def find_matches(letters: str) -> list[Match]:
    """The longest match at each place, from left to right; of equally long ones that of the earlier rule."""
    stretches = [found.span() for found in STRETCH.finditer(letters) if TRIGGER.search(found.group())]
    seen = [
        (found.start(), -found.end(), order, name)
        for start, end in stretches
        for order, (name, pattern) in enumerate(PATTERNS.items())
        for found in pattern.finditer(letters, start, end + 1)
    ]
    return [Match(name, start, -end) for start, end, _, name in sorted(seen)]
