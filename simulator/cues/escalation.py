"""Escalate: brings in or passes to a manager, a specialist or another team that will act.

"I will check with my colleague" asks for advice and passes nothing on; sending the caller away to another number is none
either.
"""

from __future__ import annotations

from simulator.cues.phrase import rule

_SKILL = "escalate"
_PASS = (
    "(?:transfer|transferring|transferred|escalate|escalating|escalated|pass|passing|passed|forward|"
    "forwarding|forwarded|refer|referring|referred|hand|handing|handed|connect|connecting|connected|put|"
    "putting|get|getting|got|bring|bringing|brought|involve|"
    "involving|involved|raise|raising|raised|report|reporting|reported|send|sending|sent|submit|"
    "submitting|submitted|direct|directing|share|sharing|shared|take|taking|taken|assign|assigning|"
    "assigned|speak|speaking|talk|talking|loop|looping|"
    "notify|notifying|notified|alert|alerting|alerted|inform|informing|informed|contact|contacting|"
    "contacted|ask|asking|asked|have|flag|flagging|flagged|route|reach out|reaching out|reached out|"
    "consult|let|call in|log|logged|move|moved|find|patch|request|requested|requesting|liaise|"
    "open|opened|logging|filing|opening|assigning|create|created|creating|write|writing|push|pushed|"
    "file|filed|arrange for|arranged for|message|messaged|email|emailed|tell|told|call|ring|phone|"
    "discuss|discussing|arrange|switch|send out)"
)
_SELF = (
    "(?:<I> (?:can|could|will|shall|would like to|am|are|have|had|am going to|are going to|need to|"
    "would|want to|just|already|will be|did|must|may|might|would be happy to|am happy to|would be|"
    "should|also|ll)|let me|let us|allow me to|to|and|then|shall i|can i|may i|would you like me to|do "
    "you want me to|so|by|be)"
)
_AWAY = (
    "(?:you (?:can|could|should|need to|have to|must|may|will have to|will need to|would have to|would "
    "need to|might want to|are welcome to) (?:\\w+ )?(?:contact|call|speak|talk|reach|ask|email|message|"
    "report|get|visit|ring|phone|take)|please (?:\\w+ )?(?:contact|call|reach|email|visit|speak|ask|"
    "message|ring|phone)|"
    "check (?:\\w+ )?with|not (?:get|have|transfer|put|pass|escalate|connect|let)|no (?:manager|"
    "supervisor)|(?:they|he|she|the manager|supervisor) (?:will|would) (?:tell|say) you the same|did "
    "(?:you|they|the|he|she)|have you (?:\\w+ )?(?:contacted|spoken|asked|talked)|who did|you (?:spoke|"
    "talked|called|contacted|asked)|"
    "(?:contact|call|reach|message|ask|tell) your (?:bank|manager|team|store|branch|department|"
    "security)|your (?:own )?(?:bank|manager|it) (?:team|department)|i am (?:the|a) (?:manager|"
    "supervisor|specialist)|advice|gave you|told you|said)"
)

RULES = (
    rule(
        _SKILL,
        "escalation: pass to a team or a manager",
        f"{_SELF} (?:<HEDGE> |been |certainly |immediately |happily |gladly |straight |reach out to |going "
        f"to |able to |like to |happy to )*{_PASS} ~8 <TEAM>",
        "manag supervis team specialist technic engineer expert senior lead depart office higher billing "
        "support level tier escalation developer warehouse depot handler boss director "
        "branch store_manager security retention account financ logistic maintenance advis second_line complaints",
        unless=_AWAY + "|(?:call|ring|phone|contact|message|ask|email|tell|check with|speak (?:to|with)|talk to|let|get "
        "(?:on to|onto|hold of)) (?:\\w+ ){0,3}(?:depot|warehouse|branch|driver|store|security|logistics|"
        "maintenance|accounts|finance)|(?:get|find|have|take|put|let|send|ask|check|open|log|file) ~6 "
        "(?:accounts? (?:number|details|here|up)|your account|billing (?:address|postcode|cycle|period|"
        "date)|leads?$|security (?:question|code|number|check)|support (?:page|article|site))|(?:let|tell) "
        "you|"
        "(?:here|with|on|from) (?:the|our|my) team|team (?:member|here)|support you|thank you|leads? to|senior discount",
    ),
    rule(
        _SKILL,
        "escalation: escalate",
        "(?:escalate|escalating|escalated|escalation)",
        "escalat",
        unless="(?:no need|not|nothing|unable|can not|do not|want) (?:to )?(?:be )?escalat|you (?:want|wanted|"
        "asked) ~3 escalat|(?:voice|situation|anger|further) escalat|escalating (?:the|your) voice",
    ),
    rule(
        _SKILL,
        "escalation: put you through, transfer you",
        "(?:<I> (?:will|can|am going to|am|would like to|shall|need to|have to|could|are going to|are)|let "
        "me|allow me to|please hold while i|while i|shall i|may i) (?:<HEDGE> )*(?:transfer|transferring|"
        "connect|connecting|put|putting|patch|patching|hand|handing|pass|passing|forward|forwarding) (?:you|"
        "your call|this call|the call|you over) (?:straight |directly |right |now |over )*"
        "(?:through|to|over|with|across|now|there|[.]|$)",
        "transfer connect put patch hand pass forward",
        unless="not ~2 (?:transfer|put|connect)|put you (?:on hold|down|in)|pass you (?:the|my)",
    ),
    rule(
        _SKILL,
        "escalation: a team or a manager will act",
        "(?:my|our|a|the|an|one of (?:my|our|the)|senior|somebody (?:from|in) (?:the|our|my)|this) (?:\\w+ "
        "){0,2}<TEAM> (?:\\w+ ){0,2}(?:will|is going to|are going to|can|has|have|are|is|would|who|that) "
        "(?:\\w+ )?(?:be (?:in touch|calling|contacting|reaching|looking)|call|calling|contact|contacting|"
        "reach|"
        "ring|phone|look|looking|review|reviewing|investigate|investigating|take|taking|get (?:back|in "
        "touch)|handle|handling|decide|assist|email|message|follow|work|working|check|checking|respond|"
        "answer|help|sort|fix|deal|speak|examine|assess|been (?:notified|informed|alerted|told|asked))|"
        "(?:call|callback|call back|visit|email|contact|message|answer|update|response|reply|contacted|"
        "called|word) (?:within ~6 |today |shortly |soon |back |tomorrow )*(?:from|by) (?:our|a|my|the|one "
        "of our) (?:\\w+ ){0,4}<TEAM>|(?:operations|safety|network|billing|fraud|legal|technical|support|"
        "claims|complaints|relevant|concerned|appropriate|other|right|quality|experience|returns|shipping|"
        "review) (?:\\w+ )?(?:team|department|desk) (?:will|can|is going to|has been|have been|is looking|"
        "are looking)|(?:have|get|ask) (?:my|our|a|the|an|one of|somebody) (?:\\w+ ){0,3}<TEAM> (?:\\w+ "
        ")?(?:to )?(?:call|contact|ring|phone|look|review|reach|take|get|speak|email|sort|handle|go)",
        "will going can has have are is would who that ask get from by",
        unless=_AWAY + "|(?:teams|engineers|technicians) are (?:\\w+ )?(?:working|on)|(?:driver|courier|delivery) will|"
        "(?:technician|engineer|plumber) (?:will|is going to) (?:call|ring|phone|be|come|arrive|visit|"
        "contact)|(?:team|branch|warehouse|store) (?:is|are) (?:working|looking|busy|open|closed)|team "
        "(?:is|are) available|support team can help",
    ),
    rule(
        _SKILL,
        "escalation: somebody senior",
        "(?:somebody|someone|person|colleague) (?:more |very |quite )?(?:senior|higher|above|with (?:more|"
        "the) (?:authority|experience|access)|who (?:can (?:decide|approve|authorise|help|fix)|has (?:the "
        ")?(?:authority|power|access)|specialis\\w+|handles|deals))|next (?:level|tier)|(?:higher|senior) "
        "(?:level|up|team|management|authority)|"
        "(?:speak|talk|speaking|talking) (?:to|with) (?:my|a|the|our) (?:manager|supervisor|boss|team lead|"
        "team leader|duty manager)",
        "senior higher above authority experience access who level tier speak talk",
        unless=_AWAY + "|(?:want|wanted|asked|demand|like) to (?:speak|talk)|(?:sea|water|noise|stress|anger) level",
    ),
)
