"""Words that mean the same on a service line, so that an ordinary rewording of a trainer's example is recognised.

A *concept* is the first word of its line. Turns of phrase are replaced before single words are looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache

from simulator.cues.phrase import phrase
from simulator.cues.word_stems import stem

_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (phrase(pattern), concept)
    for pattern, concept in (
        (
            "(?:last|final|ending) (?:four|4)(?: digits| numbers| figures)?|(?:four|4) (?:last|final) (?:digits|"
            "numbers)|how ~4 (?:card|account) (?:number )?ends?|(?:card|account) (?:number )?(?:ends|ending)(?: "
            "in| with)?",
            "lastfour card",
        ),
        ("before (?:i|we) (?:can )?\\w+", ""),
        # How a call is opened and a question put; it tells nothing of what is offered or asked.
        ("(?:thank you|thanks) (?:so much |very much )?for (?:calling|your call|contacting|ringing)(?: us)?(?: today)?", ""),
        ("how (?:can|may|could) (?:i|we) (?:help|assist|be of (?:help|service))(?: you)?(?: today)?", ""),
        ("(?:tell|show) (?:me|us)(?: (?:about|what happened))?", ""),
        (
            "(?:whole|full|entire|complete|long|all) (?:of )?(?:the |your |sixteen |sixteen digit |card "
            ")*(?:number|digits)|(?:all )?(?:the )?sixteen digits?|(?:card )?number (?:in full|across the front|"
            "on the front)|every digit|all (?:of )?(?:the )?digits",
            "wholenumber number",
        ),
        (
            "(?:you will|you are going to|you should|you can|will you) (?:then |definitely |certainly )?(?:have|"
            "get|see|receive|be getting|find)|(?:will|is going to) (?:be|land|show up|hit|arrive|come|reach|"
            "appear|show) (?:there|in your|with you|you|on your|through)?|(?:arrives?|lands?|hits?|gets there|"
            "get there|be there|come through|comes through|reach you|reaches you|be (?:in|on|back in|back on) "
            "your (?:account|card)|drops? (?:in|into))",
            "arrive",
        ),
        (
            "(?:money|payment|amount|charge|it|that|funds|\\w+ payment) (?:\\w+ )?back(?= to| onto| in| on| "
            "from| by| today| for|$| [.?])|(?:send|sending|sent|put|putting|give|giving|pay|paying|return|"
            "returning|transfer|get) (?:you )?(?:back )?(?:the |your |that |it )?(?:duplicate |second |extra |"
            "double )?(?:money|payment|charge|amount|funds)?(?: straight| right)? ?back(?= |$)|return (?:the|"
            "your|that) (?:money|payment|amount|charge)|refund\\w*|reimburs\\w+|money back",
            "refund",
        ),
        ("(?:call|ring|phone|get) (?:you )?back|call ?back|give you (?:a )?(?:call|ring|bell)", "call back"),
        (
            "team lead(?:er)?|line manager|duty manager|floor manager|shift lead\\w*|my boss|somebody senior|"
            "somebody (?:more senior|higher up)|head of \\w+",
            "supervisor",
        ),
        (
            "by the end of (?:the )?(?:day|business)|end of (?:the )?day|before tomorrow|this (?:evening|"
            "afternoon)|later today|within the hour|tonight|in a few hours|before (?:you go to bed|midnight)|by "
            "midnight|same day",
            "today",
        ),
        (
            "who (?:am i|i am|are we) (?:speaking|talking|chatting)|(?:who is (?:calling|this|on the line|there|"
            "speaking))|whom? ~4 (?:speaking|talking) (?:with|to)|your name",
            "name who",
        ),
        ("(?:take|knock|taking|knocking|took) (?:\\w+ ){0,4}off", "takeoff"),
        ("(?:next|coming|following|upcoming) (?:month )?(?:bill|invoice|statement|payment)|next month", "nextbill"),
        ("over ?draft|overdrawn|insufficient funds|bounced (?:payment|check)|late fee", "overdraft fee"),
        ("(?:as soon as|right) (?:possible|away)|straight away|immediately", "now"),
        (
            "no doubt|for (?:sure|certain)|without fail|hundred percent|one hundred percent|definitely|i "
            "promise|you have my word|i swear|guarantee\\w*|i can promise",
            "guarantee",
        ),
        (
            "how (?:come|so)|for what reason|what (?:is the|the) (?:reason|rush|hurry)|what makes|so urgent|the "
            "rush|what is urgent|pressing",
            "why urgent",
        ),
        ("(?:working|business|banking|bank) (?:days?|hours?)", "business day"),
        ("(?:the )?day after(?: tomorrow)?|next day", "tomorrow"),
        (
            "(?:last|previous|earlier|other|first|second|before) (?:time|times|calls?|agent|agents|conversation|"
            "contact|person|people|occasion|calling)|(?:spoken|talked|called|contacted|rung|phoned|dealt|been "
            "in touch) (?:to |with )?(?:us |anybody |somebody |anyone |someone )*(?:already|before|earlier|"
            "previously)|(?:already|previously|before) ~2 (?:spoken|talked|called|contacted|rung|phoned)|when "
            "you (?:last )?(?:called|rang|phoned|spoke)(?: to us| in| us)?(?: before| last| the first)?|my "
            "colleagues?",
            "before call",
        ),
        (
            "(?:due|need|needs|want|has to be|have to have|must have) ~3 (?:by|before|for)|deadline|time limit|"
            "run out of time|(?:by|until) when|when (?:do|would) you (?:need|want|have to|absolutely need)|what "
            "(?:date|day) do you need|how soon",
            "deadline need",
        ),
        ("(?:what|which) (?:date|dates|day|days)|on (?:which|what) (?:date|dates|day|days)", "when date"),
        ("how much|what (?:sum|sums|amount|amounts|figure)|which amounts?", "amount howmuch"),
        (
            "(?:for|in) (?:review|consideration|approval|a decision)|(?:put|pass|send|submit|forward|take) "
            "(?:\\w+ ){0,5}(?:forward|to (?:the |our )?review\\w*)",
            "review",
        ),
    )
)

_GROUPS = (
    """postcode zip zipcode postal
    refund reimburse repay
    charge payment bill debit transaction deduction billing pull withdraw withdrawal
    call phone ring telephone dial
    supervisor manager lead superior boss teamlead
    leave go taken take come out
    name surname
    verify confirm check validate identify establish authenticate
    account profile
    money cash funds dollars sum amount
    date day when
    digit number figure
    tell say promise inform advise
    speak talk chat spoke
    before already previous previously earlier prior
    urgent urgency pressing rush hurry critical soon desperate
    affect impact hit mean hurt
    bank lender
    fee penalty fine surcharge cost
    overdraft overdrawn
    send forward submit mail post upload email
    fast quick rush expedite express urgent accelerate priority speed
    today tonight
    credit discount voucher allowance reduction
    invoice bill statement
    pay cover compensate compensation give
    trouble inconvenience stress bother hassle hardship
    review assess assessment evaluate examine consideration
    open raise start create log file
    decide approve authorise decision
    team department desk
    week seven five
    standard normal regular usual ordinary
    reference case ticket confirmation
    write note jot
    replace replacement swap exchange new
    repair fix mend
    engineer technician plumber mechanic electrician
    visit appointment slot come
    deliver delivery drop ship shipment dispatch courier
    parcel package box order item
    cancel cancellation terminate end stop
    upgrade better
    flight plane
    hotel room
    address street
    email mail
    birth dob birthday
    damage damaged broken faulty defective cracked smashed
    photo picture image snapshot photograph
    receipt proof
    light led lamp
    router modem hub box
    internet connection broadband wifi line service
    device machine appliance unit
    policy contract agreement plan subscription membership
    insurance cover coverage
    claim case
    child kid baby son daughter
    car vehicle van
    license licence plate registration
    colour color
    size fit
    guarantee promise certain definite definitely
    waive drop remove forget scrap
    tomorrow
    hour
    minute
    free complimentary
    extra additional
    second duplicate double twice
    bag luggage suitcase baggage case
    medicine medication prescription tablet drug pill
    ticket seat
    doctor nurse clinic
    symptom pain
    allergy allergic"""
).splitlines()


def _concepts() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in _GROUPS:
        words = group.split()
        for word in words:
            table.setdefault(stem(word), words[0])
    return table


_CONCEPT = _concepts()


@lru_cache(maxsize=4096)
def concept(word: str) -> str:
    """Return the concept that a normalised word stands for, or its stem."""
    stemmed = stem(word)
    return _CONCEPT.get(stemmed, stemmed)


@lru_cache(maxsize=2048)
def with_phrases(text: str) -> str:
    """Return normalised text with the known turns of phrase replaced by their concepts."""
    for pattern, replacement in _PHRASES:
        text = pattern.sub(replacement, text)
    return text
