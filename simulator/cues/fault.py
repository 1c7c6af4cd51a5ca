"""Admit a fault: the company's or the agent's error is admitted or plainly confirmed.

"There seems to be an issue" confirms nothing. "Not our fault" is what the negation guard is for.
"""

from __future__ import annotations

from simulator.cues.phrase import rule

_SKILL = "admit_fault"
_ERROR = "(?:mistake|error|fault|slip|slip up|oversight|blunder|failure|failing|mess|mix up|doing|bad|screw up|foul up)"
_OURS = (
    "(?:our|the) (?:own )?(?:\\w+ )?(?:system|systems|website|site|app|team|driver|courier|warehouse|"
    "depot|office|branch|colleague|"
    "agent|staff|clinic|technician|engineer|shop|store|software|computer|department|booking system|bot|side|company)"
)
_WENT_WRONG = (
    "(?:showed|sent|failed|made|doubled|double|lost|took|charged|billed|cancelled|missed|messed|mixed|"
    "dropped|overcharged|mislabelled|"
    "forgot|booked|entered|deleted|damaged|broke|picked|delivered|gave|got|applied|posted|did not "
    "(?:apply|send|update|process|register|"
    "call|arrive|record|save|work|pick|pass|come|turn|show|catch|follow)|left (?:it|them|your \\w+) "
    "(?:at|in|with|outside|on)|never (?:sent|called|arrived|passed|updated|came))"
)

RULES = (
    rule(
        _SKILL,
        "fault: our mistake",
        f"<MY> (?:own |honest |big |bad |stupid |clear |silly )?{_ERROR}(?! (?:if|or))|(?:mistake|error|"
        "fault|problem|slip|mix up|glitch|oversight|failure) "
        "~2 (?:(?:was |is |lies )?(?:on|at|from|with) (?:our|my) (?:end|side|part)|(?:was|is) (?:ours|mine|"
        "on us|on me|all ours|with us)|by us|of ours)",
        "our my us ours mine",
        unless="(?:see|find|check|look|everything|nothing|fine|do|confirm|fix|try|sort|handle|processed|working|"
        "issue) ~5 (?:on|at|from) (?:our|my) "
        "(?:end|side|part)|(?:is|was) (?:that|it|this) (?:our|my) (?:fault|mistake)|(?:seems|appears|might|"
        "may|could)|our bad (?:news|debt)|not ~3 (?:our|my) (?:end|side|part)",
    ),
    rule(
        _SKILL,
        "fault: we got it wrong",
        "<I> (?:have |had |did |really |clearly |simply |obviously |just |must have |also |have clearly |"
        "certainly |definitely )*(?:messed|screwed|cocked|mucked|stuffed|"
        "slipped|botched|fouled|dropped the ball|got (?:it|that|this|your \\w+|the \\w+|you|something) "
        "(?:all |so |badly )?(?:wrong|mixed)|"
        "let you down|let yourself down|failed|made (?:a|an|the|this|that|some) (?:\\w+ )?(?:mistake|error|"
        "mess|slip|blunder)|went wrong|was wrong|were wrong|"
        "did (?:it )?wrong|fell short|missed (?:it|that|this|the|your)|overlooked|forgot|mixed (?:up|the|"
        "your)|misread|misspoke|"
        "misunderstood|mislaid|misplaced|overcharged|double charged|double billed|double booked|charged you "
        "(?:twice|two|too|the wrong|wrongly|for (?:both|two)|double)|"
        "billed you (?:twice|two|too|the wrong|wrongly|double)|took (?:it|the (?:money|payment)|your money|"
        "the same \\w+) (?:out )?(?:twice|two|again)|"
        "lost (?:your|the|it|track)|broke (?:your|the|it)|dropped (?:your|the)|damaged (?:your|the)|"
        "cancelled (?:your \\w+|it|the wrong|the \\w+) (?:by|in|without)|"
        "(?:gave|sent|told|booked|charged|put|shipped|delivered|quoted|entered|sold|applied|typed|used|had|"
        "took|posted|packed|picked|"
        "switched|dispatched|issued|keyed) (?:it |you |them |this |him |her |your \\w+ )?(?:in |to |into |"
        "down |on |at )?(?:the |a |an )?(?:wrong|incorrect|faulty|bad|old|too much|double|the wrong|"
        "somebody else)|kept you waiting|left you (?:waiting|without|in the dark|hanging)|"
        "did (?:indeed |in fact |actually )?(?:charge|bill|send|make|get|take|lose|miss|mess|fail|forget|"
        "cancel|book|double|overcharge|drop|let|mix) ~4 (?:twice|two|wrong|mistake|error|down|up|double|"
        "late|you|it|your)|did not (?:do|tell|call|send|update|warn|deliver|keep|follow|pass|get back|act|"
        "explain|book|apply|process|answer|inform|"
        "meet|handle|come|show|turn up|let you know|check|catch|notice|cancel|return|reply)|never (?:sent|"
        "called|told|got back|followed|delivered|passed|came|"
        "replied|returned|processed|booked|updated|cancelled)|broke (?:our|my|that|the) promise)",
        "we i",
        unless="<I> did not (?:do (?:that|this|it|anything)|tell you|say|send (?:you )?(?:that|this))|if <I>|did "
        "<I>|(?:see|check|tell me|know) (?:if|whether|what|where)|"
        "i forgot to (?:ask|mention|say)|i missed (?:that|what|your name|the)|not (?:hear|catch)|until (?:i|we)|"
        "(?:seems?|appears?|looks? like|might|may have|could have) ~4 we",
    ),
    rule(
        _SKILL,
        "fault: we should have ...",
        "<I> (?:really |certainly |definitely )?(?:should|ought to|could) (?:have|not have|never have)|"
        "(?:that|this|it|you|they|which|what happened|nobody|somebody here|your \\w+|"
        "the \\w+) (?:clearly |really )?(?:should|ought to) (?:definitely |certainly |really |clearly |"
        "simply |absolutely |just )?(?:not|never) (?:ever )?(?:have )(?:happened|been|had|occurred|gone|"
        "taken|come|got|left|charged|told|reached|waited|to)",
        "should ought could",
        unless="you should (?:never|not) have (?:been (?:using|doing)|opened|done|called|signed|taken)|what <I> "
        "could have|if (?:i|we) could have",
    ),
    rule(
        _SKILL,
        "fault: the ... should have been done",
        "(?:discount|refund|order|payment|charge|fee|parcel|package|appointment|request|change|credit|note|"
        "message|email|callback|"
        "cancellation|update|address|ticket|letter|invoice|price|it|that|this|you|somebody) should "
        "(?:already )?have (?:been|had|got|gone|arrived|received|called|reached)",
        "should",
        unless="you should have (?:been (?:more|careful)|called|received (?:an|a|the|your)|got (?:an|a|the|your))|"
        "by now|should have (?:received|arrived|got|reached) (?:an|a|it|by|the|your|in)",
    ),
    rule(
        _SKILL,
        "fault: our system did it",
        f"{_OURS} ~2 {_WENT_WRONG}",
        "our the",
        unless="if|whether|did (?:the|our)|what (?:the|our)|not our|has <MY>|(?:when|until|once|after|before) "
        "(?:the|our)|seems|appears",
    ),
    rule(
        _SKILL,
        "fault: charged twice, confirmed",
        "(?:i (?:can |do )?(?:see|confirm)|yes|indeed|you are (?:\\w+ )?(?:right|correct)|it (?:does "
        ")?(?:shows?|looks like)|(?:can )?confirm|clearly|right here|i see) ~7 "
        "(?:(?:charged|billed|taken|paid|invoiced|debited|booked|posted|entered|shipped|sent) ~3 (?:twice|"
        "two times|double|wrongly|incorrectly|wrong|in error|by mistake)|"
        "duplicate|overcharged|double (?:charge|charged|billed|payment|booking)|"
        "(?:wrong|incorrect) (?:item|size|address|amount|price|order|part|product|account|date|name|colour|"
        "model|room|one|meter|plan|rate)|never (?:sent|shipped|processed|called|booked|"
        "dispatched|passed|left)|went wrong|missed|(?:was|were|is|has been|had been|got) (?:\\w+ )?(?:lost|"
        "mislaid|delayed|cancelled|sent to the wrong|not (?:sent|processed|shipped|applied|booked|called|"
        "done)))",
        "see confirm yes indeed right correct show clearly looks",
        unless="if you|did you|so you|you are saying|\\?|seems|appears|understand",
    ),
    rule(
        _SKILL,
        "fault: in error, by mistake",
        "(?:was|were|been|got|have|had|<I>) ~4 (?:in error|by mistake|wrongly|incorrectly|erroneously|"
        "mistakenly|twice by|to the wrong|with the wrong|"
        "the wrong way|under the wrong)",
        "error mistake wrong incorrect erroneous",
        unless="if|did you|you (?:have )?(?:typed|entered|ordered|put|chose|clicked|signed)|may have|might have|\\?|could have",
    ),
    rule(
        _SKILL,
        "fault: you are right, that was wrong",
        "(?:that|this|it) (?:is|was) (?:\\w+ )?(?:wrong of|not okay of|on us|on me|down to us|down to me|"
        "not right of|poor of|our doing|"
        "poor service|bad service|not good enough)|we own (?:that|this|it|up)|own up to|(?:take|accept|"
        "accepting|taking) (?:full |complete |the |all (?:the )?)?(?:blame|responsibility)",
        "wrong_of not_okay on_us on_me down_to our_doing service good_enough own blame responsibility not_right poor_of",
        unless="(?:who|can not|you|must|they) (?:take|accept|own) ~2 (?:responsibility|blame)",
    ),
    rule(
        _SKILL,
        "fault: a glitch of ours",
        "(?:a|the|this|that|due to|because of|by|some|technical|system|computer|clerical|billing|human|data "
        "entry) (?:\\w+ )?(?:glitch|bug|"
        "outage|system error|system fault|billing error|clerical error|human error|technical error|"
        "technical fault|typing error|computer error|booking error|pricing error|data entry error|admin "
        "error)",
        "glitch bug outage error fault",
        unless="(?:there )?(?:maybe|perhaps|seems?|appears?|might|may|could|if|possibly|check|whether|any|see "
        "(?:an?|the|any)|get|got|getting|message|code|screenshot|report|fix|resolve) ~5 (?:glitch|bug|"
        "outage|error|fault)|\\?",
    ),
    rule(
        _SKILL,
        "fault: we are having an outage",
        "(?:confirmed|known|ongoing|current) (?:\\w+ )?(?:outage|disruption|fault|issue)|(?:outage|"
        "disruption|power failure) (?:is|was|started|began|has been|due|in your area|affecting)|we (?:are|"
        "have been) (?:currently |now |still |indeed )?(?:having|experiencing|facing|seeing) ~4 (?:outage|"
        "disruption|technical (?:issues?|problems?|difficult\\w+)|system (?:issues?|problems?))",
        "we_are we_have outage disruption failure confirmed known ongoing",
        unless="\\?|(?:if|any|whether|seems?|appears?|might|may|check|see if) ~5 (?:outage|disruption|fault|issue)",
    ),
)
