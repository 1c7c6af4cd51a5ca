"""Greet: a salutation, one's own name or company, "how can I help"."""

from __future__ import annotations

from simulator.cues.phrase import rule

_ELSE = "(?:anything|something|what|how) else|how can i help you if|how can i help you when"

RULES = (
    rule(
        "greet",
        "greeting: hello, good morning",
        "^(?:(?:oh|yes|okay|well|and|a|very) )*(?:hello|hi|hey|howdy|greetings|good (?:morning|afternoon|"
        "evening|day)|morning|afternoon|"
        "evening)(?! (?:are you|can you hear|anybody|is anybody|hello|slot|or|shift|delivery|at|between))",
        "hello hi hey howdy greetings morning afternoon evening good_day",
        unless="hello \\?|are you (?:still )?there|do you hear me",
    ),
    rule(
        "greet",
        "greeting: good morning, anywhere",
        "good (?:morning|afternoon|evening)(?! (?:shift|slot))",
        "good_morning good_afternoon good_evening",
    ),
    rule(
        "greet",
        "greeting: how can I help",
        "(?:how|what) (?:can|may|could|might) (?:i|we) (?:be of |do |help|assist|best help) ~2 (?:help|"
        "assistance|for you|you|today|with)?",
        "how what",
        unless=_ELSE,
    ),
    rule(
        "greet", "greeting: how can I help (short)", "how (?:can|may|could) (?:i|we) (?:help|assist|be of)", "how", unless=_ELSE
    ),
    rule(
        "greet",
        "greeting: you are through to ...",
        "you (?:are|have) (?:now )?(?:through to|speaking (?:with|to)|reached|chatting with|talking (?:to|with))",
        "through_to speaking reached chatting talking",
        unless="who (?:are )?you|you are speaking to me|the person|transfer|somebody who",
    ),
    rule("greet", "greeting: own name", "my name is", "my_name", unless="(?:in|under|put|spell) my name"),
    rule(
        "greet",
        "greeting: this is ... speaking",
        "this is [a-z]+(?: [a-z]+)? (?:speaking|here|from|with|in|at)|it is [a-z]+ (?:speaking|here)|[a-z]+ "
        "speaking|^[a-z]+ here",
        "this_is it_is speaking here",
        unless="(?:are|is|am|was|were|while|when|by|keep|about|who) speaking|this is (?:a|an|the|not|all|what|why|"
        "how|here|something|"
        "coming|taken|your|in|at|from|[a-z]+(?:ing|ed))|(?:over|right|still|down|up|we are|i am) here|you "
        "(?:are|were) speaking",
    ),
    rule(
        "greet",
        "greeting: thank you for calling",
        "(?<![\\s\\S])(?:\\w+ ){0,3}(?:thank you|thanks) (?:so much |very much )?for (?:calling|phoning|"
        "ringing|dialing)(?! (?:back|me|us a))",
        "thank",
        unless="is there anything else|goodbye|have a (?:good|nice|great)|bye",
    ),
    rule(
        "greet",
        "greeting: welcome to ...",
        "^?(?:hello |hi |and )?(?<!are )welcome to (?!keep|call|come|send|try|visit|do|ask)",
        "welcome",
    ),
)
