"""Ask for a fact: questions and requests for information.

A question is found by its head ("could you tell", "which", "did you") and then tried against what is no question for a fact:
offers of further help, permission questions, hold checks, preferences, instructions put as questions, rhetorical ones.
Without marks a head in the middle of a sentence ("I see what you") is told from a question by the word before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.cues.candidate import Candidate
from simulator.cues.phrase import phrase
from simulator.transcript.normalise import MARKS, Normalised

_POLITE = (
    "(?:please |kindly |just |also |maybe |possibly |quickly |briefly |first |then |now |perhaps |be "
    "able to |be so kind (?:as )?to |"
    "be kind enough to |at least |both |again |happen to |mind )*"
)
_TELL = (
    "(?:tell|give|provide|send|share|confirm|verify|spell|describe|explain (?:what|how|when|where|to me "
    "what|the)|dm|pm|message|email|"
    "repeat|read|say|state|specify|clarify|show|remind|fill me in|walk me|talk me|run me|take me|go "
    "over|elaborate|let (?:me|us)|name|"
    "list|remember|recall|upload|attach|text me|quote|detail|help me (?:understand|with (?:your|the))|supply|double check "
    "(?:your|the) (?:name|number|address|email|order|spelling)|sending|telling|giving|confirming|"
    "sharing|providing|spelling|dming|"
    "messaging|forward (?:us|me)|see (?:a|any) (?:light|number|message|code))"
)
_PLEASE = (
    "(?:tell (?:me|us)|give (?:me|us)|provide|send (?:me|us|over|in|your|the|a (?:photo|picture|copy|screenshot|dm|pm|message)|"
    "through|along)|share|confirm|verify|spell|describe|dm|pm|private message|email (?:us|me)|message "
    "(?:us|me)|forward (?:us|me|your|"
    "the)|repeat|state|specify|clarify|elaborate|let (?:me|us) (?:know|have)|remind (?:me|us)|enter your|upload|attach|"
    "reply with|respond with|supply|advise|to (?:tell|give|send|confirm)|drop us|direct message|answer|"
    "talk me through|walk me through|"
    "take me through|read (?:me|out))"
)
#: A request to write that says what to write; "send us a note" alone asks for no fact.
_EMPTY_REQUEST = (
    "(?:please |kindly |just )*(?:can you |could you |would you )?(?:please )?(?:dm|pm|send|drop|"
    "message|direct message|private message|shoot|"
    "give|email|write) ?(?:us|me)?(?: a| an)?(?: quick)?(?: note| message| dm| pm| line| direct message|"
    " private message| shout| call| ring| "
    "email)?(?: (?:and|if|so|when|whenever|any|anytime|at|via|by|through|on|here|there|please|directly|"
    "privately|back|for|to)\\b.*)?(?: [.?]?|$)"
)
_TIME_ONLY = (
    "(?:can|could|would|will|please|just|kindly|and| |you)*(?:give|allow) (?:me|us) (?:a|an|one|just|"
    "two|three|five|ten|some|another|until|"
    "the|more|few|half|up)(?! (?:\\w+ )?(?:number|name|address|code|idea|description|picture|reference|example|list|contact))"
)
_KNOW_IF = (
    ".{0,25}let (?:me|us) know (?:if|whether|when|how|once|as) (?:you (?:need|have (?:any|further|more|"
    "other|another|questions|a question)|want|would|run|"
    "would|are (?:still having|happy|okay)|do not|get|face|experience|require|notice|like|prefer|feel|find|found|think|agree)|"
    "there|we|i|that|this|it|anything|any|"
    "things|somebody|soon|your (?:issue|problem)|the (?:issue|problem))"
)
_HELP = (
    "(?:\\w+ ){0,5}(?:any|some|no|every)(?:thing|body) else|(?:\\w+ ){0,3}(?:what|how|who|where) else "
    "(?:can|may|could|might|would|do)|(?:\\w+ ){0,4}how "
    "(?:can|may|could|might) (?:i|we)|(?:\\w+ ){0,4}what (?:can|could|may|should|shall) (?:i|we)|"
    "(?:\\w+ ){0,6}(?:any|further|other|more) (?:\\w+ )?(?:questions|concerns|queries)|"
    "(?:\\w+ ){0,2}is there (?:any|some)thing (?:i|we|more|further|at all|you need)|(?:\\w+ "
    "){0,3}(?:need|needed|want|wanted) (?:any|some)thing|(?:was|is) there (?:any|some)thing"
)
_PERMISSION = (
    "(?:\\w+ ){0,4}(?:put|place) you (?:on|through)|(?:\\w+ ){0,3}(?:is|would|does|will|do|did) (?:that|"
    "this|it|you) (?:be |all )?(?:okay|all right|fine|acceptable|help|work|suit|sound|make sense|good|"
    "answer|convenient|clear|mind|happy|satisf\\w+|agree|follow)|how does (?:that|this|it) (?:sound|"
    "work)|(?:\\w+ ){0,3}hear me|"
    "are you (?:still )?(?:there|with me|okay|happy|all right|comfortable|sure|willing|ready|satisfied|"
    "following)|(?:shall|should) (?:i|we)|"
    "(?:would|do|did) you (?:still )?(?:like|want|prefer|rather|mind if|care for|wish)(?! to (?:report|"
    "dispute|claim)\\b)|(?:may|can|could|might) (?:i|we) (?:just |please |at least |also )?(?:put|place|"
    "call|ring|"
    "suggest|offer|help|be|transfer|explain|speak|talk|interrupt|say|finish|assist|do|make|send|arrange|"
    "book|stop|add|recommend|email|"
    "text|try|propose|connect|pass|check (?:that|this|it|something|with|on|into|for)|look|get (?:you|"
    "that|this|it|back|somebody|a (?:manager|"
    "supervisor)|my|to)|take (?:a (?:moment|look|minute|second)|that|care|this|over|it)|have (?:a "
    "(?:moment|minute|second|look)|somebody|my|it|"
    "that)|ask you to|ask (?:that|for your patience)|see (?:the problem|that|why|how|what i)|give|leave|"
    "apologise|confirm (?:that|this) (?:for|with))"
)
_PREFER = (
    "(?:\\w+ ){0,3}(?:time|day|date|slot) (?:that |which )?(?:works|suits|would)|(?:\\w+ ){0,2}which "
    "(?:one |of (?:these|those|the two) )?(?:would|works?|suits?|is (?:best|easier|better|more)|do you "
    "(?:prefer|want|like)|option)|(?:at )?what (?:time|day|date|number|would)?"
    " ?(?:\\w+ )?(?:works?|suits?|would (?:suit|work|be best|you (?:like|prefer))|is (?:best|convenient|"
    "good))|when (?:would|is) (?:\\w+ )?(?:suit|good|best|convenient|work|a good|you like)|what if|how "
    "about|"
    "what about (?:if|a|we|i)|why (?:not|do not (?:you|we))|whatever|(?:\\w+ ){0,3}(?:best for you|you (?:would )?prefer)"
)
_RHETORIC = (
    "(?:can|could|would|will|please|just)? ?(?:you )?(?:please )?(?:say|repeat) (?:that|it|this|again|"
    "yourself|the last)|(?:please )?come again|what do you (?:want|expect) (?:me|us) to|why (?:did|do|"
    "would|have|can|could) you not|why are you (?:shouting|yelling|so|still)|why (?:should|would) i|"
    "what is your problem|what is wrong with you|"
    "(?:did|do|have|are|can|could) you (?:even|not|never|really (?:think|expect))|are you (?:stupid|"
    "serious|kidding|deaf|listening|always|threatening|done|finished|calling me)|can you believe|who "
    "(?:cares|do you think)|"
    "what (?:happens (?:next|now|is)|i (?:can|will|am|would|have|suggest|need)|we (?:can|will|are|have)|"
    "a|an|you (?:can|need|should|want|are|will|have|told|said|get)|the hell|(?:will|is going to) "
    "happen)|how (?:are|have) you (?:doing|today|been|this|\\?)|"
    "how (?:are|come) you|how (?:frustrat\\w*|annoy\\w*|awful|upset\\w*|important|much (?:this|that|we|"
    "i)|can you|could you|dare|hard|you (?:must )?feel)|so what|"
    "when (?:you|the|it|they|we|i|he|she|your|this|that|there) |where (?:we|i|the|you|it|your) |which "
    "(?:is|means|will|was|has|can|should|i|we|you|are|the|would) |who (?:will|can|is going|has the|"
    "should|takes|handles|knows|deals) |"
    "while |(?:is|was|are) (?:it|that|this) (?:right|correct|so)|do you (?:understand|know what i|see "
    "what|see \\?|follow|get (?:it|that|me|what))|you know|does (?:that|this|it)|did that|(?:did|have|"
    "do) i|have we|am i|"
    "would (?:it|that|this)|could (?:it|that|this)|can (?:it|that|this)|what (?:a|an) |what (?:happened|"
    "you described|you) (?:to you )?(?:is|was|should|must) (?:not|un|never|have)|will (?:that|it) be|"
    "has (?:that|this) (?:helped|answered|solved)"
)
_INSTRUCTION = (
    "(?:can|could|would|will) you (?:please |kindly |just |maybe |also |mind |then |try to |try and |"
    "perhaps |quickly )*(?:hold|wait|bear|try|restart|reboot|go (?:to|into|ahead|back)|click|press|"
    "visit|open|clear|check|call|ring|stay|"
    "calm|stop|unplug|turn|plug|switch|log|sign|reset|reinstall|download|update|make sure|allow|be|"
    "stand|lower|put|do|fill|contact|excuse|leave|holding|waiting|trying|"
    "restarting|checking|let me (?:speak|finish|talk|check|look|explain|do)|please|help|look|follow|run|"
    "test|delete|remove|use|come|bring|return|take|keep|speak|navigate|select|choose|scroll|type|enter|"
    "swipe|pull|push|remove|power)"
)
_NOT_A_FACT = re.compile(
    "|".join(f"(?:(?:{piece})(?![a-z']))" for piece in (_HELP, _PERMISSION, _PREFER, _RHETORIC, _TIME_ONLY, _KNOW_IF))
    + f"|(?:{_EMPTY_REQUEST})$"
)
_INSTRUCTION_START = re.compile(f"(?:{_INSTRUCTION})(?![a-z'])")
#: "Can you check the label and tell me": an instruction that ends in a question is a question.
_TELL_LATER = phrase(
    "(?:and|then|to) (?:please )?(?:tell|let|send|confirm|read|give) (?:me|us)|(?:can|could) you "
    "(?:please )?check (?:what|which|how|whether|if you)"
)

#: Words behind which "what", "which", "did you" ... do not open a question.
_EMBED = frozenset(
    """know see understand check find explain sure look into about of fix show here is that this imagine out figure realise hear
    remember decide depends matter determine discuss noticed noted wonder tell understanding knowing seeing get told said no
    not exactly just me at until even including regarding share confirm verify heard with appreciate review to day place case
    time and from by everything anything all those cases things something reason point people agent teams team one ones us
    him her information review""".split()
)
#: Words before "is it", "was there" that a new question may follow without a mark.
_BEFORE_INVERSION = frozenset(
    "okay and or but right well now thanks then sure yes sorry please also first again so madam sir "
    "alright great perfect check verify ask".split()
)
#: Words behind which "have you", "do you", "is it" are no question.
_NO_INVERSION = frozenset(
    """what how who why when where which i we they you to will would can could not should may might must that this it there
    here all our my sure the please only just system really already never order account thing problem payment money line
    still if whether let he she nor payment card parcel refund people so neither charge does and bank thanks as anybody
    somebody fault issue policy rather next either also must something""".split()
)


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    pattern: re.Pattern[str]
    #: No question when one of these is the word before.
    not_after: frozenset[str] = frozenset()


_SUBJECT = "(?:you|your|the|it|that|this|they|he|she|there|any|somebody|anybody|these|those|we|a|an|everything|all)"
_ASKED = (
    "(?:name|surname|first name|last name|full name|address|account number|order number|postcode|email|"
    "email address|phone number|phone|date of birth|birth date|reference|"
    "reference number|booking reference|booking number|policy number|member number|number|city|street|state|country)"
)
_HEADS = (
    _Head(
        "question: could you tell me ...",
        phrase(f"(?:can|could|would|will|may|might) you {_POLITE}{_TELL}"),
        frozenset("i we so that what how soon as which".split()),
    ),
    _Head(
        "question: could you ..., with a verb of asking later",
        phrase(
            "(?:can|could|would|will) you (?:please |just )?(?:check|look|see|have a look|open|go|take) ~8 "
            "(?:and|to) (?:tell|let|send|confirm|read|give) (?:me|us)"
        ),
    ),
    _Head(
        "request: you would give me ...",
        phrase(
            "(?:^|please |and |so |this |now |also )you (?:would|could|can) (?:please |kindly )?(?:give|send|"
            "tell|provide|confirm) (?:me|us)"
        ),
    ),
    _Head(
        "question: may I have ...",
        phrase(
            "(?:can|could|may|might) (?:i|we) (?:please |just |also |quickly |first |kindly |then |now "
            ")*(?:have|get|take|ask|know|confirm|verify|check|grab|see|double check|clarify|trouble you for|"
            "start with|"
            "note|request|bother you for|inquire|enquire|borrow)"
        ),
        frozenset("so what how that then which whatever where if all best as see".split()),
    ),
    _Head(
        "request: please send, confirm, tell me",
        phrase(f"(?:please|kindly|pls) (?:just |also |do |kindly |quickly |first |reply and |go ahead and )*{_PLEASE}"),
    ),
    _Head(
        "request: send, confirm, tell me",
        phrase(
            "^(?:(?:okay|and|so|right|well|now|all right|yes|sure|thanks|thank you|great|also|first|then|just|"
            f"go ahead and|go on|hi|hello) )*{_PLEASE}"
        ),
    ),
    _Head(
        "request: tell me what happened",
        phrase(
            "(?:tell|talk|walk|take|fill) (?:me|us) (?:\\w+ )?(?:what|how|when|where|which|about|more|"
            "everything|a bit|a little|the|your|through|in|exactly|all)"
        ),
        frozenset("you to they he she it not never will can computer system notes who would".split()),
    ),
    _Head(
        "request: I need your ...",
        phrase(
            "<I> (?:will |would |do |just |only |also |still |first |am going to |may |might |are going to "
            ")*(?:need|require|have to (?:ask|verify|confirm)|must (?:ask|verify|confirm)|want to (?:ask|know|"
            "confirm|verify|understand)|"
            "like to (?:ask|know|confirm|verify|understand|hear)) (?:to (?:verify|confirm|know|ask|have|take|"
            "establish|find out|identify|get your|check your|check who|see your)|from you|you to (?:confirm|"
            "tell|give|send|provide|verify|spell|describe|share|read|answer)|"
            "(?:just |a few |some |a little |a bit |one |two |the |a |an |both )*(?:more )?(?:\\w+ "
            "){0,2}(?:your|details?|information|pieces? of|things|name|number|address|postcode|email|date|photo|"
            "picture|reference|order|account|copy|receipt|last|which|what|when|where|who|how|questions|phone|"
            "zip))"
        ),
        frozenset("that what all why".split()),
    ),
    _Head(
        "question: what, when, which ... did you",
        phrase(
            f"(?:what|when|where|which|who|whom|whose|why|how)(?: (?!you|i|we|the|it|to|that)\\w+){{0,4}} (?:did|"
            f"do|does|were|was|is|are|has|have|had|would) {_SUBJECT}"
        ),
        _EMBED - {"and"},
    ),
    _Head(
        "question: what happened, who told",
        phrase(
            "(?:what|who|which|how many|how much|how long)(?: (?!you|i|we|the|it)\\w+){0,2} (?:happened|happens "
            "when|went|told|said|made|took|sent|came|is|was|are|were|seems|paid|signed|called|delivered|gave|"
            "changed|has|charged|shows|comes)"
        ),
        _EMBED,
    ),
    _Head(
        "question: opens with what, when, which",
        phrase(
            "^(?:(?:okay|and|so|right|well|now|all right|yes|sure|thanks|thank you|great|perfect|then|also|"
            "sorry|first|but|or|of course|got it|fine|good|hello|hi|mm|to start|next) )*"
            "(?:(?:for|since|at|on|from|under|with|in|to|by|until|about) )?(?:what|when|where|which|who|whose|"
            "whom|why|how) (?!the|it|a|an|you|i|we|can|could|may|shall|about|else|if|this|that|they|he|she|dare|"
            "is|are|nice|ever|[.?])"
        ),
        frozenset(),
    ),
    _Head(
        "question: did you, have you ...",
        phrase(
            "(?:did|do|have|are|were|had|does|has|didnt) (?:you|they|he|she|any|somebody|anybody|your (?:bank|"
            "card|account|phone|wife|husband|son|daughter|neighbour|router)) \\w+"
        ),
        _NO_INVERSION,
    ),
    _Head(
        "question: is it, was there ...",
        phrase(
            f"(?:^|(?:{'|'.join(sorted(_BEFORE_INVERSION))}) )(?:is|was|were|are|did|does|has|had) (?:it|the|"
            "that|this|there|your|these|those|everything|anything) \\w+"
        ),
    ),
    _Head("question: by any chance", phrase("(?:by any chance|do you happen to)")),
    _Head(
        "question: a bare noun",
        phrase(
            f"^(?:and |okay |your |the |full |thanks |right |ya |yes |first |just )*{_ASKED}(?: (?:and |your |"
            f"the |full |then |first )*{_ASKED})*(?: again)?(?: please)?(?= [.?]|$)"
        ),
    ),
)
_ANY_QUESTION = "question: ... ?"
_TAG = re.compile(
    r"(?:(?:okay|right|yes|no|sorry|pardon|what|really|hello|correct|sure|so|you know|please|again|hey|"
    r"see|now|ready|agreed|deal|fair enough|yeah|all) ?){1,3}\?$"
)
_OURS = phrase(
    "(?:can|could|may|shall|should|will|would|do|did|have) (?:i|we)|right \\?|correct \\?|okay \\?|all "
    "right \\?|sound good|make sense|is not it|are not you|<I> (?:can|will|could) \\w+|help (?:you "
    ")?with|sort out|on your mind|why not|if (?:i|we)"
)


def _tail(text: Normalised, first: int) -> tuple[str, int]:
    """Return the text from token ``first`` to the end of its sentence, at most 16 tokens, and where it ends."""
    last = first
    while last < len(text.words) and last - first < 16:
        last += 1
        if text.words[last - 1] in MARKS:
            break
    return " ".join(text.words[first:last]), last


def _is_fact(tail: str) -> bool:
    if _NOT_A_FACT.match(tail):
        return False
    return not (_INSTRUCTION_START.match(tail) and not _TELL_LATER.search(tail))


def _strip_lead(tail: str) -> str:
    return re.sub(
        r"^(?:(?:okay|and|so|right|well|now|all|yes|sure|thanks|thank you|great|perfect|then|also|sorry|"
        r"first|but|or|fine|good|hello|hi|please|just|kindly) )+",
        "",
        tail,
    )


def _from_heads(text: Normalised) -> list[Candidate]:
    found: list[Candidate] = []
    for head in _HEADS:
        for match in head.pattern.finditer(text.text):
            first, last = text.token_range(match.start(), match.end())
            if first and text.words[first - 1] in head.not_after and not text.tokens[first].border:
                continue
            tail, end = _tail(text, first)
            if _is_fact(tail) and _is_fact(_strip_lead(tail)):
                found.append(Candidate("ask_fact", head.name, "sure", first, max(last, min(end, first + 8))))
    return found


def _from_marks(text: Normalised) -> list[Candidate]:
    """Find typed questions that no head was found for."""
    found: list[Candidate] = []
    for at, word in enumerate(text.words):
        if word != "?":
            continue
        first = text.sentence(at - 1)[0] if at else 0
        sentence = " ".join(text.words[first : at + 1])
        if at - first < 2 or _TAG.match(sentence) or _OURS.search(sentence):
            continue
        if _is_fact(sentence) and _is_fact(_strip_lead(sentence)) and not re.search(rf"(?:{_PREFER}|{_HELP}) ", sentence):
            found.append(Candidate("ask_fact", _ANY_QUESTION, "sure", first, at))
    return found


def find(text: Normalised) -> list[Candidate]:
    """Return the questions and requests for facts."""
    return _from_heads(text) + _from_marks(text)
