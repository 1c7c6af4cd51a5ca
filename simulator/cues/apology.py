"""Apologise: regret for the caller's trouble, delay or disappointment.

"Sorry" is the trap word (scoring 0.5): it pads refusals, asks for a repeat, corrects oneself. So every "sorry" is taken for
an apology unless what follows shows that it is none; that way round also bears misheard words best.
"""

from __future__ import annotations

from simulator.cues.phrase import rule

#: What follows a "sorry" that is no apology.
_NONE = (
    "(?:to (?:hear|see|learn|read|say|bother|interrupt|ask|inform|tell|disturb|trouble|cut|jump|press|"
    "rush|report|butt|be a pain)|"
    "but|however|if|for (?:asking|interrupting|your loss|jumping|the (?:question|interruption|background|noise))|"
    "(?:that )?you (?:feel|felt|think|see it|took)|(?:that )?you are (?:feeling|offended)|about your|"
    "\\?|pardon|come again|excuse|say|repeat|what|who|which|where|when|how|"
    "(?:could|can|would|will|may|did|do|is|was|are|were|does|have) (?:you|i|we|that|it|this|the|your)|"
    "i (?:mean|meant|missed (?:that|what|your)|did not|do not|can not|could not (?:hear|catch|"
    "understand|quite)|am not|was not|will "
    "(?:not|need|have)|need|have (?:to|no)|just|misheard|lost (?:you|my|the)|only|thought|should have "
    "said|was (?:looking|reading|"
    "talking|on mute|muted|saying))|"
    "we (?:can not|do not|are not|are unable|could not|will not|have no|no longer|only|are (?:closed|"
    "fully))|i (?:can only|am unable)|"
    "(?:there|that|it|this|they|your|the) ~3 (?:is|was|can|could|does|do|will|has|are|have|policy)(?: "
    "\\w+)? (?:not|no|nothing|against|"
    "closed|unavailable|sold|required|our policy)|"
    "no|not|nothing|again (?:\\?|what|could)|one (?:moment|second|more|minute)|just (?:a|one)|hold|wait|"
    "bear|your (?:name|what)|"
    "we have no|unfortunately|that is (?:just )?(?:our|the|how|company)|i was on|go (?:on|ahead)|carry "
    "on|continue|you were saying|"
    "does not|it is (?:just )?(?:our|the|company))"
)
_STRONG_NONE = (
    "(?:to (?:hear|see|learn|read|say|bother|interrupt|ask|inform|tell)|but|however|if|for your loss|"
    "for (?:asking|interrupting)|"
    "(?:that )?you (?:feel|felt|think|took)|about your (?:loss|news)|i (?:can not|did not (?:catch|hear|"
    "get)|do not|am (?:not|unable)|mean|could not (?:hear|catch))|"
    "we (?:can not|do not|are (?:not|unable)|could not)|(?:there|that|it|this) is (?:no|not|nothing)|no |not |unfortunately)"
)

RULES = (
    rule(
        "apologise",
        "apology: I am so sorry",
        f"<VERY> sorry(?! {_STRONG_NONE})",
        "sorry",
        unless="feel (?:so |very |really )?sorry for you",
    ),
    rule(
        "apologise",
        "apology: sorry for ...",
        "sorry (?:again |once more )?(?:(?:for|about|that) (?!you feel|you felt|your loss|asking|"
        "interrupting|is |can |policy)|we (?:kept|have|lost|missed|"
        "sent|let|got|did not (?:call|get|send|tell|come|reply|answer)|made|put|took|charged|failed|messed|"
        "were|forgot|dropped)|"
        "i (?:kept|have kept|lost|missed your call|sent|let you|got (?:that|it)|made|put you|forgot|messed|gave|cut)|"
        "to (?:have|keep|make|put|disappoint|cause)|you (?:had|have|were|are having|did not (?:get|receive)|"
        "are still|are going|are "
        "experiencing|got|went|waited|ended|never|lost|missed)|your)(?! \\?)",
        "sorry",
        unless="sorry for you |sorry that is (?:not|our|just)|sorry about your loss|sorry that (?:i|we) can not",
    ),
    rule(
        "apologise",
        "apology: sorry",
        f"sorry(?! {_NONE})",
        "sorry",
        unless="(?:say|said|saying|says|not|being|how|you are|never|safe than|was|were|everybody is|are you) ~1 "
        "sorry|sorry \\?|(?<![\\s\\S])(?:oh |yes |okay )?sorry(?: sir| madam)?(?: \\.)?(?![\\s\\S])",
    ),
    rule(
        "apologise",
        "apology: I apologise",
        "(?:(?:i|we) (?:do |really |truly |must |want to |would like to |have to |can only |sincerely |"
        "deeply |fully |again |also |both |"
        "humbly |wholeheartedly |just |should |definitely |completely |absolutely |need to |wish to )*|^|"
        "let me (?:first )?|and |please let me |"
        "allow me to |first )(?:\\w+ly )?apologi[sz]e(?! (?:if|but|to (?:him|her|them)|that you feel|when|later))",
        "apologise apologize",
        unless="why (?:should|would) (?:i|we)|for what|not going to apologise|did (?:they|he|she|anybody)",
    ),
    rule(
        "apologise",
        "apology: apologise, the subject misheard",
        "apologi[sz]es?(?! (?:if|but|to|that you|when|later|now|first|him))",
        "apologise apologize",
        unless="(?:you|they|he|she|somebody|who|did|should|not|asked|make|anybody|agent|manager|never|must|want|wants|to) ~2 "
        "apologi[sz]es?|apologi[sz]e (?:if|but)",
        possible=True,
    ),
    rule(
        "apologise",
        "apology: ... for the inconvenience",
        "(?:for|about|of|or|over|from) (?:the|any|this|your|all|all the|that|a|an|these) (?:\\w+ "
        ")?(?:inconvenience|delays?|trouble|"
        "confusion|disappointment|mix up|hassle|long wait|wait)",
        "inconvenien delay trouble confusion disappointment mix hassle wait",
        unless="thank|thanks|credit|refund|voucher|compensat\\w+|dollars|discount|points|gesture|reason for|cause "
        "of|because of|instead "
        "of|kind of|out of|lot of|care of|length of|sort of|worry (?:about|for)|not (?:for|about)|one of|"
        "ask|understand|hear|know|"
        "patience|free|adding|add|applied|apply|applying|but|if|off|own|money|something|pay|grateful|"
        "appreciate|sorry|apolog\\w+",
        possible=True,
    ),
    rule(
        "apologise",
        "apology: my apologies",
        "(?:accept )?(?:(?:my|our|sincere|sincerest|deepest|humble|full|many|huge|big|great|heartfelt|^|"
        "with|the|most) )+(?:\\w+ )?apolog(?:y|ies)"
        "(?! (?:if|but|that you feel|letter|from (?:him|her|them)))",
        "apolog",
        unless="(?:want|get|demand|expect|owe (?:me|us)|wants|asked for) (?:an|the|a) apolog|as an apology",
    ),
    rule(
        "apologise",
        "apology: apologies for ...",
        "apolog(?:y|ies) (?:for|about|that we|on behalf|again|once)",
        "apolog",
        unless="apology for (?:you|him)|as an? (?:\\w+ )?apology",
    ),
    rule(
        "apologise",
        "apology: forgive us, excuse the ...",
        "(?:forgive|pardon|excuse) (?:us|me|the|our|my|this) (?:for|delay|wait|mistake|mix|confusion|"
        "inconvenience|error|slow|late|trouble|mess)",
        "forgive pardon excuse",
    ),
    rule(
        "apologise",
        "apology: I regret",
        "<I> (?:deeply |really |sincerely |truly |very much |do )*regret (?:that |the |any |this |what |how |having )",
        "regret",
        unless="regret (?:to (?:inform|tell|say|hear)|that (?:i|we) (?:can|are|am) )",
    ),
    rule(
        "apologise",
        "apology: can't apologise enough",
        "(?:can|could) not (?:even )?(?:apologise|say sorry|tell you how sorry|say how sorry|begin to "
        "apologise)(?: enough| how| more| i am|)|how (?:truly |very |deeply )?sorry (?:i am|we are)",
        "sorry apologise",
    ),
    rule(
        "apologise",
        "apology: owe you an apology",
        "owe you (?:an|a|our|my) ~1 apology|you (?:deserve|are owed) an apology",
        "apology",
    ),
)
