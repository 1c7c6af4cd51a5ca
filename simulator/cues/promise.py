"""Over-promise: certainty about an outcome that no policy gives, by general wording.

What one scenario forbids to say is matched against its own examples in ``matching``; a hedged estimate is no promise.
"""

from __future__ import annotations

from simulator.cues.phrase import rule

_OUTCOME = (
    "(?:arrives?|be there|be (?:here|fixed|back|working|sorted|resolved|in your|on your|with you|"
    "delivered|done)|have (?:it|the|your|that)|get (?:it|the|your|that|every)|see (?:it|the|your)|"
    "receive|come|comes|works?|lands?|never happen|not happen|happen again|today|tonight|tomorrow|"
    "within|in (?:two|three|one|an|a)|refund|money|fixed|back)"
)

RULES = (
    rule(
        "over_promise",
        "over-promise: guaranteed",
        f"(?:guarantee|guaranteed|guaranteeing) (?:you |it |that |to |a |the |this )*~6 {_OUTCOME}|"
        f"{_OUTCOME} ~6 (?:guaranteed|guarantee it|i guarantee)|(?:i|we) (?:can |will |do |absolutely |"
        "personally )*guarantee",
        "guarantee",
        unless="not (?:\\w+ ){0,3}guarantee|no guarantee|guarantee (?:period|claim|card)|under (?:the )?guarantee|"
        "money back guarantee|warranty",
        possible=True,
    ),
    rule(
        "over_promise",
        "over-promise: I promise it will ...",
        "(?:i|we) (?:can |do |absolutely |personally )*(?:promise|swear|give you my word|bet)(?: you)?(?: "
        f"that)? (?:it|that|this|you|the|your|they|everything|nothing) ~6 {_OUTCOME}",
        "promise swear word bet",
        unless="not (?:\\w+ ){0,3}(?:promise|swear)|no promise",
        possible=True,
    ),
    rule(
        "over_promise",
        "over-promise: definitely, hundred percent",
        "(?:it|that|this|you|the \\w+|your \\w+|they) (?:will|is going to|are going to) (?:definitely|"
        "certainly|absolutely|surely|one hundred percent|hundred percent|without (?:a )?(?:fail|doubt)|for "
        f"sure|no doubt) {_OUTCOME}|(?:it|that|you|they|money|refund) will ~6 (?:for sure|for certain|"
        "without (?:fail|a doubt)|one hundred percent|hundred percent|no matter what|no question|come what "
        "may)",
        "definitely certainly absolutely surely percent without for_sure for_certain no_",
        unless="not|should|might|may|we will (?:look|check)|you will (?:definitely )?(?:get|receive|hear) (?:a|an|"
        "back) (?:email|call|text|answer|update)",
        possible=True,
    ),
)
