"""What is never ours, told by words: the kinds of thing that people also ask a helper for.

A list of everyday matters (weather, sport, health, a home, a repair, money, travel), each with the words that ask for it.
A clause that speaks of learning is none of them: "a course on taxes" is a search.
"""

from __future__ import annotations

import re

__all__ = ["asks_outside", "trouble_outside"]

_SERVICE = (
    r"(?:doctors?|dentists?|mechanics?|plumbers?|electricians?|lawyers?|notar(?:y|ies)|therapists?|counsell?ors?|psychologists?|psychiatrists?|physios?|physiotherapists?|vets?|veterinarians?|optometrists?|midwi(?:fe|ves)|clinics?|"
    r"pharmac(?:y|ies)|day ?cares?|babysitters?|nann(?:y|ies)|hotels?|motels?|hostels?|campgrounds?|airbnbs?|restaurants?|diners?|cafes?|bars?|pubs?|apartments?|rentals?|suites?|landlords?|realtors?|roofers?|hairdressers?|barbers?|gyms?|"
    r"accountants?|tattoo \w+|movers?|garages?|church(?:es)?|dispensar(?:y|ies)|gas stations?|movies?|films?|songs?|books?|novels?|phones?|laptops?|trucks?|cars?)"
)
_LOOKS_FOR = r"(?:recommend|suggest|know(?: of)?|find(?: me| us)?|need|looking for|where(?:'?s| is| are| can i (?:find|get|see|stay))|who(?:'?s| is)|what(?:'?s| is)|which|any|is there|are there)"
_MATTERS = (
    r"\bweather\b|\bforecast\b(?! (?:model|method))|\b(?:going to|gonna|will it|is it|does it) (?:rain|snow|raining|snowing|be (?:sunny|hot|cold|windy))\b",
    r"\b(?:canucks|oilers|flames|leafs|blue jays|whitecaps|bc lions|nhl|nba|nfl|world cup|super bowl|playoffs?|stanley cup|hockey|soccer|football|baseball)\b.{0,40}\b(?:games?|scores?|win|won|wins|play|playing|tonight|beat|on)\b|\bwho (?:will |is going to |do you think will )?(?:win|won|wins)\b",
    r"\brecipes?\b|\bhow (?:do|can|should|to) (?:i |you |we )?(?:cook|bake|roast|grill|fry|smoke)\b",
    r"\b(?:should|can|do) i (?:take|put|use) .{0,30}\bfor (?:a |my |the )?(?:headache|pain|rash|fever|cough|cold|flu|tooth\w*|back|burn|infection|sleep|anxiety)\b|\bis (?:this|my) (?:mole|rash|lump|cough|fever) (?:\w+ )?(?:dangerous|serious|contagious|normal)\b|\bside effects?\b",
    rf"\b{_LOOKS_FOR} (?:\w+ ){{0,3}}(?:good|decent|cheap|cheapest|affordable|reliable|honest|nice|best|great|family|local|new|walk-?in) (?:\w+ ){{0,2}}{_SERVICE}\b",
    r"\b(?:need|want|looking for|find) (?:an? |some |another )(?:\w+ ){0,2}(?:doctor|dentist|mechanic|plumber|lawyer|therapist|vet|babysitter|hotel|motel|apartment|realtor|roofer|accountant|electrician) (?:in|near|around|who|that|for)\b",
    rf"\b(?:recommend|suggest|know(?: of)?|find me|find us) (?:me |us )?(?:an? |any |some |the |your favou?rite )(?:\w+ ){{0,2}}{_SERVICE}\b|\b{_SERVICE}\b.{{0,40}}\b(?:taking new|accepting new|new patients|open (?:late|now|today|saturdays?|sundays?|on)|near me|near here|who is good|whos good|who's good|that is cheap|thats cheap|for next weekend|tonight)\b",
    r"\b(?:rent|lease|buy|sublet) (?:an? |my |the )?(?:\w+ ){0,2}(?:apartment|cabin|room|house|condo|suite|trailer|place|home|car|truck)\b|\braise (?:my|the|our) rent\b",
    r"\b(?:do|file|doing|filing|help (?:me )?with|fill out) (?:my |our |the )?(?:income )?tax(?:es)?\b(?: returns?)?|\b(?:bitcoin|crypto|stocks?|shares|rrsp|tfsa|mortgages?)\b.{0,30}\b(?:buy|invest|sell|rate|good|put)|\b(?:invest|buy) (?:in )?(?:bitcoin|crypto|stocks?|shares|gold)\b",
    r"\b(?:fix|repair|wrong with|start|unlock) (?:my|our|the) (?:\w+ )?(?:cars?|trucks?|furnace|heater|laptop|computer|phone|washer|dryer|fridge|sink|toilet|wi-?fi|internet|printer)\b",
    r"\btranslate\b|\bhow (?:do|would) (?:you|i) say\b.{0,40}\bin [a-z]+\b|\bwhat(?:'?s| is) [\w' ]{1,25} in (?:french|spanish|english|german|punjabi|mandarin|japanese|tagalog|ukrainian)\b",
    r"\b(?:tell|sing|know|make up) (?:me |us )?(?:an? |another |some |any )?(?:jokes?|songs?|stor(?:y|ies)|riddles?|poems?)\b|\bhoroscopes?\b|\blottery\b|\blucky numbers?\b",
    r"\bwho (?:should|do|would) (?:i|you) vote\b|\bwho(?:'?s| is) the (?:premier|mayor|prime minister|president|king|pope)\b|\b(?:think|feel) (?:of|about) (?:the )?(?:premier|government|election|war|trump|trudeau|politics)\b",
    r"\bbook (?:me |us )?(?:an? |the )?(?:\w+ )?(?:flight|hotel|ferry|taxi|table|cab|ride|room)\b|\border (?:me |us )?(?:an? |some )?(?:pizza|food|dinner|coffee)\b|\bset (?:an? |my )?(?:alarm|timer|reminder)\b",
    r"\b(?:renew|extend|get|apply for|sponsor|check on) (?:for )?(?:my |an? |the |our )?(?:\w+ )?(?:passport|work permit|study permit|visas?|pr card|permanent residence|citizenship|driver'?s licen[cs]e)\b|\bsue (?:my|the|him|her|them)\b",
    r"\b(?:square root|solve for|times table)\b|\bwhat(?:'?s| is) \d+ ?(?:[x*+/-]|times|plus|minus|percent of|% of) ?\d+",
    r"\bcapital (?:city )?of (?:canada|france|\w+land|\w+ia)\b|\bmeaning of life\b|\bname(?:s)? for my (?:baby|dog|cat|band|boat)\b",
)  # fmt: skip
_OUTSIDE = re.compile("|".join(f"(?:{item})" for item in _MATTERS))
_LEARNING = re.compile(
    r"\b(?:training|courses?|class(?:es)?|workshops?|micro\w*|certificates?|certs?|programs?|programmes?|diplomas?|learn\w*|stud(?:y|ies|ying)|credential\w*|badges?|ticket|apprentice\w*|tuition|techniques?|skills)\b"
)
#: things that are wrong with a body or a machine: what is asked of them in the same breath is not ours either
_TROUBLE = re.compile(
    r"\b(?:i|he|she|we|my \w+) (?:have|has|got|had) (?:an? |this |the |some )?(?:\w+ ){0,2}(?:rash|headache|migraine|fever|cough|toothache|lump|mole|infection|stomach ?ache|sore throat|chest pains?|cold sore|bite)\b"
    r"|\bmy (?:tooth|head|stomach|chest|ear|throat|knee|foot) (?:hurts|aches|is sore|is swollen)\b"
    r"|\b(?:my|our|the) (?:car|truck|furnace|heater|laptop|computer|phone|washer|dryer|fridge|sink|toilet|wi-?fi|printer|van|bike|skidoo|boat)(?: \w+){0,2} (?:won'?t|will not|doesn'?t|isn'?t|is not|is broken|is leaking|is making|makes|keeps|broke|died)\b"
)


def asks_outside(text: str) -> bool:
    """Whether a folded clause asks for something that is never ours.

    >>> asks_outside("whats the weather in creston"), asks_outside("is there a weather forecasting course")
    (True, False)
    """
    return bool(_OUTSIDE.search(text)) and not _LEARNING.search(text)


def trouble_outside(text: str) -> bool:
    """Whether a folded clause tells of an ailment or of a thing that broke.

    >>> trouble_outside("my car won't start"), trouble_outside("i have a driver's licence")
    (True, False)
    """
    return bool(_TROUBLE.search(text)) and not _LEARNING.search(text)
