"""Blame the caller, or deflect the fault onto others, defensively.

Naming a cause ("the courier lost it, I'll chase them") is no deflection; a denial of one's own part is.
"""

from __future__ import annotations

from simulator.cues.phrase import rule

_OTHERS = (
    "(?:bank|banks|courier|couriers|carrier|driver|drivers|warehouse|airline|airport|hotel|supplier|"
    "supplier|manufacturer|seller|landlord|previous agent|other agent|last agent|agent|colleague|"
    "colleagues|other department|another department|sales|"
    "sales team|billing|billing department|technician|engineer|weather|system|systems|computer|software|"
    "post office|card company|network|other company|third party|subcontractor|insurer|garage|night "
    "shift|store|shop|branch|developers|it department|finance|government|council|clinic|doctor|merchant|"
    "them|they|somebody else|other team|new guy|trainee|shipping company|delivery company|contractor|school|vendor|provider)"
)

RULES = (
    rule(
        "blame_caller",
        "blame: you should have ...",
        "you (?:really |clearly |obviously |probably )?(?:should|ought to|could|needed to|were supposed to|"
        "had to|were meant to|are supposed to|might have wanted to|could have just) ?(?:not |just |simply |"
        "at least |really )?(?:have )?(?:\\w+ly )?(?:not )?(?:read|checked?|called|told|asked|thought|known|"
        "noticed|paid|waited|kept|written|sent|done|been (?:more )?(?:careful|home|there|at)|looked|"
        "cancelled|listened|planned|made sure|said|mentioned|reported|come|gone|contacted|brought|bought|"
        "updated|entered|chosen|signed|backed|saved|set|used|opened|double checked|given|informed|let us|"
        "taken|paid attention|left|clicked|ordered|verified|confirmed|to read|to check|to call|to cancel|to "
        "tell|to pay)",
        "you_",
        unless="you should (?:not )?have (?:been (?:told|charged|given|called|informed|sent|able|offered|put|asked|"
        "warned|to)|had|received|got|gotten|to|seen (?:the|a|your) (?:refund|money|credit)|an|a|the)|where "
        "you (?:should|could)|you should (?:never|not) have (?:to|had)|what you (?:should|could)|did "
        "anybody|(?:no|without) way you (?:could|should)|nothing you could|not (?:think|say|saying|"
        "suggesting) you|things you (?:could|should)|before you (?:called|paid)|you could (?:have )?(?:told|"
        "asked|called|checked|used) ~5 (?:next time|in future)|should be (?:able|fine|paid)|how (?:were|"
        "could) you|you needed to (?:be|call|wait) ~3 (?:so|for|three|again|twice)",
    ),
    rule(
        "blame_caller",
        "blame: it is your fault",
        "(?:(?:is|was|be|been|entirely|all|completely|partly|really|s) )(?:your|the customer) (?:own "
        ")?(?:\\w+ )?(?:fault|mistake|error|doing|problem|responsibility|choice|bad|negligence|oversight|"
        "job)|your (?:own )?(?:fault|mistake|error|negligence|carelessness|doing|oversight)|user error|"
        "customer error|(?:something|anything) (?:that )?you (?:did|have done|entered|typed|changed|"
        "clicked)|"
        "(?:the (?:problem|error|mistake|issue|fault) (?:is|was|lies|seems to be) (?:on|at|with) (?:your|"
        "you)(?! (?:internet|router|line|account))(?: (?:side|end|part))?)|on your (?:end|side|part)|you "
        "(?:are|were) the one (?:who|that)|you (?:only )?have (?:only )?yourself to blame|blame yourself|"
        "you brought (?:this|it)",
        "fault mistake error doing problem responsibility choice negligence carelessness oversight "
        "something anything your you_are_the you_were_the blame brought",
        unless="not (?:\\w+ )?(?:your|the customer) (?:own )?(?:fault|mistake|error|doing|problem|responsibility|"
        "choice|job)|(?:about|see|understand|with|on|regarding|resolve|fix|solve|sort|to hear|describe|hear|"
        "by) your (?:\\w+ )?problem|that is your choice to|your choice (?:of|which|whether)|the choice is|"
        "is (?:entirely |completely )?your choice|never your|what (?:is|was) your (?:problem|job)|(?:happen|"
        "happening|look|see|check|working|anything|like|now|do|everything|fine|okay|show|lights|blinking|"
        "anything) (?:\\w+ ){0,3}on your (?:end|side|part)|on your (?:end|side) \\?|(?:action|effort|"
        "patience) (?:needed|required|is needed) on your|mistake was (?:ours|made by us)|no (?:fault|"
        "mistake|error)|(?:no|any) (?:fault|error|mistake) of your|is (?:there|it|that) (?:something|"
        "anything) you (?:did|changed)|did you|responsibility is",
    ),
    rule(
        "blame_caller",
        "blame: you didn't, you failed to ...",
        "(?:because |well |but |since |as |it is because |that is because |if |except |actually |maybe |"
        "perhaps |then |^|says |shows |see |that |here |look |sir |madam |so )(?:it (?:says|shows) (?:here "
        ")?(?:that )?)?you (?:have |had |obviously |clearly |just |simply |probably |never |must have |"
        "forgot to |may have |yourself |apparently |also |again |actually )*(?:did not|do not|failed|forgot|"
        "neglected|never|must have|ignored|missed|typed|entered|put|gave|chose|picked|clicked|signed|agreed|"
        "accepted|opened|dropped|broke|damaged|misread|misunderstood|left|lost|deleted|skipped|refused|"
        "caused|waited too long|were (?:late|not (?:home|there|in|at)|supposed|told|warned|informed|"
        "careless|rude)|overdrew|overspent|used (?:the|it) (?:wrong|incorrectly)|ordered the wrong|went "
        "over|exceeded) ?(?:\\w+ ){0,4}(?:to|the|it|your|in|wrong|up|read|pay|check|tell|call|cancel|them|"
        "that|yourself|an|a|pay|this|on|off|out|listen|answer|home|us|enough|properly|correctly|incorrectly|"
        "me|clearly|limit|past|careful|instructions|told|have|incorrect)",
        "you_",
        unless="so you (?:did|have|never|ordered|chose|picked|opened|signed|entered|put|left|were (?:told|late|"
        "not))|(?:understand|see|hear|imagine|know|sorry|frustrating|saying|mentioned|said|told|sounds like|"
        "upset|right|correct|understood|get|appreciate) (?:that |why |how )?(?:you|when)|if you (?:did not|"
        "do not|never|left|put|agree|signed|opened|missed|lost|forgot|have (?:not|lost|left))(?! ~12 would)|"
        "did you|have you|you do not (?:have|need|want|deserve|owe|worry)|you never (?:got|received|had|"
        "heard|have)|you did not (?:get|receive|do anything|have|deserve|want|ask|cause|authorise|order|"
        "expect|sign up|break|make)|you were told (?:to wait|that|it|by|three|two|one|twice|something|we|"
        "you)|you were (?:informed|told|promised)|you (?:have )?(?:lost|left|put|chose|picked|gave|"
        "accepted) (?:your|it on|us|a (?:message|voicemail|review|note)|time|in|the (?:morning|afternoon|"
        "slot|first|second))|you never (?:received|got)|you (?:paid|called)|is that|correct \\?|right \\?|"
        "so that you|make sure you|in case you|unless you|you must have (?:been|felt|had)|you may have "
        "(?:been|noticed|seen|heard|received)|not your fault|no problem|let me|you gave (?:me|us)|thank",
    ),
    rule(
        "blame_caller",
        "blame: if you had ...",
        "(?:if|had) you (?:had |would have |would |just |simply |only |have )+(?:read|checked|called|told|"
        "paid|listened|asked|waited|followed|entered|not|been|kept|looked|let|cancelled|informed|mentioned|"
        "come|given|done|used|calmed?|stop\\w*)|if you (?:did|do|read|paid|listened|checked) (?:not |the |"
        "your |more |what )+~8 (?:would|this|we)|(?:would|could) (?:not |never )?have (?:happened|been) if "
        "you|none of this (?:would|is)|if you would (?:just |only )?(?:let me|listen|stop|read)|"
        "(?:did|do|have|are) you (?:not |even )+(?:read|check|look|see|know|listen|understand|bother|tried|"
        "plug|turned|realise|aware)|why (?:did|do|would|have|are|were) you (?:not|wait|only|even|still|"
        "leave|sign|agree|buy|use|click|open|go|give|let|order|choose|always|so late|calling|just)(?! "
        "(?:get|told|given))|how could you (?:not|forget|miss)|nobody else (?:has|had|is having|seems)|"
        "(?:most|other) (?:people|customers) (?:manage|can|do not have|read|understand|have no|know)",
        "if_ had_you would_ could_ none did_you do_you have_you are_you why how_could nobody_else most other",
        unless="if you had (?:called|come) ~5 (?:i|we) would have (?:loved|been happy)|do you not (?:have|want|get|"
        "receive)|have you not (?:received|got|had|heard)|did you not (?:receive|get)|(?:happen|been) if "
        "(?:we|i)|i do not know why|why (?:did|do|are) you (?:still )?(?:have|need|being|waiting|not have|"
        "want|get)|do you even|why (?:are|were) you calling (?:today|us|in)|never have happened$|if you "
        "have (?:not|been|called|read|given|used|kept|followed|paid|cancelled|told|done|asked)(?! (?:the "
        ")?\\w+ ~6 would)|other customers (?:can|do not have) (?:to )?wait",
    ),
    rule(
        "blame_caller",
        "blame: you obviously, you people",
        "you (?:obviously|clearly|apparently|must have|probably|surely) (?:\\w+ )?(?:did|typed|entered|put|"
        "forgot|missed|made|clicked|chose|dropped|misread|misunderstood|ignored|ordered|used|do not|have "
        "not|gave|pressed|deleted|broke|never|opened|left|were not|spilled|got it wrong)|you (?:customers|"
        "people) (?:always|never|just|do|are)|you (?:broke|lost|damaged|dropped|spilled|forgot|caused|chose|"
        "signed|agreed|entered|typed) (?:it|this|that|the \\w+|to \\w+|your own|for|up|on|a|wrong) ?(?:\\w+ "
        "){0,4}(?:yourself|so|you pay|you|wrong|not us|not me)|chose (?:\\w+ ){0,4}(?:yourself|wrong)|your "
        "(?:own )?(?:internet|router|phone|wiring|computer|browser|address|password|signature|card) (?:\\w+ "
        ")?(?:is|was) (?:\\w+ )?(?:the problem|wrong|old|to blame|at fault|faulty|your)|"
        "you (?:typed|entered|gave|put|wrote|chose|ordered|picked|selected|provided|filled) (?:us |me |in |"
        "down |out )?(?:the |a |an )?(?:\\w+ )?(?:wrong|incorrect|bad|old|invalid|incomplete)",
        "you_ your_ chose",
        unless="you must have been|i typed|sounds like you|so you|did you|if you (?:put|chose|entered|typed)|you "
        "(?:clearly|obviously) (?:did not (?:get|want|ask|deserve|order|do)|have not (?:been|had|got|"
        "received)|never (?:got|received))|you ordered the (?:wrong|old) (?:one )?\\?|may have|clearly made "
        "(?:your|it)",
    ),
    rule(
        "blame_others",
        "blame: not our fault",
        "(?:not|never|hardly|nothing) (?:\\w+ )?(?:our|my|us|mine|ours) ?(?:\\w+ )?(?:fault|mistake|error|"
        "responsibility|doing|problem to|side|job to|bad)?(?<=fault|stake|error|ility|doing)|(?:had|have|"
        "has|has got) (?:absolutely )?nothing to do with (?:me|us|it|our|that|this)|(?:out of|beyond|outside|not "
        "under|not in|no) (?:of )?(?:my|our|the company|anybody|any|over)? ?(?:hands|control)(?! over your)|"
        "(?:can|have|has|do not have|got) (?:no|any|not) (?:\\w+ )?(?:control|influence|say) (?:over|on|in)|"
        "(?:is|was|are|were) not (?:us|me|ours|our (?:system|company|side|end)|on us)|not us|(?:do not|can "
        "not) blame (?:me|us)|"
        "do not (?:look at|shout at|yell at|blame) (?:me|us)|i (?:was|am) not (?:the one|here when|"
        "responsible|working|even)|i (?:did not|have not) (?:do|make|cause|write|sell|send|take|book|touch|"
        "personally|even) (?:this|it|that|the|your|anything|you)|i only (?:work|answer|started|took)|i just "
        "(?:work|answer|started)|before my time|i am (?:just|only) (?:an? |the )(?:agent|messenger|operator|"
        "temp|employee|rep|representative|receptionist|person who)|we are (?:just|only) (?:the|a) (?:middle|"
        "reseller|agent|broker|platform|agency|booking|marketplace)",
        "fault mistake error responsib doing nothing_to hands control influence not_us not_me not_ours "
        "not_our blame look shout yell i_was_not i_am_not i_did_not i_have_not i_only i_just before_my "
        "i_am_just i_am_only we_are_just we_are_only",
        unless="not (?:only|just) (?:our|my)|do not blame you|not (?:here|trying) to|will not blame|not our "
        "(?:policy|system|usual|standard|normal|intention|best|way)|not on our (?:website|shelves)|you are "
        "not|i (?:did not|have not) (?:catch|hear|get|see|understand|mean|send you|take (?:this|it|that) ~3 "
        "(?:seriously))|is it not our|if (?:it|that|this) (?:is|was) not us|fault or not|i have not (?:done|"
        "made|sent|got|touched) (?:it|that|this|the|anything) ~3 yet|control (?:panel|room|box|unit)|(?:is|"
        "was) not ours to|i did not (?:make|do) (?:that|it|this) clear|i am not (?:even )?(?:sure|certain|"
        "going|able|allowed|here to)|that is not us at our|why (?:are|were) (?:you|they) not",
    ),
    rule(
        "blame_others",
        "blame: it was them",
        "(?:(?:it is|that is|is|was|it was|that was|be|blame|only|all|entirely|really) )(?:because of |due "
        f"to |down to |the fault of |on |down on )?(?:the|your|my|their|our)? ?(?:\\w+ )?{_OTHERS} (?:fault|"
        f"mistake|error|problem|issue|doing|responsibility|job|decision|who|that|not)|{_OTHERS} (?:\\w+ "
        ")?(?:is|are|was|were|must be|must have been) (?:\\w+ )?(?:to blame|at fault|responsible|the ones?|"
        "the problem|useless|incompetent|hopeless|idiots?|slow|rubbish|always)|"
        f"(?:blame|blaming) (?:it on )?(?:the|your|my|them|him|her|sales|that)|{_OTHERS} (?:\\w+ "
        f"){{0,3}}(?:did that|did (?:this|it)|messed (?:it |this |that |up)+|messed up|screwed (?:it |this |"
        "up)+|screwed up|dropped the ball|lost it|caused (?:this|it|that)|never (?:tells?|told|sends?|"
        "passed|informs?|does|updates?) (?:us|me|it|the)|did not (?:tell|inform|do|write|pass|update) (?:us|"
        "me|their|it|the|anything)|gave you (?:the )?(?:wrong|bad)|should (?:not )?have|made (?:the|a|that|"
        "this) (?:mistake|mess|error)|does (?:this|that) (?:all|every)|always (?:do|does|lose)|forgot|got "
        "it wrong)|(?:their|his|her|its) (?:own )?(?:fault|mistake|error|problem|mess|responsibility|doing|"
        "job)|"
        "(?:someone|somebody|whoever|person|guy|lady|girl|agent|colleague|rep|man|woman) (?:you (?:spoke|"
        "talked) (?:to|with) |else |before |who |that |on (?:the )?\\w+ |there )*(?:\\w+ )?(?:(?:must have|"
        "should have|should not have|clearly|obviously) (?:\\w+ )?(?:made|messed|given|gave|told|got|"
        "entered|forgot|done|put|not|said|known|did|been|promised)|messed|made (?:a|the) (?:mistake|mess)|"
        "screwed|was wrong|did not know|is new|got it wrong|lied)|"
        "(?:you (?:would |will |should |need to |have to |can |could |must )*(?:have to |need to )?|go "
        "(?:and )?)(?:ask|take (?:it|that|this) up with|complain to|blame|call|contact|sue|chase|speak to|"
        "talk to) (?:the |your |their )?(?:\\w+ )?(?:bank|courier|carrier|airline|airport|seller|"
        "manufacturer|landlord|supplier|driver|delivery company|hotel|card company|insurer|them|post office|"
        "sales)(?: (?:not (?:me|us)|about (?:it|that|this)|yourself|then|directly))?(?= [.?]|$| not| about| "
        "then| yourself| directly| for| and| because| if)|"
        "(?:my colleague|my coworker|the other (?:agent|department|team|shift)|the previous (?:agent|"
        "person)|the last (?:agent|person|guy)|the night shift|the warehouse|the courier|the driver|the "
        "bank|sales|the carrier|the airline|the supplier) (?:\\w+ ){0,6}(?:messed|lost|forgot|failed|caused|"
        "screwed|broke|lied|did (?:it|this|that|not)|got it wrong|made|never|is (?:to blame|responsible)|"
        "gave|told you|should)",
        "fault mistake error problem issue doing responsibility job decision blame responsible useless did "
        "messed screwed dropped lost caused never gave should made forgot wrong must clearly obviously ask "
        "take complain call contact sue chase speak talk failed broke lied told got who that_ not_ slow "
        "rubbish always",
        unless="(?:i|we) (?:will|can|am|are|have|should|would|did|could) (?:\\w+ ){0,3}(?:ask|call|contact|chase|"
        "speak|talk|take|forget|forgot|lost|made|messed|blame)|let me|our (?:system|driver|courier|"
        "warehouse|team|website|agent|colleague|technician|engineer|branch|developers|software|clinic|store|"
        "shop) (?:\\w+ ){0,3}(?:lost|messed|made|forgot|failed|did|dropped|got|gave|should)|did (?:the|they|"
        "he|she|your)|have you|could you|you (?:already )?(?:called|spoke|asked)|not (?:the|your) (?:bank|"
        "courier|driver) fault|i (?:am|was) wrong|do not blame you|not blam|and (?:that is|it is|we|i) ~3 "
        "(?:our|my) (?:fault|mistake|responsibility)|we (?:take|own)|that is on us|sorry that|(?:so|that|"
        "you are saying|said|told me) (?:the|your) (?:\\w+ )?(?:driver|courier|technician|engineer|agent|"
        "hotel|shop|store)|says (?:it|that)|is it|was it",
    ),
)
