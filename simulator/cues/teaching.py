"""Teach the caller to help themselves next time, and go further than asked."""

from __future__ import annotations

from simulator.cues.phrase import rule

RULES = (
    rule(
        "teach",
        "teaching: next time you can ...",
        "(?:next time|in (?:the )?future|for (?:the future|next time|future)|going forward|from now on|if "
        "(?:it|that|this) (?:ever )?(?:happens|comes up|does it|should happen) (?:again|next)|another time|"
        "should it happen again) ~6 (?:you|just|press|go|open|try|quote|check|hold|click|look|tap|call|ask) ",
        "next_time future forward from_now if_ another_time should_it",
        unless="(?:i|we) will (?:make|ensure)|you should (?:have|read|be more)|be more careful",
    ),
    rule(
        "teach",
        "teaching: you can do it yourself",
        "(?:you can|you could|you will be able to|it lets you|here is how (?:you|to)|let me show you how|i "
        "(?:can|will) show you how|quick tip|a tip|the trick is|a little trick|the easiest way (?:is )?to|"
        "to (?:do|check|change|stop|avoid|see|track) (?:that|this|it) yourself|easiest is to) ~12 "
        "(?:yourself|on your own|from your phone|in the app|online|any time|next time|under settings|"
        "without (?:calling|having to call|waiting)|at home|directly)",
        "yourself own phone app online any_time next_time settings without home directly",
        unless="look it up|read it|it is (?:all )?on the website|should have",
    ),
    rule(
        "teach",
        "teaching: how to ...",
        "(?:let me|i (?:can|will)|happy to) (?:quickly |also |just )?(?:show|teach|explain to) you (?:how|"
        "where|a (?:quick )?way)|here is how (?:to|you)|(?:keep|save) (?:this|that) (?:for|in case)|that "
        "way you (?:can|will)|so (?:that )?(?:you|it) (?:can|will) ~5 (?:next time|yourself|in (?:the "
        ")?future)",
        "show teach explain here_is_how keep save that_way so_",
    ),
    rule(
        "go_further",
        "further than asked: while I am at it",
        "while (?:i am|we are|i have got) (?:at it|here|in (?:here|your account|there)|on (?:it|your "
        "account))|(?:i|we) (?:have |will |am |can |could )?(?:also |in addition |on top (?:of that )?|as "
        "well )(?:noticed|taken the liberty|checked|went ahead|gone ahead|put a (?:note|flag)|made a note|"
        "set up|removed|turned on|switched|added|moved|upgraded|looked|sent|saved|going to (?:add|put|send|"
        "set|check|make))|taken the liberty|so you do not have to|one more thing (?:i|that|you)|on top of "
        "that|as an extra|just in case i|"
        "you (?:did not|have not) ask\\w* (?:for this |about it |but )*but|before you ask|proactively|to "
        "save you (?:a|the|another|time)|something else (?:i|that) (?:noticed|can|could) ",
        "while_ also addition on_top liberty one_more extra in_case did_not_ask have_not_ask before_you_ask "
        "proactive save_you something_else as_well",
        unless="also (?:sell|interested|buy|sign)|special offer|would you like to (?:add|buy|upgrade)|promotion|"
        "while i am here (?:listening|to help)",
    ),
)
