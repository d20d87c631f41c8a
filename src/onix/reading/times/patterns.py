"""How time expressions are put together: each rule's pattern over the codes of words.

It is its own file because it is data: how rules are tried is the matter of candidates.py, what a
match means that of the resolvers, and which words belong to a section that of the word list.
"""

from __future__ import annotations

# Parts that patterns share. A space is any white space between two words.
PARTS = {
    "MONTH": r"{month|month_or_word}|(?:{month_short}|{month_or_word}(?=\. {day}))\.?",
    "WEEKDAY": r"{weekday}|{weekday_short}\.?",
    "DAY": r"{day}{th}?",
    "ORDINAL": r"{ordinal|second|final}|{day|small}{th}",
    "EDGE": r"(?:{the} )?{end|early}(?: {of}(?: {the})?) ",
    "PHASE": (
        r"EDGE|{early}(?: |-){to}(?: |-){early}[ -]|{early|later|earlier}(?: {in}(?: {the})?)?[ -]"
        r"|{the} {early}[ -]"
    ),
    "NUMERAL": r"{day|small|year|number}{fraction}?",
    "CARDINAL": (
        r"(?:NUMERAL(?:(?: |-){scale|dozen}){0,2}|{half} {a} {dozen}"
        r"|(?:{ones|tens}|{a}(?= {scale|dozen}))"
        r"(?:(?: |-)(?:(?<={scale|dozen}[ -]){and}(?: |-))?{ones|tens|scale|dozen}){0,6})"
        r"(?:(?: |-){and}(?: |-){a}(?: |-){half}| {day}/{day})?"
    ),
    "VAGUE": r"(?:{a} )?(?:{few}|{vague|some}(?: {of})?|{couple} {of}|{couple})",
    "COUNT": (
        r"(?:{a} |{ones|day} ){quarter} {of} {a}(?= {unit})|VAGUE|CARDINAL-?{plus}"
        r"|CARDINAL-?(?: (?:{to}|{or}) CARDINAL(?=-))"
        r"|CARDINAL(?: {to} CARDINAL| {or} CARDINAL| ?- ?CARDINAL)?|{half} {a}"
        r"|{a} {half}|{half}|(?:{a} )?{quarter}(?=(?: |-){unit})"
    ),
    "ABOUT": (
        r"(?:{no} |{not} )?{more} {than} |{at} {least} |{up} {to} |{about} |{some} (?=CARDINAL)"
    ),
    "UNIT": r"{unit|weekend}",
    "SPAN": r"{unit|quarter|season|season_or_word|weekend|second}",
    "RELATIVE": r"(?P<which>{last|this|next}) (?:{fiscal} )?(?P<unit>{unit})",
    "OFYEAR": (
        r"(?:,? (?:{of} )?(?:{fiscal} )?(?P<year>{year})|(?: {of})? '(?P<short>{small|day})(?!:|')"
        r"|(?: {of}(?: {the})?| {the})? RELATIVE)"
    ),
    "OFIT": r" {of} {the} (?:{fiscal} )?(?P<of_unit>{unit})",
    "OR_SO": r" {or} {so|ones}(?! {unit})",
    "OR_MORE": r" {or} {more|longer}(?! {than})",
    "YEARS": (
        r"(?:{fiscal}[ -])?(?P<before>{year})|(?P<which_before>{last|this|next}) {unit}'{s}"
        r"|(?P<back>{unit}-{ago|earlier})"
    ),
    "SPOKEN": r"(?P<century>{ones|tens}) (?P<tens>{tens}|{ones})(?:-(?P<ones>{ones}))?",
    "MERIDIEM": r"{ampm}|(?:{a}|{p})\. ?{m}\.?",
    "ZONE": r"{zone}|{local} {time}|{zone_word}(?:(?: x)? {time})?(?! x)",
}

# Where several rules fit at one place, the longest is tried first; of two as long, the first here.
RULES = {
    "iso_day": (
        r"(?P<year>{year})-(?P<month>{day})-(?P<day>{day})(?:x{day|small}:{day|small}"
        r"(?::{day|small})?x?)?"
    ),
    "slashed_day": r"(?P<first>{day})/(?P<second>{day})/(?P<year>{year|day|small})",
    "dashed_day": r"(?P<first>{day})-(?P<second>{day})-(?P<year>{year})",
    "month_day": (
        r"(?:(?P<weekday>WEEKDAY),? (?:{the} )?|(?P<which>{last|this|next}) )?"
        r"(?P<month>MONTH)(?: |(?<=\.))(?P<day>DAY)"
        r"(?:,? (?P<year>{year}))?"
    ),
    "day_month": (
        r"(?:(?P<weekday>WEEKDAY),? (?:{the} )?|{the} (?={day}{th} {of} ))?"
        r"(?P<day>DAY)(?: {of})?(?: |-)(?P<month>MONTH)"
        r"(?:(?:,? |-)(?P<year>{year}))?"
    ),
    "leading_day": (
        r"(?P<day>DAY)(?=(?: ?- ?| {to} | {and} | {or} | {through} )(?P<to>DAY)(?: {of})?"
        r" (?P<month>MONTH)"
        r"(?:,? (?P<year>{year}))?)"
    ),
    "spoken_day": (
        r"(?:{the} )?(?P<day>(?:{tens}-)?{ordinal|second}) {of} (?P<month>MONTH)"
        r"(?:,? (?P<year>{year}))?"
    ),
    "counted_day": (
        r"{the} (?P<nth>ORDINAL|{last}) (?:(?P<counted>{weekday})|(?P<unit>{unit})) (?:{of}|{in}) "
        r"(?:(?P<month>MONTH)(?:,? (?P<year>{year}))?|(?P<whole>{year}))"
    ),
    "counted_here": (
        r"{the} (?P<nth>ORDINAL|{last}) (?:(?P<counted>{weekday})|(?P<day>{unit})) {of} "
        r"(?:{the}|(?P<which>{this|next|last})) (?P<unit>{unit})"
    ),
    "leading_century": (
        r"(?P<phase>PHASE)?(?:{the} )?(?P<nth>ORDINAL)"
        r"(?=(?:,? (?:{the} )?(?:ORDINAL))*(?: {and} | {to} | {or} )"
        r"(?:PHASE|{the} )?(?:ORDINAL)(?: |-)(?P<unit>{unit}))"
    ),
    "day_of_month": (
        r"(?:(?P<weekday>WEEKDAY),? )?{the} (?P<day>{day}{th}|(?:{tens}-)?{ordinal|second})"
    ),
    "day_of_this_month": (
        r"{the} (?P<day>{day}{th}|(?:{tens}-)?{ordinal|second}) {of} "
        r"(?:{the}|(?P<every>{every})|(?P<which>{last|this|next})) (?P<unit>{unit})"
    ),
    "weekday_of_number": r"(?P<weekday>WEEKDAY),? (?P<day>{day})(?:{th})?",
    "dotted_day": r"(?P<day>{number})\.(?P<year>{year})",
    "month": (
        r"(?:(?!{the} {early}-)(?P<phase>PHASE))?(?:{the|this} (?={next|last}))?"
        r"(?:(?P<which>{last|this|next}) )?(?P<month>MONTH)"
    ),
    "month_of_year": r"(?P<phase>PHASE)?(?P<month>MONTH)OFYEAR",
    "every_month": r"{every} (?P<month>MONTH)",
    "weekday_week": r"(?P<weekday>{weekday}) (?P<unit>{unit})",
    "week_on_weekday": r"{a} (?P<unit>{unit}) (?P<on>{on}) (?P<weekday>{weekday})",
    "weekdays_ago": r"(?P<count>COUNT) (?P<weekday>{weekdays}) {ago}",
    "holidays_ago": r"(?P<count>COUNT) (?P<name>{holidays}) {ago}",
    "seasons_ago": r"(?P<count>COUNT) (?P<season>{season}) {ago}",
    "weekday_before_last": r"{the} (?P<weekday>{weekday}) {before} (?P<last>{last})",
    "week_of_month_day": (
        r"(?:{the} )?(?P<unit>UNIT) (?:{of|end}|x) (?:(?:WEEKDAY),? )?"
        r"(?P<month>MONTH)(?: |(?<=\.))(?P<day>DAY)(?:,? (?P<year>{year}))?"
    ),
    "week_of_day_month": (
        r"(?:{the} )?(?P<unit>UNIT) (?:{of|end}|x) (?:(?:WEEKDAY),? )?"
        r"(?P<day>DAY)(?: {of})? (?P<month>MONTH)(?:,? (?P<year>{year}))?"
    ),
    "weekday": (
        r"(?:(?P<phase>{early|later|earlier}(?: {on})?) )?(?:{the} (?={next|last}))?"
        r"(?:(?:{this} (?={last|next}))?(?P<which>{last|this|next|that}) )?"
        r"(?P<weekday>{weekday})(?: (?P<then>{next})(?=$|[.,;:)]))?"
    ),
    "every_weekday": (
        r"(?:{every} (?:(?:{other}|ORDINAL) )?(?P<one>{weekday})|(?P<several>{weekdays}))"
    ),
    "overnight": r"(?P<word>{overnight})",
    "day_word": r"(?:(?P<phase>{early|later|earlier}) )?(?P<word>{day_word})",
    "day_part": (
        r"(?:{the} (?={day_part} {of} (?:WEEKDAY|MONTH|DAY|{holiday})))?"
        r"(?:(?P<phase>{early|later|earlier})[ -])?(?:(?P<which>{last|this|that}) )?"
        r"(?P<part>{day_part})"
    ),
    "in_a_row": (
        r"(?:{the|a} )?(?P<nth>ORDINAL) (?P<extra>{extra} )?"
        r"(?P<unit>{unit|quarter|weekend|season})"
    ),
    "quarter": (
        r"(?:{the} (?!(?:{fiscal} )?(?:ORDINAL)-{quarter}))?(?:YEARS[ -])?(?:{fiscal}[ -])?"
        r"(?P<nth>ORDINAL|{last}(?= {quarter} {of} {year}))(?: |-)(?P<name>{quarter})"
        r"(?:OFYEAR|OFIT)?"
    ),
    "leading_quarter": (
        r"(?:{the} )?(?P<nth>ORDINAL)(?=(?: {and} | {to} | {or} | {through} )(?:{the} )?(?:ORDINAL)"
        r"(?: |-)(?P<name>{quarter}|{half})(?:OFYEAR|OFIT)?)"
    ),
    "half": (r"(?:{the} (?!(?:ORDINAL)-))?(?P<nth>ORDINAL)(?: |-)(?P<name>{half})(?:OFYEAR|OFIT)?"),
    "months_of_quarter": (
        r"(?:{the} (?=(?:MONTH)(?: ?- ?|-{to}-| {to} )(?:MONTH) {quarter|period}))?"
        r"(?P<first>MONTH)(?: ?- ?|-{to}-| {to} (?=(?:MONTH) {quarter|period}))"
        r"(?P<last_month>MONTH)(?: (?P<name>{quarter|period}))?(?:OFYEAR)?"
    ),
    "short_year": r"'(?P<short>{small|day})",
    "fiscal_short": r"(?P<fiscal>{fiscal}) ?'?(?P<short>{small|day})",
    "quarter_number": (
        r"(?P<name>{q|h})(?P<nth>{day})(?: (?:{of} )?(?:{fiscal} ?)?(?P<year>{year})"
        r"|(?: (?:{of} )?{fiscal} ?'?| ?')(?P<short>{small|day})(?!:|'))?"
    ),
    "numbered_quarter": (
        r"(?P<nth>{day})(?P<name>{q|h})(?:(?: ?')?(?P<short>{small|day})(?!:|')"
        r"| ?(?:{fiscal} ?)?(?P<year>{year}))?"
    ),
    "back_period": (
        r"(?:{the} )?(?:{quarter} )?{a} {unit} (?:{ago|earlier}|{before}(?=$|[.,;:)]))|"
        r"(?:{the|a} (?={unit}-{ago|earlier} {quarter|period}))?"
        r"(?P<back>{unit}-{ago|earlier})(?: (?P<name>{quarter|period}))?"
    ),
    "this_quarter": r"(?:{the} )?(?P<which>{last|this|next}) (?P<name>{quarter|period})",
    "quarter_ended": (
        r"(?:{the} )?(?P<name>{quarter})(?= x (?P<month>MONTH)(?: DAY)?(?:,? (?P<year>{year}))?)"
    ),
    "months_ended": (
        r"(?:{the} )?(?:{ones}|{day}) (?P<unit>{unit})"
        r"(?= x (?P<month>MONTH)(?: DAY)?(?:,? (?P<year>{year}))?)"
    ),
    "the_quarter": (
        r"(?:{the} (?:{corresponding} (?={year}))?(?:(?P<year>{year}) )?"
        r"|(?P<which>{last}) (?P<unit>{unit})'{s} )"
        r"(?P<name>{quarter|period})(?!-{unit})"
    ),
    "season": (
        r"(?P<phase>PHASE)?(?:{the} |{this} (?={last|next}))?"
        r"(?:(?P<rel>{last|this|next|that|same}) )?"
        r"(?P<season>{season|season_or_word})(?:OFYEAR(?:-{small|day|year}|/{small|day})?)?"
    ),
    "sports_season": r"(?:{the} )?(?P<which>{last|this|next}) (?P<name>{sports_season})",
    "relative_unit": (
        r"(?P<phase>PHASE)?(?:{the} |{this} (?={last|next}))?"
        r"(?P<which>{last|this|next|recent|these}) (?:{fiscal} )?(?P<unit>UNIT)"
        r"(?: {or} {so}|(?P<half> {and} {a} {half}))?"
    ),
    "whole_unit": r"{the} (?:{fiscal|extra} ){0,2}(?P<unit>{unit})",
    "in_the_day": r"(?P<phase>{earlier|later}) {in} {the} (?P<unit>{unit})",
    "the_unit": r"(?P<phase>PHASE)?{the} (?P<unit>UNIT)",
    "edge_of_unit": r"(?P<phase>EDGE)(?P<unit>UNIT)",
    "anaphor": (
        r"(?P<phase>PHASE)?(?:{the} )?(?P<which>{same|that|next|last}) "
        r"(?P<unit>{unit|weekend|day_part})"
    ),
    "same_of_year": (
        r"(?:{the} )?{same|corresponding} (?P<name>{quarter|period|unit|season|season_or_word})"
        r"(?: {of|in}(?: {the})?)? "
        r"(?:RELATIVE|(?P<year>{year})|{a} (?P<back>{unit}) {ago|earlier|before})"
    ),
    "before_holiday": (
        r"(?:{the}|(?P<count>COUNT|{a})) (?P<unit>{unit}) (?P<way>{before|after}) "
        r"(?P<name>{holiday})(?:,? (?P<year>{year}))?"
    ),
    "before_last": (
        r"{the} (?P<unit>{unit|day_part|weekend}) {before} (?P<last>{last})(?! {unit|weekday})"
    ),
    "after_next": r"{the} (?P<unit>{unit|weekend}) {after} (?P<next>{next})(?! {unit|weekday})",
    "weekday_after_next": r"{the} (?P<weekday>{weekday}) {after} (?P<next>{next})(?! {unit})",
    "the_day_before": (
        r"{the} (?P<unit>{unit|day_part}) (?P<way>{before|after})(?: (?P<word>{day_word})| {that})?"
    ),
    "year": (
        r"(?P<phase>PHASE)?(?:(?:{the} )?(?:{fiscal|unit})(?: {unit})? |{fiscal}"
        r"|{the} (?={year} {fiscal} {unit}))?"
        r"(?P<year>{year})(?:-(?P<to>{small|day|year})|/(?P<half>{small|day})| {fiscal} {unit})?"
    ),
    "new_year": r"(?:(?P<phase>PHASE)|{the} ){new} (?P<unit>{unit})",
    "year_end": r"(?P<unit>{unit})(?:'{s} |-| ){end}(?: (?:{of} )?(?P<year>{year}))?",
    "spoken_year": r"SPOKEN",
    "year_in_words": (
        r"(?:{the} )?{unit} (?P<words>{ones|tens} {scale}(?: (?:{and} )?{ones|tens}(?:-{ones})?)?)"
    ),
    "month_of_spoken_year": r"(?P<month>MONTH),? SPOKEN",
    "bare_weekend": r"(?P<unit>{weekend})",
    "decade": (
        r"(?P<phase>PHASE)?(?:{the} (?!{year}'?{s}-))?(?:(?P<year>{year})'?{s}|"
        r"'(?P<short>{small|day}){s}|"
        r"(?P<word>{decade_word}))"
    ),
    "further_decade": r"(?P<short>{small|day}){s}",
    "turn": r"(?:{the} )?{turn} {of} {the} (?P<unit>{unit})",
    "century": (
        r"(?P<phase>PHASE)?(?:{the} (?!(?:ORDINAL)-))?(?P<nth>ORDINAL)(?: |-)(?P<unit>{unit})"
    ),
    "span_to_now": (
        r"(?:{the} )?(?P<which>{last|next|recent}) (?P<about>ABOUT)?(?P<count>COUNT) "
        r"(?:{extra|more} )?(?P<unit>SPAN)(?: {or} (?:x|{so}|{more}))?"
    ),
    "first_span": (
        r"(?:{the} )?(?P<nth>{ordinal|final|last}) (?P<count>COUNT) (?:{extra} )?(?P<unit>SPAN)"
        r"(?: {of} (?P<year>{year})"
        r"|(?= {of} (?:{the} )?(?P<which>{last|this|next}) (?P<of_unit>{unit})))?"
    ),
    "ago_to_the_day": (
        r"(?P<about>ABOUT)?(?P<count>COUNT|{a}) (?P<unit>{unit}) {ago} "
        r"(?:(?:{this}|(?P<next>{next})|(?P<back>{last})|{to} {the}) (?P<part>{unit})"
        r"|(?P<word>{day_word})|(?:{on} )?(?P<weekday>{weekday}))"
    ),
    "distance": (
        r"(?!{a} {unit}-)(?P<about>ABOUT)?(?:(?P<count>COUNT|{a})(?: |-)(?:{extra} )?)?"
        r"(?P<unit>UNIT)(?:OR_SO)?(?:(?: |-)(?P<way>{ago|earlier|later|hence}"
        r"|{before}(?=$|[.,;:)]))| (?P<from_now>{from} {now|day_word|weekday})"
        r"|'?{s}?'? (?P<on>{time}))"
    ),
    "duration": (
        r"(?P<about>ABOUT)?(?:{the} (?![^ ]+-))?(?P<count>COUNT)"
        r"(?:(?: |-){extra|more|long})?(?: |-)(?P<unit>SPAN)"
        r"(?:-(?P<old>{old})|-{long}| (?P<old_too>{old})| {or} {so}|OR_MORE)?"
    ),
    "leading_count": (
        r"(?P<count>CARDINAL)(?=(?: {and} | {to} )(?:CARDINAL)(?: |-)(?P<unit>{unit|weekend})"
        r"(?!(?: |-){ago|earlier|later|old|before}))"
    ),
    "compound": (
        r"(?P<about>ABOUT)?(?P<count>CARDINAL|{a})(?: |-)(?P<unit>{unit})(?:,? {and} |, | )"
        r"(?P<more>(?:{tens}-)?{ones|tens|day|small}|{a})(?: |-)(?P<less>{unit})"
    ),
    "a_unit": (
        r"(?P<about>ABOUT)?(?P<count>{a}) (?:{extra} )?(?P<unit>{unit})(?!-{long|old|ago|earlier})"
        r"(?P<half> {and} {a} {half})?(?:OR_SO|OR_MORE)?"
    ),
    "small_hours": (
        r"(?:{the} )?(?P<phase>{early|small_word}) (?:(?P<part>{day_part}) )?(?P<unit>{unit})"
        r"(?= {of})"
    ),
    "bare_units": r"(?P<unit>{unit})",
    "long": r"(?P<unit>{unit})-(?:{long}|(?P<old>{old}))",
    "one_word_long": r"(?P<word>{unit_long})",
    "age": r"{aged} (?P<age>{day|small})",
    "every_unit": (
        r"{every} (?:(?:(?P<count>COUNT|{other})|(?P<nth>ORDINAL)) )?"
        r"(?P<unit>{unit|day_part|season|quarter|weekend})"
    ),
    "so_often": r"(?:(?P<often>{often})|COUNT {times}) (?:{a|every|per} )(?P<unit>{unit|quarter})",
    "rate": r"(?:{a}|{per}) (?P<unit>{unit})|{per} (?P<quarter>{quarter})",
    "regular": r"(?:{often}(?: |-)|COUNT {times}(?: |-))?(?P<word>{regular})",
    "holiday_week": r"(?:(?P<which>{last|this|next}) )?(?P<name>{holiday}) (?P<unit>UNIT)",
    "holiday": (
        r"(?:(?:{the} |{this} (?={last|next}))?(?P<which>{last|this|next}) )?"
        r"(?P<name>{holiday})(?:,? (?P<year>{year})|(?= {of|in} (?P<in_year>{year})))?"
    ),
    "clock": (
        r"(?P<hour>{day|small|number})(?::(?P<minute>{day|small})(?::{day|small})?)?"
        r" ?(?P<half>MERIDIEM)(?: (?P<zone>ZONE))?"
    ),
    "leading_hour": (
        r"(?P<hour>{day})(?::(?P<minute>{day|small}))?"
        r"(?=(?: ?- ?| {to} | {and} )(?P<to>{day})(?::{day|small})? ?(?P<half>MERIDIEM))"
    ),
    "clock_24": (
        r"(?P<hour>{day|small}):(?P<minute>{day|small})(?::{day|small})?(?: (?P<zone>ZONE))?"
    ),
    "clock_there": (
        r"(?P<hour>{day|small|year|number})(?::(?P<minute>{day|small}))?"
        r"(?: ?(?P<half>MERIDIEM))? (?P<there>(?:{new} )?x(?: x)?) {time}"
    ),
    "clock_zone": r"(?P<hour>{year|small|number|day}) (?P<zone>ZONE)",
    "oclock": r"(?P<hour>{day|small|ones}) x?'{oclock}",
    "hour_in": (
        r"(?P<hour>{ones|day|number})(?= (?:{in} {the}|{at}) {day_part})"
        r"|(?P<on>{number})(?= {on} {weekday} {day_part})"
    ),
    "past_the_hour": (
        r"(?:{a} )?(?P<part>{half|quarter|ones|tens}) (?P<side>{last|to}) (?P<hour>{ones|day})"
    ),
    "hour_word": r"(?P<word>{hour_word})(?: ZONE)?",
    "now": (
        r"(?:{right} )?(?P<word>{now})|{at} {the} {moment}|{at} {present}"
        r"|{at} {this} {time}(?! {of|in|last|next|every|a|day_word|unit})"
    ),
    "these_days": r"{these} {unit}",
    "recently": r"(?:{more} )?{recently}",
    "other_day": r"{the} {other} (?P<unit>{unit|day_part})",
    "formerly": r"{formerly}",
    "soon": r"{soon}",
    "later_date": r"{a} {later} (?:x|{time})",
    "future": r"{the}(?: x| {new})? {future}",
    "the_past": r"{the} {last}",
    "current": r"(?P<word>{this})",
}
