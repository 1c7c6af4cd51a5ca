"""Sarcasm: mocking praise or thanks, by its words alone, so never more than *possible*."""

from __future__ import annotations

from simulator.cues.phrase import rule

RULES = (
    rule(
        "sarcasm",
        "sarcasm: thanks for shouting",
        "(?:thank you|thanks|cheers|how kind of you|i (?:do |really )?appreciate) (?:so much |very much |"
        "ever so much |a lot |a bunch )?(?:for |you )?(?:the |your |all (?:the|that) )?(?:shouting|yelling|"
        "screaming|nothing|being (?:so )?(?:rude|difficult|pleasant|charming)|wasting|lecture|insults?|"
        "lovely (?:tone|attitude)|attitude|interrupting|swearing|cursing|telling me how to do|life story|"
        "opinion|sermon|history lesson)|thanks that (?:really|so) helps|that (?:really|so) helps (?:a lot|"
        "thank)",
        "thank cheers kind appreciate helps",
        possible=True,
    ),
    rule(
        "sarcasm",
        "sarcasm: your highness",
        "your (?:highness|majesty|royal \\w+|lordship|ladyship|grace)|(?:yes|sure|right away|of course|as "
        "you wish) (?:boss|master|princess|king|queen)|princess|genius|einstein|sherlock|captain "
        "obvious|smart guy|wise guy|mister perfect|know it all",
        "your_ boss master princess king queen genius einstein sherlock captain smart wise perfect know_it",
        unless="genius bar|your (?:grace period)|queen (?:size|bed)|king (?:size|bed)",
        possible=True,
    ),
    rule(
        "sarcasm",
        "sarcasm: oh great, how terrible for you",
        "(?:oh |well )(?:great|wonderful|lovely|brilliant|perfect|fantastic|bravo|congratulations|poor "
        "(?:you|baby|thing)|boo hoo|what a surprise|here we go|joy|how original)(?= [.?]|$| another| here| "
        "now| you| just| what| the)|(?:boo hoo|cry me a river|poor (?:little )?(?:you|baby)|my heart bleeds|"
        "how (?:terrible|awful|tragic|dreadful|sad) for you|world tiniest|tiny violin|big deal|bless your "
        "heart|i am (?:so )?(?:devastated|heartbroken|crying|shaking|trembling|scared now)|what a tragedy|"
        "you poor (?:thing|darling|soul)|end of the world|first world problem|did not get your|is that "
        "(?:all|it) now|happy now|are we done|nice try|good for you|lucky (?:me|you)|aren t you (?:clever|"
        "special)|are not you (?:clever|special|charming|lovely|a delight|a ray|just)|"
        "what a (?:pleasure|joy|treat|delight) (?:you|to (?:talk|deal|hear|be (?:yelled|shouted|screamed)))|"
        "you are (?:a (?:real )?(?:delight|charmer|joy|treat|ray|pleasure)|so (?:charming|clever|pleasant)|"
        "very (?:clever|funny))|as if (?:i|we) (?:care|have)|clap clap|slow clap|i (?:will|shall) (?:just "
        ")?(?:wave|use) (?:my|a) magic|magic wand|let me just (?:snap|wave)|do you want (?:a )?(?:medal|"
        "cookie|applause)|tell (?:me )?something (?:i do not|new))",
        "oh_ well_ boo cry poor heart how_ tin big_deal bless i_am what_a end_of first_world did_not_get "
        "is_that happy_now are_we nice_try good_for_you lucky clever special charming delight charmer joy "
        "treat ray pleasure funny as_if clap magic snap wave medal cookie applause something",
        unless="oh (?:great|good|perfect|wonderful|lovely) (?:you|the|that) (?:have|is|are|works|found)|not a big "
        "deal|not the end of the world|i do not have a magic|no magic|good for you (?:\\?|on|at)|(?:work|"
        "works|suit|suits|be|is|are|sound|sounds|would be|feel) good for you|(?:time|day|is|works?) (?:\\w+ "
        ")?good for you",
        possible=True,
    ),
)
