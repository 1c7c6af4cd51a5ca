"""Insults: words against the person. Only plain ones, and never on a word that the recogniser was unsure of."""

from __future__ import annotations

from simulator.cues.phrase import rule

_NOUN = (
    "(?:idiots?|morons?|imbeciles?|cretins?|fools?|dumb ?ass|jerk|clowns?|liars?|crook|cheats?|"
    "scammers?|loser|losers|whiner|cry ?baby|lunatic|psycho|pig|cow|witch|bitch|bastard|asshole|"
    "arsehole|dick|prick|"
    "scum|trash|parasite|dimwit|halfwit|numpty|donkey|nutcase|drama queen|karen|brat|pest|nuisance|"
    "piece of (?:work|shit|garbage|trash)|pain in the (?:neck|ass|arse|backside|butt)|joke of a|waste "
    "of (?:space|time|air))"
)
_ADJECTIVE = (
    "(?:stupid|dumb|crazy|insane|pathetic|dense|thick|ignorant|brainless|mental|deranged|nuts|mad as|"
    "disgusting|useless|worthless|clueless|illiterate|moronic|idiotic|cheap|a disgrace|impossible|out "
    "of your mind|unhinged|slow in the head|ridiculous person|senile|hysterical woman)"
)

RULES = (
    rule(
        "insult",
        "insult: you are ... (a name)",
        "(?:you|your) (?:are |re |really |must be |sound like |people are |people |lot are |lot |such |just "
        "|being |all |guys are |customers are |are being |are acting like |act like )*(?:a |an |the |such a "
        "|such an |some kind of |complete |total |absolute |bloody |little |old |stupid |fucking |damn |"
        f"utter |real |right |rude |lying )*{_NOUN}",
        "you",
        unless="(?:you|they) (?:are|were|must) ~4 not|(?:feel|felt|treat\\w*|made|make|making|look) ~3 like|you "
        "(?:called|call|calling) me|not (?:a|an|saying)|(?:call|called|calling) (?:me|us|him|her) ",
    ),
    rule(
        "insult",
        "insult: you are (stupid)",
        "(?:you|your) (?:are|must be|re|sound|people are|lot are|customers are) (?:so |really |just |being |"
        "clearly |obviously |all |too |such |completely |totally |an? |absolutely |very |bloody "
        f")*{_ADJECTIVE}",
        "you",
        unless="not (?:stupid|crazy|mad)|think (?:that )?you are|make you feel|you are not",
    ),
    rule(
        "insult",
        "insult: are you stupid",
        "(?:are|how|were) you (?:really |that |always |just |so |even |actually |being |completely "
        f")*(?:{_ADJECTIVE}|deaf|blind|drunk|high|slow|simple|retarded)|(?:are you|what are you) (?:an? "
        f")?(?:\\w+ )?{_NOUN}|how (?:stupid|dumb|thick) ",
        "you stupid dumb thick",
        unless="how slow|are you (?:high|slow|blind|deaf) (?:on|in|up)",
    ),
    rule(
        "insult",
        "insult: names and curses",
        "(?:shut up|shut your (?:mouth|face|trap|gob)|go to hell|screw you|fuck (?:you|off)|piss off|get "
        "lost|get stuffed|drop dead|bugger off|sod off|up yours|kiss my \\w+|bite me|stupid (?:woman|man|"
        "cow|bitch|question|person|customer|lady|idiot)|silly (?:woman|man|cow|girl|old)|old (?:bat|hag|"
        "fool|cow)|what is wrong with you|are you out of your mind|grow up|you make me sick|you disgust me|"
        "i hate (?:you|people like you|customers)|(?:bloody|damn|fucking|stupid) (?:customers?|idiots?|"
        "people|callers?)|idiot|moron|"
        "learn (?:to read|english|some manners)|can you (?:even )?read|nobody likes you|no wonder (?:nobody|"
        "your|they|people) ~3 (?:like|left|hate)|you people(?= are| make| always| never| disgust| think)|go "
        "(?:away|jump))",
        "shut hell screw fuck piss lost stuffed dead bugger sod yours kiss bite stupid silly old wrong_with "
        "out_of_your grow_up sick disgust hate bloody damn idiot moron learn read nobody wonder you_people "
        "go_",
        unless="(?:not|never|no) (?:a )?(?:stupid|silly) question|get lost (?:in|on)|(?:got|gets|getting) lost|"
        "parcel|(?:old|stupid) (?:system|machine|thing|router)|can you read (?:me|out|the|it|that|your)|go "
        "away (?:on|for|if|within|by|empty)|(?:not|never) (?:just )?go away|you called me|calling me|call "
        "me|to grow up",
    ),
)
