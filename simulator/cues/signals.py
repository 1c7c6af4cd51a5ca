"""Signals: listening sounds and invitations to go on, holds, transfers."""

from __future__ import annotations

from simulator.cues.phrase import rule

RULES = (
    rule(
        "signal_listening",
        "listening: mm-hm, go on",
        "(?:mm hm|uh huh|mm mm|go on|go ahead|i am (?:all ears|listening|with you|following)|i hear you|"
        "tell me more|please (?:continue|go on|carry on)|carry on|keep going|take your time|i am still "
        "(?:here|listening)|got it|i (?:do )?see|right i see|understood|i follow|noted)(?! (?:what|that|you|"
        "the|your|a|it|how|why|if|whether|and (?:click|press|open|try|restart|go|select|enter|turn)|in|on|"
        "here|this|from|some|no|with the|there|two|one|when|an))",
        "mm uh go_ i_am i_hear tell please carry keep take i_see i_do understood follow noted got_it",
        unless="(?:can|could|will|would|let me|as|if|to|and|so|you|did) (?:\\w+ )?(?:i|me) (?:do )?see|i will "
        "(?:go|carry)|let me|(?:i|we) (?:will|can|have) (?:go ahead|gone)|gone ahead|what is going on|"
        "(?:can not|not) (?:go on|keep going|see)|going to go|(?:i|you) understood|see (?:you|what)",
    ),
    rule(
        "signal_listening",
        "listening: okay, right",
        "^(?:okay|right|yes|sure|of course|mm|oh|all right|i see)(?: (?:okay|right|yes|mm|sure|i see|mm hm))*(?= [.?]|$)",
        "okay right yes sure of_course mm oh all_right i_see",
    ),
    rule(
        "put_on_hold",
        "hold: put you on hold",
        "(?:put|place|putting|placing|pop|keep) you (?:back )?(?:on|in) (?:a )?(?:brief |short |quick |mute "
        "|little )?(?:hold|the queue|mute)|(?:please|can you|could you|would you|will you|you) (?:\\w+ "
        ")?(?:hold|hang on|stay on the line|bear with me)(?! (?:the|your|down|it|button))|(?:hold|hang) "
        "on(?! to)|hold (?:please|the line|for (?:a|one|me))|(?:one|just a|a|give me a|give me one|just "
        "one) (?:quick |brief )?(?:moment|second|minute|tick)(?: please)?(?= [.?]|$| while| please)|bear "
        "with me|give me (?:a|one|two|just|five|a few|a couple) (?:\\w+ )?(?:moments?|minutes?|seconds?|"
        "ticks?)",
        "hold hang moment second minute tick bear_with stay_on mute queue",
        unless="not (?:put|be putting|going to put|keep) you|have (?:been|had) on hold|(?:been|were|was|waiting|"
        "waited|minutes|hours|kept|keeping|left) (?:\\w+ )?(?:on hold|waiting)|without (?:any )?hold|do not "
        "hang|never put|thank(?:s| you) for (?:holding|bearing|waiting)|hold on to|for bearing|no need to "
        "hold|at the moment",
    ),
    rule(
        "transfer",
        "transfer: put you through",
        "(?:transfer|transferring|connect|connecting|put|putting|patch|patching|pass|passing|hand|handing) "
        "(?:you|your call|this call|the call) (?:\\w+ )?(?:through|over|to (?:a|my|our|the|somebody|another|"
        "someone|billing|sales|tech\\w*|support|complaints|claims)|with (?:a|my|our|the|somebody)|across)",
        "transfer connect put patch pass hand",
        unless="not ~2 (?:transfer|put|connect)|(?:can|will|would|do|could) not|you (?:were|have been|got) "
        "(?:transferred|put|passed)|never transfer|passed (?:around|from)|if (?:i|we) transfer|put you "
        "through (?:all|this|that|so|a lot|such)|instead of",
    ),
)
