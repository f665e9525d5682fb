"""A person in danger, told in plain words: who, what they mean to do or what is done to them, to whom and with what.

Each frame is put together of kinds of words, so that it holds for whoever speaks and of whomever: oneself, a child, a
friend. What people type on a phone is written out first. Subjects of study and turns of phrase are taken out before.
"""

from __future__ import annotations

import re

from corpus.folding import fold

__all__ = ["in_danger"]

#: words as they are typed -> as the frames have them
_TYPED = {
    "wanna": "want to", "wana": "want to", "wants2": "wants to", "gonna": "going to", "gona": "going to", "gunna": "going to", "b": "be",
    "nemore": "any more", "anymore": "any more", "nobodys": "nobody is", "noone": "nobody", "wud": "would", "wld": "would", "cud": "could",
    "nite": "night", "tonite": "tonight", "2nite": "tonight", "hubby": "husband", "bf": "boyfriend", "gf": "girlfriend", "od": "overdose",
    "oding": "overdosing", "odd": "overdosed", "oded": "overdosed", "jus": "just", "cuz": "because", "w": "with", "n": "and", "r": "are", "u": "you",
    "dnt": "dont", "doesn": "doesnt", "alot": "a lot", "rn": "right now", "meself": "myself", "mum": "mom", "suicidle": "suicidal", "kil": "kill",
}  # fmt: skip
_TYPED_WORD = re.compile(rf"\b(?:{'|'.join(_TYPED)})\b")

_KIN = (
    r"(?:ex|husband|wife|partner|spouse|boyfriend|girlfriend|fiancee?|old man|man|dad|father|step\w+|mom|mother|parents|brother|sister|uncle|aunt(?:ie|y)?|cousin|grand\w+|son|daughter|"
    r"kids?|child|baby|niece|nephew|friend|best friend|buddy|roommate|neighbou?r|student|classmate|co ?worker|colleague|employee|client|elder|coach|landlord|in ?laws?|foster \w+|teen\w*|girl|boy|guy|someone|somebody)"
)
_ONES = rf"(?:my (?:\w+ )?{_KIN}(?:s \w+)?|our (?:\w+ )?{_KIN}|a (?:friend|guy|girl|student|man|woman|kid)\b[^.!?]{{0,25}}|someone(?: i \w+)?|somebody)"
_THEY = rf"(?:he|she|they|hes|shes|theyre|{_ONES})"
_I = r"(?:i|im|ive|id|ill)"
_SELF = r"(?:my|him|her|them|your|one)sel(?:f|ves)|themself"
_PARTNER = r"(?:(?:my )?(?:ex|husband|wife|partner|spouse|boyfriend|girlfriend|fiancee?|old man|dad|father|step\w+|mom|mother|parents|brother|uncle|in ?laws?|foster \w+)|he|she|they)"

_DIE = (
    rf"(?:die(?! (?:laughing|of (?:boredom|laughter|embarrass\w+|shame|heat|cold|curiosity)))|be dead|(?:kill|hang|shoot|drown|end|hurt|harm|cut) (?:{_SELF})|end (?:it|things|everything|it all|(?:my|his|her|their) (?:own )?li\w+)"
    r"|not (?:be (?:here|alive|around)|exist|wake up|live)|exist no more|never wake up|be gone (?:forever|for good)|disappear(?! (?:into|to|from)\b)|do something stupid|commit suicide|jump(?: off|$|\b(?= and| in front))|take (?:my|his|her|their) (?:own )?li\w+|(?:walk|drive|step|swim|go|jump) (?:off|into|in front of|out into) (?:the |a |my |that )?(?:river|lake|ocean|sea|traffic|train|bridge|truck|cliff|road|water)|slit|bleed out|go to sleep forever)"
)
_MEANS_TO = (
    r"(?:want(?:s|ed)? to|wish(?:es|ed)? (?:to|i could|he could|she could)|going to|about to|ready to|rather|plan(?:s|ned|ning)? (?:to|on|how to)|think(?:s|ing)? (?:of|about)|thought (?:of|about)|threaten(?:s|ed|ing)? to|tr(?:y|ies|ied|ying) to|"
    r"tempted to|decided to|try and|promis\w+ (?:he|she|they)(?:d| would)|says? (?:hes|shes|theyre|he is|she is|(?:he|she|they)(?:ll| will)) (?:going to )?|said (?:hes|shes|theyre|(?:he|she|they)(?:ll|d| will| would)) (?:going to )?)"
)
_DYING = r"(?:dying|being dead|not being(?! (?:a|an|the|able|there|in|at|late|paid|hired|good|chosen|picked|ready|eligible|accepted)\b)|killing|hanging|shooting|drowning|ending (?:it|things|everything|my|his|her)|(?:stepping|walking|jumping|driving|swerving|running) (?:off|in front|into|over|out) (?:of )?(?:the |a |my |that )?(?:skytrain|trains?|traffic|trucks?|bus|bridge|cliff|river|lake|road|ocean|water|tracks|lane)|suicide|hurting (?:myself|himself|herself|themselves)|not being here)"
_ALIVE = r"(?:be here|be alive|be around|live|exist|wake up|go on|keep going|keep living)"
_NOT_WANT = r"(?:dont|doesnt|didnt|do not|does not|not|no longer|cant|cannot)(?: \w+){0,2} (?:want(?:s|ed)? to|wanting to|see (?:any )?(?:reason|point) (?:to|in))"

_DRUG = r"(?:pills?|meds|medication\w*|tylenols?|advils?|ibuprofen|aspirins?|tablets?|sleeping \w+|antidepressants|insulin|fentanyl|oxy\w*|percs?|xanax|benzos?|opioids?|gravol|bottle of \w+)"
_MUCH = r"(?:a|the|my|all|enough|too many|so many|a bunch of|a handful of|handfuls? of|whole|full|entire|half|bottles? of|of|my|the|moms|dads|\d{2,3}|twenty|thirty|forty|fifty|hundred|these|those|them|extra|strength|saved|up)"
_TOOL = r"(?:rope|noose|gun|rifle|shotgun|pistol|razor\w*|blades?|knife|pills|bridge|belt|river|tracks|bottle of pills)"

_HURT = r"(?:hits?|hitting|beats?|beating|beaten|chok(?:e|es|ed|ing)|strangl(?:e|es|ed|ing)|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed|ing)|shov(?:e|es|ed|ing)|abus(?:e|es|ed|ing)|rap(?:e|es|ed|ing)|molest\w*|assault(?:s|ed|ing)?|burn(?:s|ed|t)|stab\w*|hurts?|hurting|tortur\w+|grop\w+)"
_WHOM = r"(?:me|us|my (?:mom|mother|kids?|sons?|daughters?|children|sister|brother|baby|boy|girl)|the (?:kids|children|baby))"
_BODY = r"(?:arms?|legs?|thighs?|wrists?|skin|body|stomach)"

_FRAMES = (
    # what somebody means to do
    rf"\b(?:{_I}|{_THEY})\b(?: \w+){{0,4}}? {_MEANS_TO}(?: \w+){{0,2}}? {_DIE}\b",
    rf"\b(?:keep|keeps|kept|been|always|started|cant stop|just)(?: \w+)? (?:thinking|planning|dream|dreaming|fantasi\w+|imagining|googling)(?: \w+)? (?:of|about|how (?:id|i would|to))(?: \w+)? (?:{_DYING}|{_DIE}|do it\b(?! (?:for|with|at|in|online|all)))",
    rf"\bplan\w* how (?:id|i would|ill|i will|to|hed|shed) (?:do it|die|go|end)\b|\b(?:thinking|thought|think\w*) (?:of|about) (?:just )?(?:{_DYING}|ending it|not being\b)\b(?! (?:prevention|training|work))",
    rf"\b{_NOT_WANT} {_ALIVE}\b(?! (?:in|with|near|on|at|alone)\b(?! this (?:world|earth)| here))|\b(?:dont|doesnt) (?:even )?(?:want|wish) (?:my|his|her|this) life\b",
    r"\b(?:going to|will|wont|not going to|wont even)(?: even)? be (?:alive|around|here|breathing) (?:to (?:finish|see|use|need|do|start|graduate|take)|by\b|much longer|long enough|after (?:this|that|then))|\bwont live (?:to|past|much|long)\b|\bnot going to (?:be alive|make it (?:to|past) (?:spring|summer|fall|winter|christmas|\w+day|the end|tomorrow|morning|my))\b|\bwont be (?:there|here|back|coming)\W+ever\b",
    r"\bwish (?:i|he|she) (?:was|were|had|d|wasnt|werent|hadnt)?(?: been)? ?(?:never (?:been )?born|dead|gone|not (?:here|alive)|born)\b|\bnever (?:should have |shouldve )?been born\b|\b(?:life|living|it) (?:isnt|is not|aint|not|hardly) worth living\b|\bnot worth (?:living|staying alive|being alive)\b",
    r"\b(?:no|any|another|a|one|single) (?:good )?reason (?:left )?(?:to|for) (?:live|living|be alive|stay alive|keep living|not (?:do it|die|jump))\b|\b(?:die|dead|death|suicide) (?:painless\w*|quick(?:est|ly)|fast)\b|\b(?:fast|quick|easi|painless|best|gentl|clean)(?:est|est painless|er|)? way (?:to (?:die|kill|end it|go out)|out of (?:this )?life)\b|\bwhat(?:s| is) (?:the )?(?:lethal|fatal|deadly) (?:dose|amount)\b",
    r"\bif i (?:die|died|kill|killed|was dead|were dead|am dead)\b|\bwhen i(?:m| am) (?:dead|gone(?! (?:to|on|for|from|in|at|away|over|back)\b))|\bbefore i (?:die|kill|go through with it|do it)\b|\b(?:come to|be at|plan\w*|for|at|songs? (?:for|at)) my (?:own )?funeral\b|\bmy (?:suicide|death)\b",
    r"\b(?:just|only|all i) (?:i )?want(?:s|ed)? (?:it|this|everything|the pain|it all|all of it|all of this|life) (?:all )?(?:to )?(?:just )?(?:be )?(?:over|to stop|to end|gone|done|stop|end)\b|\bwant(?:s|ed)? (?:it|everything|life) all to be over\b|\bwant out of (?:this |my )?(?:life|world|everything)\b|\b(?:end|ending|stop) (?:the|this|my) (?:pain|suffering) (?:for good|forever|tonight|myself)\b",
    r"\b(?:shot|killed|hung|hanged|drowned) (?:him|her|them)sel\w+\b.{0,80}\b(?:want to|going to|rather|should)(?: \w+){0,2} (?:be with|join|follow)\b|\b(?:want to|going to|will soon|soon) (?:go |just |only )*(?:be with|join|follow) (?:him|her|them|my (?:mom|dad|son|daughter|baby|wife|husband|brother|sister)) (?:in (?:heaven|the next|the spirit)|on the other side|too|again)\b",
    r"\b(?:hate|hates) (?:me too|being me|that i exist|myself)\b(?! for (?:not|missing))|\beverybody hates me\b.{0,30}\b(?:out|gone|end|done|stop)|\b(?:dont|doesnt) deserve to (?:live|be here|be alive|exist|breathe|eat|learn)\b|\b(?:world|everybody|everyone|family|kids|they|he|she|you)(?:d| would|ll| will|s| is| are)?(?: all)?(?: be)? (?:much |way |so much )?(?:better|easier|happier|simpler|fine)(?: \w+){0,3} (?:without me|wo me|if i (?:wasnt|werent|was gone|died|didnt)|when im gone)\b|\blife would be (?:better|easier|happier) (?:without me|wo me|if i)",
    r"\b(?:cant|cannot|dont|not) see (?:a|any|no) (?:way out|other way out|future for me|reason)\b(?! (?:of|from|in) (?:the|my|this|retail|debt|\w+ing)\b(?! life))|\b(?:theres|there is|see|have) no (?:way out|future for me|hope left)\b(?! of (?:debt|the mill|retail))|\blost (?:everything|all hope|the will)\b.{0,60}\b(?:cant|cannot) (?:do|take|go)\b",
    r"\b(?:dont|cant|cannot|not)(?: \w+)? (?:think|believe|know) (?:i |that i |if i )?(?:can |could |will )?(?:keep|be|stay|hold)(?: myself)? safe\b|\bnot safe (?:with|from) myself\b|\b(?:im|i am) (?:a danger|dangerous) to (?:myself|my)\b|\bvoices?\b.{0,25}\b(?:tell\w*|telling|say\w*|want\w*) (?:me )?(?:to )?(?:hurt|kill|die|jump|end)",
    r"\b(?:stand|standing|stood|sit|sitting|sat|walk|go|parked|drive)(?: \w+){0,2} (?:on|by|at|under|near|to|over)(?: \w+){0,3} (?:bridge|gate|edge|tracks|river|cliff|roof|ledge|overpass|rail\w*)\b.{0,25}\b(?:think|wonder|imagin|want|feel like|picture)\w*(?: \w+){0,3} (?:fast|jump\w*|fall\w*|let\w* go|over|ending|long|easy|water)\b|\b(?:cant stop|keep|kept|always)(?: \w+)? (?:thinking|dreaming|looking|staring)(?: \w+)? (?:about|of|at) (?:the|that|my|those) (?:bridge|river|tracks|gun|rope|pills|knife|cliff)\b|\b(?:think|thinking|dream\w*|look\w*|star\w+)(?: \w+){0,2} (?:about|of|at|into) the (?:river|bridge|water|tracks|gun|rope|pills|knife|ocean|cliff) (?:all the time|every (?:day|night)|a lot|constantly|at night|again|too (?:much|often))\b|\b(?:accident|crash\w*|drive|swerv\w+)\b.{0,40}\bthinking (?:about|of) (?:it|that) a lot\b",
    rf"\b{_ONES}(?: \w+){{0,2}} (?:texted|posted|sent|wrote|messaged|said|left)(?: \w+){{0,3}} good ?bye\b.{{0,60}}\b(?:(?:not|isnt|wont|doesnt|hasnt) (?:answer\w*|pick\w*|repl\w+|open\w*|been seen)|(?:left|gave|gave away)(?: me| us)? (?:her|his|their|all) \w+|what (?:do|should|can) (?:i|we)|worried|scared)\b",
    r"\b(?:dont|cant|cannot|never|not)(?: \w+)? see(?:ing)? (?:myself|himself|herself) (?:making it|being (?:here|alive|around)|living|getting) (?:past|to|by|until|through|after)\b|\bhop(?:e|es|ing)(?: \w+){0,3} (?:kills me|takes me|i die|he dies|she dies|i (?:dont|never) wake)\b|\bwant(?:s|ed)? (?:it|everything|my head|the world)(?: all)? to (?:be |go )?(?:quiet|dark|silent|black|still|nothing)(?: \w+)? (?:forever|for good)\b|\bsleep and (?:just )?(?:never|not) (?:come back|get up|wake)\b",
    rf"\b(?:{_THEY})(?: \w+){{0,2}} (?:says?|said|swears?|swore|threaten\w*)(?: (?:that|he|she|they|hell|shell|theyll|hed|shed|will|would|to|ll|d|is|going to))+ do it (?:if|when|tonight|because|this time)\b",
    # with what
    rf"\b(?:took|taken|swallowed|swallow|popped|downed|ate|taking|take)(?: {_MUCH}){{1,5}},? (?:the )?{_DRUG}\b(?! (?:course|exam|class|test|admin\w*|orders?))",
    rf"\b(?:saved up|saving(?: up)?|stash\w+|hoard\w+)(?: \w+){{0,2}} {_DRUG}\b|\b(?:got|have|ive got) {_DRUG} (?:saved|stashed|hidden)\b|\b(?:bought|got|have|saved|saving|hid|hiding|stash\w+|collected|stole)(?: up)? (?:enough|all (?:my|the)|a (?:whole|full) bottle of|a (?:bunch|pile|stash) of) (?:\w+ )?{_DRUG}\b|\b(?:the|my|a|this) {_TOOL} (?:is |are |sits? |s )?(?:right )?(?:in front of me|in my (?:hand|lap|drawer|truck|closet)|beside me|next to me|ready|loaded)\b|\bhow (?:many|much) (?:of )?(?:my |the |these )?(?:\w+ )?{_DRUG}(?: \w+){{0,3}} (?:too many|too much|kill|die|overdose|lethal|enough)\b|\b(?:pills|rope|gun|knife) (?:are|is) (?:calling|ready|waiting)",
    rf"\b(?:{_I}|{_THEY}|just)\b(?: \w+){{0,2}} (?:overdosed|overdosing)\b(?! (?:on (?:school|work|coffee|sugar|zoom|courses)))|\b(?:hes|shes|he|she|theyre|my (?:\w+ )?{_KIN}|i think)\b.{{0,40}}\b(?:not|isnt|wont|stopped|cant|hardly|barely) (?:waking up|wake up|breath\w+|responding|moving)\b|\blips (?:are|r|is|went|turning|gone) blue\b",
    # against one's own body
    rf"\b(?:{_I}|{_THEY}|been|keeps?|started|cant stop)\b(?: \w+){{0,3}}? (?:cut|cuts|cutting|burn|burns|burning|scratch\w*|carv\w+|slic\w+|hurt\w*|harm\w*) (?:(?:up )?(?:my|her|his|their) (?:own )?{_BODY}|(?:{_SELF})(?: \w+){{0,3}} (?:to|so|feel|again|on purpose|when|every|because|instead|sometimes|bad))\b(?! at work)|\b(?:been|keeps?|started|back to) cutting(?: (?:again|since|every|at night|for|a lot|and|to|because)\b|\s*(?:[,.;!?]|$))(?!.{{0,20}}\b(?:wood|lumber|hair|trees|meat|grass|glass|steel|metal|firewood|class|costs?)\b)",
    r"\bma(?:ke|kes|king|de) (?:my|her|him|them)sel\w+ (?:throw|throwing|puke|sick|vomit)|\b(?:purging|bing(?:e|ing) and purg\w+|starv(?:e|es|ing) (?:my|her|him)sel\w+)\b|\b(?:havent|hasnt|not|didnt|dont|doesnt|stopped|refus\w+ to|wont)(?: \w+){0,7} (?:eaten|eating|eat|ate)\b(?: \w+){0,3} (?:days|week|weeks)\b|\b(?:havent|hasnt|stopped|dont|doesnt) (?:eat|eaten|eating)\b.{0,50}\b(?:disgust\w+|fat|ugly|gross|deserve|thinner|skinny)\b|\b(?:dont|cant) eat\b.{0,12}\b(?:dont|cant|or|and) sleep\b|\bdrink\w*(?: \w+){0,2} so (?:that )?i (?:dont|wont|never) (?:have to )?wake\b",
    # done to somebody
    rf"\b{_PARTNER}(?:s (?:boyfriend|friend|husband))?(?: \w+){{0,2}}? {_HURT} (?:up )?{_WHOM}\b(?! (?:with (?:a|an|the|this) .{{0,20}}(?:fee|bill|charge|question|deadline)|up\b|to (?!death|a pulp)|back (?:up|on track)))",
    rf"\b(?:my|our) (?:mom|mother|sister|daughter|friend|niece|cousin|neighbou?r|aunt\w*)(?:s)? (?:husband|boyfriend|partner|ex|man|dad)(?: \w+){{0,2}} {_HURT} (?:her|them|the kids)\b|\b(?:my|a) (?:sister|daughter|friend|mom|mother|niece|cousin|student|neighbou?r)(?: \w+){{0,3}} (?:is|gets|getting|being|was|keeps getting) (?:getting )?(?:beaten|beat|hit|abused|choked|raped|assaulted)\b",
    rf"\b(?:raped|molested|sexually (?:assaulted|abused)|assaulted|groped) (?:me|my (?:daughter|son|sister|friend|kid|child))\b|\bi (?:was|got|just got|am being|keep getting) (?:raped|molested|beaten|beat up|assaulted|strangled|choked|sexually \w+)\b(?!.{{0,40}}\byears ago)|\b{_ONES} (?:\w+ )?touch(?:es|ed|ing)? me\b(?! (?:up|off|base))",
    rf"\b{_PARTNER}\b(?: \w+){{0,3}} (?:says?|said|told me|swears?|swore|promised|threaten\w*|keeps saying)(?: me)?(?: that)?(?: (?:he|she|they|hes|hell|shell|shes|theyll|hed|to|will|would|ll|d|is|going to))+ (?:kill|hurt|burn|beat|shoot|stab|choke|bury|come after|find|take (?:me|us) out)\b(?! (?:a|an|out|time)\b)|\b(?:going to|gonna|trying to|tried to|wants to|will|might) (?:kill|hurt|choke|beat|shoot|strangle) (?:me|us) (?:and|if (?:i|we) (?:leave|left|tell|go|call)|one day|some day|tonight|next time|when he|when she|because)\b|\b(?:trying|tried) to (?:kill|choke|strangle|shoot|stab) (?:me|us)\b",
    r"\b(?:my )?(?:ex|husband|wife|partner|spouse|boyfriend|girlfriend|fiancee?|old man|dad|father|step\w+|mom|mother|parents|in ?laws?)\b(?: \w+){0,2} (?:wont|doesnt|does not|never|will not|dont) (?:even )?let(?:s)? me (?:leave|out|go out|go anywhere|have (?:any |my own )?(?:money|a phone|friends|a bank\w*)|use (?:the|my) phone|see (?:my|anyone|any)|talk to (?:my|any)|call)\b|\b(?:locks?|locked|keeps?|kept) (?:me|us) (?:locked )?(?:in|inside|up)\b(?! (?:touch|the loop|to date|at night working))|\bnot allowed to leave the (?:house|home|apartment)\b",
    r"\b(?:scared|afraid|terrified|frightened) (?:of|for|to be (?:home|alone|around)) (?:with )?(?:of )?(?:my )?(?:ex|husband|wife|partner|spouse|boyfriend|girlfriend|dad|father|step\w+|mom|mother|parents|brother|uncle|him|life)\b(?! (?:after|finding out (?:i|that) (?:failed|spent)|long))|\b(?:scared|afraid|terrified|dont feel safe|not safe|unsafe|dont want)(?: \w+)? (?:to go|going|to be|being|at|to stay|staying|to come|coming) (?:back )?home\b(?! (?:without|empty|late|to (?:a|an|no) (?:mess|job)))(?! for (?:the )?(?:summer|winter|break|holidays))",
    r"\b(?:hiding|hid|run(?:ning)? away|fleeing|fled|escap\w+|get(?:ting)? away|left) from (?:my )?(?:him|abus\w+|ex|husband|boyfriend|partner|stepdad|dad|father|pimp)\b|\b(?:afraid|scared|worried|think)(?: \w+)? (?:i|im|ill|that i)(?: am| will| might| could| may)?(?: going to)? (?:hurt|shake|harm|drop|do something to) (?:my|the|her|him|this)\b(?! back| shoulder| knee)(?:.{0,20})|\bgoing to (?:shoot|kill|stab|hurt) (?:him|her|them|everyone|somebody|people)(?: \w+)? (?:and|then|tonight|if|bad|all)\b",
    rf"\b{_PARTNER}(?: \w+){{0,2}} (?:outside|at|in|inside|here|back|coming)\b(?: \w+){{0,4}} with (?:a|his|her|the) (?:knife|gun|rifle|shotgun|bat|axe|machete|hammer|crowbar)\b|\b(?:pointed|pulled|pulling|held|waved|waving) (?:a|the|his|her) (?:knife|gun|rifle|shotgun) (?:at|on|to) (?:me|us|my)\b",
    # in the languages that are spoken here most
    r"\bne veux plus vivre\b|\b(?:veux|voudrais|envie d[e']?) ?(?:mourir|en finir|me tuer)\b|\ben finir avec (?:la|ma) vie\b|\bacabar con (?:todo|mi vida)\b|\bquitarme la vida\b|\b(?:quiero|quisiera) (?:morir\w*|desaparecer|matarme)\b|\bno (?:quiero|puedo) (?:seguir )?(?:viviendo|vivir)\b|\bgusto ko na(?:ng)? (?:mamatay|magpakamatay)\b|\bmagpakamatay\b|\bayaw ko na(?:ng)? mabuhay\b|\b(?:ich will|mochte) (?:nicht mehr leben|sterben)\b|\bmarna ch?ah\w+\b|\bquero morrer\b",
    r"(?:想死|不想活|自杀|自殺|活不下去|죽고 ?싶|자살|ਮਰਨਾ ਚਾਹੁੰਦ|خودکشی|بمیرم|मरना चाहत|muốn chết|tự tử|хочу умереть)",
)  # fmt: skip
_DANGER = re.compile("|".join(f"(?:{frame})" for frame in _FRAMES))


def in_danger(text: str) -> bool:
    """Whether a message tells in plain words of a person who is in danger from themselves or from another.

    >>> in_danger("my daughter keeps cutting her arms"), in_danger("I keep cutting lumber all day")
    (True, False)
    """
    plain = re.sub(r"\bod'd\b", "overdosed", fold(text)).replace("'", "")
    plain = _TYPED_WORD.sub(lambda match: _TYPED[match[0]], plain)
    return bool(_DANGER.search(re.sub(r"\s+", " ", plain)))
