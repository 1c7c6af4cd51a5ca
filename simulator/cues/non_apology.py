"""Non-apologies: "sorry if", "sorry you feel", "sorry but"."""

from __future__ import annotations

from simulator.cues.phrase import rule

RULES = (
    rule(
        "non_apology",
        "non-apology: sorry if",
        "(?:sorry|apologi[sz]e|apologies|apology) (?:for (?:it|that|this|any \\w+) )?if(?! (?:i|we) (?:may|can|could))",
        "if",
    ),
    rule(
        "non_apology",
        "non-apology: sorry you feel that way",
        "(?:sorry|regret|apologise|apologies) (?:that |for (?:how |the way )?|to hear (?:that )?)?(?:you "
        "(?:may |might |still )?(?:feel|felt|think|see it|took (?:it|offen[sc]e)|took that|were offended|"
        "are offended|found it|believe|got upset|are (?:feeling|so (?:upset|angry|sensitive))|misunderstood|"
        "did not understand)|how you feel|the way you feel|your feelings)",
        "you your",
    ),
    rule(
        "non_apology",
        "non-apology: sorry but",
        "(?:sorry|apologise|apologies|regret) (?:about (?:that|this) |for (?:that|this) |sir |madam "
        ")?but(?! (?:i|we) (?:will|am going to|are going to|want|have (?:already|just|now)|can "
        "(?!not)\\w+))",
        "but",
    ),
    rule(
        "non_apology",
        "non-apology: sorry, with a refusal",
        "sorry (?:sir |madam )?(?:(?:i|we) (?:can not|do not (?:do|offer|make|give|refund|take)|are not "
        "(?:able|allowed)|am not (?:able|allowed)|are unable|am unable|will not|have no)|(?:that|it|this) "
        "is (?:not (?:possible|allowed|something)|(?:our|the|company|just) policy)|there is nothing|policy|"
        "no (?:refunds?|exceptions?))",
        "sorry",
        unless="can not (?:hear|see|understand|find|quite)",
    ),
    rule(
        "non_apology",
        "non-apology: I already said sorry",
        "(?:i|we) (?:have )?(?:already )?(?:said|say|told you) (?:i (?:am|was) |we (?:are|were) "
        ")?(?:already )?sorry(?: (?:already|okay|what|once|so|did))|how many times ~5 (?:sorry|apologise)|"
        "what more do you want|sorry (?:okay|all right|happy now|is that (?:enough|better))|mistakes "
        "(?:were made|happen)",
        "sorry apologise more mistakes",
    ),
)
