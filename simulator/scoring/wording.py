"""The words that stand for ids wherever people read: label, cause and tag of every skill, fault and call signal.

One table for the report, the command line and the windows, so that the same thing is called the same everywhere. A label
heads a row of the card ("Named her feeling"), a cause says why the temper moved ("you named her feeling"), a tag is the chip
under a reply ("Named the feeling"). They say what was done; none of them calls the trainee anything.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scoring.finding import Finding, Outcome
from simulator.scoring.pronouns import THEY, Pronoun, fill, known_pronoun

#: Id -> (label, cause, tag), with ``{they} {them} {their}`` for the caller.
_WORDS: Mapping[str, tuple[str, str, str]] = {
    "greet": ("Opened with a greeting", "you greeted {them}", "Greeted"),
    "stay_calm": ("Stayed calm", "you stayed calm", "Stayed calm"),
    "let_vent": ("Let {them} vent", "you let {them} finish", "Let {them} finish"),
    "signal_listening": ("Showed you were listening", "you showed that you were listening", "Listening"),
    "use_name": ("Used {their} name", "you used {their} name", "Used {their} name"),
    "acknowledge_feeling": ("Named {their} feeling", "you named {their} feeling", "Named the feeling"),
    "apologise": ("Apologised", "you apologised", "Apologised"),
    "admit_fault": ("Said whose mistake it was", "you said whose mistake it was", "Said whose mistake it was"),
    "ask_fact": ("Asked for the facts", "you asked what you needed to know", "Asked for a fact"),
    "paraphrase": ("Repeated {their} story", "you repeated {their} problem back", "Repeated {their} story"),
    "take_ownership": ("Took it on yourself", "you took it on yourself", "Took it on"),
    "offer_remedy": ("Offered a remedy", "you offered a remedy", "Offered a remedy"),
    "fair_remedy": ("Fair remedy", "the remedy was fair", "Fair remedy"),
    "offer_options": ("Offered a choice", "you offered a choice", "Offered a choice"),
    "explain_plan": ("Said what happens next", "you said what happens next", "Said what happens next"),
    "give_timeframe": ("Said by when", "you said by when", "Said by when"),
    "no_blame": ("Blamed nobody", "you blamed nobody", "Blamed nobody"),
    "not_dismissive": ("Took {them} seriously", "you took {them} seriously", "Took {them} seriously"),
    "not_robotic": ("Used your own words", "you used your own words", "Own words"),
    "right_order": ("Listened before solving", "you listened before solving", "Listened first"),
    "escalate": ("Passed it on when needed", "you brought in somebody who can act", "Passed it on"),
    "keep_moving": ("Kept the call moving", "you kept the call moving", "Kept moving"),
    "check_further": ("Asked if anything else was open", "you asked if anything else was open", "Anything else?"),
    "thank": ("Thanked {them}", "you thanked {them}", "Thanked {them}"),
    "set_limit": ("Said no with a reason", "you said no with a reason", "Said no with a reason"),
    "teach": ("Showed what helps next time", "you showed what helps next time", "Showed what helps"),
    "go_further": ("Did more than asked", "you did more than asked", "Did more than asked"),
    "give_reference": ("Gave a reference", "you gave a number to quote", "Gave a reference"),
    "recap": ("Said the plan once more", "you said the plan once more", "Said the plan again"),
    "blame_caller": ("Put the fault on {them}", "the fault was put on {them}", "Fault put on {them}"),
    "blame_others": ("Put the fault on others", "the fault was put on others", "Fault put on others"),
    "dismiss": ("Turned {them} away", "{they} heard no help in it", "Turned away"),
    "policy_shield": ("Pointed at the rules", "you pointed at the rules", "Pointed at the rules"),
    "calm_down_order": ("Told {them} to calm down", "you told {them} to calm down", "Told to calm down"),
    "non_apology": ("An apology with an if or a but", "the apology had an if or a but", "Sorry with an if or a but"),
    "insult": ("Words against the person", "words against the person were heard", "Words against the person"),
    "sarcasm": ("Mocking words", "it sounded like mocking", "Mocking words"),
    "over_promise": ("Promised more than is certain", "you promised more than is certain", "Promised too much"),
    "forbidden_offer": ("Offered what is not allowed", "you offered what is not allowed", "Not allowed"),
    "ask_again": ("Asked again", "asked before", "Asked before"),
    "robotic": ("Said the same sentence again", "you said the same sentence again", "Same sentence again"),
    "interrupt": ("Spoke over {them}", "you spoke over {them}", "Spoke over {them}"),
    "dead_air": ("A long silence", "nobody spoke for a long while", "Long silence"),
    "raise_voice": ("Louder than your own baseline", "you were louder than your own baseline", "Louder"),
    "skip_verification": ("Details before the check", "account details came before the check", "Details before the check"),
    "put_on_hold": ("Put {them} on hold", "you put {them} on hold", "On hold"),
    "transfer": ("Passed the call on", "you passed the call on", "Passed the call on"),
    "end_call": ("Ended the call", "you ended the call", "Ended the call"),
    "say_goodbye": ("Said goodbye", "you said goodbye", "Goodbye"),
    # What moves the temper outside the words of a reply.
    "unsolved": ("Time without a plan", "time passed and nothing was settled", "Time passed"),
    "silence": ("Silence", "nobody spoke", "Silence"),
    # What stands in a report in place of a measure of the voice, so that its figures add up.
    "not_shared": ("Not shared", "something that is not shared here", "Not shared"),
}

#: Rows that are kept or lost, not heard or unheard.
_KEPT = frozenset({"keep_moving", "no_blame", "not_dismissive", "not_robotic", "stay_calm"})


def label(what: str, pronoun: Pronoun | str = THEY) -> str:
    """Return the heading of a row or fault; an id that is not ours is returned as words."""
    return _words(what, 0, pronoun)


def cause_sentence(what: str, pronoun: Pronoun | str = THEY) -> str:
    """Return why the temper moved, to stand after the arrow and the points ("you repeated her problem back")."""
    return _words(what, 1, pronoun)


def tag(what: str, pronoun: Pronoun | str = THEY) -> str:
    """Return the chip under a reply ("Asked before")."""
    return _words(what, 2, pronoun)


def _words(what: str, which: int, pronoun: Pronoun | str) -> str:
    """``pronoun``: the caller's, or the scenario's ``pronouns`` as they are written ("she/her")."""
    found = _WORDS.get(what)
    known = pronoun if isinstance(pronoun, Pronoun) else known_pronoun(pronoun) or THEY
    return fill(found[which], known) if found else what.replace("_", " ").replace("-", " ")


def moment(ms: int) -> str:
    """Return a time of the call, ``3:42``."""
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    return f"{minutes}:{seconds:02d}"


def seconds(ms: int) -> str:
    """Return a length in seconds with one decimal, rounded half up: ``1.4 s``."""
    tenths = (max(ms, 0) + 50) // 100
    return f"{tenths // 10}.{tenths % 10} s"


#: How an outcome is called where the row itself says no more.
OUTCOME_WORDS: Mapping[Outcome, str] = {
    "met": "met",
    "partly": "partly",
    "missed": "not heard",
    "not_applicable": "does not apply",
    "could_not_tell": "could not tell",
}


def outcome_word(finding: Finding) -> str:
    """Return how a row came out, in a word or two: "met", "partly", "not heard", "too little"."""
    if finding.outcome == "not_applicable" and finding.id == "escalate":
        return "not needed"
    if finding.outcome != "missed":
        return OUTCOME_WORDS[finding.outcome]
    if finding.id == "fair_remedy":
        return finding.evidence[0].note.split(":")[0] if finding.evidence else "none agreed"
    if finding.id == "right_order":
        return "solved first" if finding.evidence else "no offer"
    return "hardly" if finding.id in _KEPT else OUTCOME_WORDS["missed"]


def shown(finding: Finding) -> str:
    """Return the few words at the right of a row: when it was heard, else how it came out ("0:52", "partly", "not heard")."""
    if finding.outcome != "met":
        return outcome_word(finding)
    if finding.id == "fair_remedy":
        return "within policy"
    best = max((each.credit for each in finding.evidence), default=0)
    first = next((each for each in finding.evidence if each.credit == best), None)
    return moment(first.from_ms) if first is not None and best else "yes"
