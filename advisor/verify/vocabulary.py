"""Words that carry no fact of their own, so a claim may use them freely."""

from __future__ import annotations

__all__ = ["FUNCTION_WORDS", "GLUE_WORDS"]

FUNCTION_WORDS = frozenset(
    """a an and are as at be been being but by can could did do does doing for from had has have having he her here
    hers him his how i if in into is it its itself just me more most my of off on once or other our out over own s
    same she should so some such t than that the their theirs them then there these they this those through to too
    up us was we were what when where which while who whom why will with would you your yours about above after
    again also am because before below between both during each few further until very down under against""".split()
)

#: connective words of our own sentences: they frame a fact and state none
GLUE_WORDS = frozenset(
    """takes take given gives give stated states state says say listed lists list record records called calls kind
    offered offers offer held place runs run starts start cost costs price fee fees charge tuition ask asks look
    looks looking meant people person need needs enter entry get admission admissions require requires required
    requirement requirements count counts counting toward towards lead leads leading learn learns learning cover
    covers covered includes include including comes come way ways route option one ones thing things part parts
    partners partner involved made make makes next step steps first then also contact reach call write note notes
    date dates dated source sources according page time times money pay paid help helps support supports stays
    delivery delivered format formats length long credit credits credential credentials recorded assessed assessment
    bears bearing beside words mean means known described describes set apart since whether information details
    show shows shown named names name finish finishing complete completing completion ladder laddering stack
    stacking stackability open opens door follows following further larger bigger another institution college
    university program programs course courses offering offerings certificate micro micro-credential microcredential
    region area focus works work working with within outside learners learner students student study fits fit
    suits suit accepted recognizes prior recommended intended least minimum average appear told matches match
    lives live living online person blended mix schedule own""".split()
)
