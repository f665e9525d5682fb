"""Questions that ask for a decision about one person: will they take me, what are my chances, is it enough or not."""

from __future__ import annotations

import re

__all__ = ["asks_for_a_verdict"]

_ONE = r"(?:me|us|him|her|them|my \w+|our \w+)"
_WHO = r"(?:i|we|she|he|they|my \w+|our \w+)"
_FAMILY = r"my (?:ex|son|daughter|kid|child|husband|wife|partner|friend|cousin|sister|brother|niece|nephew|student|employee|worker|tenant|neighbou?r|boyfriend|girlfriend)"
_THEY = r"(?:they|the (?:\w+ )?(?:college|university|school|institute|province|registrar|office|band|nation|ministry|department|program|instructor|committee)|[a-z]{2,6}|camosun|langara|selkirk|douglas|okanagan|capilano)"

_VERDICT = re.compile(
    # let in, taken, recognised
    rf"\b(?:will|would|does|do|did|is|are|should) {_THEY} (?:actually |really |even |ever |going to |gonna )?(?:admit|accept|take|let|approve|recogni[sz]e|waive|exempt|excuse|reject|refuse|credit|count|fund|pick|choose|hire) (?:{_ONE}\b|my\b|our\b|his\b|her\b)"
    rf"|\b(?:will|would|do|am|are|is) {_WHO} (?:going to |gonna |personally |actually |for sure |definitely )*(?:get|be) (?:in\b(?! (?:touch|the)\b)|accepted|admitted|approved|funded|picked|chosen|hired|rejected|exempt\w*|excused|waived|the (?:grant|funding|seat|spot|money|job|bursary)|a (?:seat|spot))"
    rf"|\b(?:would|will|could|can) you (?:\w+ )?(?:fund|pick|admit|accept|approve|choose|rank|let|take|exempt|hire|recommend) {_ONE}\b|\b(?:my|our|her|his|better|good|any|the) (?:odds|chances?)\b|\bchances? (?:of|that|are|i|for)\b"
    # an answer that settles it
    r"|\b(?:ok|okay|enough|good|fine|in|eligible|acceptable) or (?:not|no)\b(?! (?:online|need|a)\b)|\bfinal answer\b|\bonce and for all\b|\bdecide (?:if|whether|for|on|:)|\bdecide[:,]|\bbased on (?:them|this|that|these), \w+"
    rf"|\bexactly (?:what|which|how many|how much) .{{0,40}}\b(?:exempt|credits?|transfer|funding|get|recogni[sz]e)|\b(?:what|which|how many) (?:\w+ ){{0,3}}(?:exactly )?(?:will|would|do|can) (?:they|[a-z]{{2,6}}) (?:exempt|excuse|give|credit|waive|recogni[sz]e|count) {_ONE}"
    rf"|\bhow much (?:\w+ ){{0,3}}(?:funding|money|grant|aid|help|support|sponsorship) (?:will|would|do|can|am|could) {_WHO}\b.{{0,20}}\b(?:get|receive|given)\b|\bhow much (?:will|would) {_WHO} (?:personally |actually )?(?:get|receive)\b"
    # a rule set aside, something arranged for one person
    rf"|\b(?:make|get|give|ask for|grant) (?:{_ONE} )?an? exception\b|\bbend the rules?\b|\b(?:let|allow) {_ONE} (?:skip|in without|start late|in late|off|bypass)|\b(?:skip|get (?:around|out of)|waive[ds]?|waiving) the (?:prereq\w*|requirement|rule|interview|deadline|fee|deposit)"
    r"|\b(?:please|pls|can you|could you|would you|need you to|want you to) (?:arrange|organi[sz]e|set up|book|schedule|order) (?:this|that|it|for|me|us|an?|my|our)\b|\barrange (?:this|that|it) (?:please|for me)\b"
    # the affairs of another person
    rf"|\b(?:is|are|was|has|did|does) {_FAMILY}(?: \w+)? (?:still )?(?:taking|enrolled|registered|attending|passing|failing|in (?:the|that|your|this)|signed up|pass|show up|attend|register|finish|pay|been)\b"
)


def asks_for_a_verdict(text: str) -> bool:
    """Whether a folded message asks for a decision that only people can make, about one person.

    >>> asks_for_a_verdict("will they accept my credits from brazil"), asks_for_a_verdict("what are my chances of getting in")
    (True, True)
    >>> asks_for_a_verdict("who can get in"), asks_for_a_verdict("does it count toward a diploma")
    (False, False)
    """
    return bool(_VERDICT.search(text))
