"""Paraphrase: plays back what the caller said or wants, in particulars, or checks the understanding of it.

A frame such as "so you ..." or "I understand that you ..." must be followed by particulars: words that are neither a feeling
nor the small change of every call ("this issue", "the inconvenience"). Particulars count inside an empathy or a thanks as well.
"""

from __future__ import annotations

import re

from simulator.cues.candidate import Candidate
from simulator.cues.cue import CueContext
from simulator.cues.phrase import phrase
from simulator.cues.word_kinds import is_content, is_particular
from simulator.cues.word_stems import stem
from simulator.transcript.normalise import MARKS, Normalised
from simulator.transcript.spoken_numbers import NUMBER_WORDS

_NOT_PLAN = (
    "(?! (?:can|could|will|need|should|may|might|must|have to|know|do not (?:have|need|worry)|would "
    "(?:have|need) to|do have|are (?:all set|welcome|good|"
    "entitled|going to (?:get|receive|see|need))|get|then|please|just|simply|want me|the)(?!\\S))"
)

#: In place of a number: any content word behind the frame will do.
_ANYTHING = -100
#: (name, frame, particulars needed behind it). The particulars are counted up to the end of the sentence, at most 22 words.
_FRAMES: tuple[tuple[str, re.Pattern[str], int], ...] = (
    (
        "paraphrase: so you ...",
        phrase(
            "(?:^|okay |right |all right |yes |and |got it |i see |understood |well |wait |hold on )*so "
            "(?:basically |essentially |just |now |then |that is |it is |even though |although |after |when "
            ")?(?:you|your|the|it was|it is|there (?:was|were|is)|they|he|she|nobody|somebody|instead|both|"
            f"because|on|what you|one|two|three|only|we|an?(?= \\w+ \\w+)){_NOT_PLAN}"
        ),
        2,
    ),
    (
        "paraphrase: if I understand you right",
        phrase(
            "(?:(?:if|whether|that) i (?:have )?(?:understand|understood|hear|heard|get|got|followed|am hearing|"
            "am following)|have i (?:got|understood)|did i (?:get|understand)|do i (?:have|understand)|let me "
            "(?:just )?(?:see if i|make sure i|check i|repeat|recap|play|read|say|summarise|get this straight|"
            "get this right|check that i|be sure i|"
            "confirm (?:that )?i|go over what you)|(?:just )?(?:so i am|to be) (?:clear|sure)|so i have|just to "
            "(?:be clear|make sure|confirm|recap|check|summarise|clarify|double check)|to (?:confirm|summarise|"
            "recap|make sure|be clear|clarify|sum up) (?:what you|that you|then|i (?:have|understood|understand|"
            "got)|is it)|"
            "what i am hearing|what i hear|from what (?:i|you)|in other words|am i right|correct me if|as i "
            "understand|my understanding is|i take it|if i am (?:right|hearing|understanding|following)|i want "
            "to (?:make sure|be sure|check) (?:that )?i|do i understand|what you are (?:saying|telling|asking|"
            "describing)|"
            "what you (?:want|need|would like|are after|were promised|really want) is)"
        ),
        2,
    ),
    (
        "paraphrase: it sounds like you ...",
        phrase(
            "(?:sounds|seems|looks|appears) (?:to me )?(?:like|as if|as though|that) (?:you|your|the|they|it|"
            "there|somebody|nobody|we|both|this)"
        ),
        2,
    ),
    (
        "paraphrase: you are saying ...",
        phrase(
            "(?:you are|you were) (?:saying|telling (?:me|us)|calling|looking (?:for|to)|trying to|asking "
            "(?:for|us|me|that|whether|if|about)|after|worried (?:about|that)|unhappy (?:about|with|that)|upset "
            "(?:about|that|because)|ringing|hoping|still (?:waiting|out|without|missing|paying|being)|being "
            "(?:charged|billed|asked|told)|"
            "missing|out of|left (?:with|without)|reporting|disputing|wanting|concerned (?:about|that)|"
            "interested in|having (?:trouble|problems|issues|difficult\\w+) (?:with|getting|logging|to|in|on|"
            "using))(?! right now|\\?)"
        ),
        1,
    ),
    (
        "paraphrase: you mentioned, you said",
        phrase(
            "(?:as |like |and |since |because |now )?you (?:have |had |just |also |already )?(?:mentioned|said|"
            "told (?:me|us)|described|explained|stated|reported|indicated|pointed out|noted)(?! (?:no|nothing|"
            "already|before))"
        ),
        2,
    ),
    (
        "paraphrase: you want ...",
        phrase(
            "(?:^|okay |right |so |understand |see |and |then |basically |now |hear |that )(?:that )?you "
            "(?:just |really |only |still |simply |now |also )*(?:want|wanted|would like|wish|prefer|need|were "
            "hoping|asked for|asked to|asked us)(?! to know if)"
        ),
        2,
    ),
    (
        "paraphrase: you were told ...",
        phrase(
            "(?:^|okay |right |so |yes |and |got it |i see |understood |well |called |times )(?:that )?you "
            "(?:have been |had been |were |were already |were actually |got )(?:told|promised|quoted|assured|"
            "informed|passed|transferred|sent|given|put|left)(?! (?:all set|this email|a link))"
        ),
        _ANYTHING,
    ),
    (
        "paraphrase: you paid, you called ...",
        phrase(
            "(?:^|okay |right |so |yes |and |i see |got it |understood |well )(?:that )?you (?:have |had |never "
            "|did not |still |already |only |even |actually |did |just |were |got |do not |have not |have never "
            "|specifically |were just )*(?:paid|ordered|bought|called|returned|booked|cancelled|received|got|"
            "charged|billed|told|promised|"
            "sent|waited|waiting|been|tried|asked|signed|moved|rang|spoke|spoken|lost|had|received|given|quoted|"
            "expected|went|missed|noticed|saw|found|came|made|left|switched|put|reported|filed|locked|"
            "overcharged|owed|left|stranded|placed|requested|transferred|hung|explained|chased|submitted|"
            "changed|upgraded|needed|filled|took|stayed|sat|stood)(?! (?:all set|a good|you are|you were "
            "(?:able|to)))"
        ),
        2,
    ),
    (
        "paraphrase: inside an empathy",
        phrase(
            "(?:understand|imagine|hear|realise|recognise|gather|acknowledge|(?:see|know|get|appreciate) "
            "(?:that|how|why)|<I> (?:do |can )?(?:know|get)) (?:completely |totally |fully |exactly |now |"
            "clearly |very well |from your (?:message|account|email|post) )?(?:that |how |why |what |about "
            ")?(?:\\w+ ){0,5}?(?:you|your|when|if|having|being|being told|after|because|since|especially|"
            "waiting|paying|losing|(?!anything|something|nothing|everything|morning|evening)\\w+ing)"
        ),
        2,
    ),
    (
        "paraphrase: having to ... must be",
        phrase(
            "(?:having to|having (?:a|your|no|to)|being (?:\\w+ed|told|put|sent|left|made|without)|waiting|"
            "paying|losing|getting|sitting|dealing|explaining|repeating|calling|missing|finding) ~14 (?:must be|"
            "must have been|is so|is really|is very|has to be|would be|sounds|feels) ~3 <FEEL>"
        ),
        -2,
    ),
    (
        "paraphrase: inside an apology",
        phrase(
            "(?:sorry|apologise|apologies|shame|sad|awful|terrible|horrible|frustrating|annoying|disappointing|"
            "upsetting|stressful|hard|unfair|worrying|unacceptable|difficult|exhausting|tiring|maddening|"
            "infuriating|nightmare|pain|inconvenient) (?:to (?:hear|learn|read|see) )?(?:that|about|when|to|for|"
            "if|because|with|after|of|it is|you|your|having|being|the) (?:\\w+)"
        ),
        3,
    ),
    (
        "paraphrase: inside a thanks",
        phrase(
            "(?:thank you|thanks) (?:\\w+ ){0,3}for (?:telling|explaining|letting|sharing|bringing|flagging|"
            "reporting|raising|pointing|describing|being so clear|the (?:detail|explanation)) (?:\\w+ )?(?:\\w+ "
            ")?(?:about|that|how|to our attention)"
        ),
        2,
    ),
    (
        "paraphrase: ... is that right",
        phrase(
            "is that (?:right|correct|it|so|what happened|what you)|did i get that|have i got that|is that "
            "about right|am i getting that|correct \\?|right \\?"
        ),
        0,
    ),
)
#: Within a few words of the frame these show that it is a plan, an instruction or a question and no playback.
_UNLESS = phrase(
    "so you (?:can|will|could|should|do not have)|let us know|if you (?:have|need|want|would)|(?:i|we) "
    "(?:can|will|could) see (?:if|what|whether|about)|to see (?:if|what|whether)|let me see (?:if|what|"
    "whether)|you will (?:get|see|receive)|"
    "so (?:the|your) ~4 (?:will|can|is (?:on its way|all set|done|sorted|ready|fixed))|(?:do|did|can|"
    "could) you (?:see|hear|understand|know)|you (?:will|would) (?:see|hear)|what we (?:want|like)|"
    "(?:would|do) you want|get back|get (?:you|this|that|it) (?:to|fixed|sorted|a)|"
    "i can see (?:your|the) (?:account|order|booking|file|profile|details|payment) (?:here|now|on|in)|"
    "know (?:if|whether|what|where|when you)|how (?:can|may) i"
)
_PLAIN_STOP = phrase(
    "i|<I> (?:will|are going to|can|have|would like)|let (?:me|us)|(?:could|can|would|do|did|are|were|"
    "have) you|(?:may|can|could) i|please|but|however|according|thank|thanks|is there|are there|what|"
    "allow me|our|my"
)


def _tail(text: Normalised, first: int) -> int:
    """Return where the playback that starts behind token ``first`` ends: at a mark, a promise or a question; at most 22
    words on."""
    last = first + (first < len(text.words) and text.words[first] == ".")
    while last < len(text.words) and text.words[last] not in MARKS and last - first < 22:
        last += 1
    piece = " ".join(text.words[first:last])
    stop = _PLAIN_STOP.search(piece)
    return first + piece[: stop.start()].count(" ") if stop else last


def _particulars(text: Normalised, first: int, last: int) -> int:
    return len({stem(word) for word in text.words[first:last] if is_particular(word)})


def _framed(text: Normalised) -> list[Candidate]:
    found: list[Candidate] = []
    for name, frame, needed in _FRAMES:
        for match in frame.finditer(text.text):
            first, last = text.token_range(match.start(), match.end())
            around = " ".join(text.words[max(first - 2, 0) : last + 4])
            if _UNLESS.search(around):
                continue
            if needed == _ANYTHING:
                end = _tail(text, last)
                count, needed_here = sum(is_content(word) for word in text.words[last:end]), 1
            elif needed < 0:
                count, needed_here, end = _particulars(text, first + 1, last), -needed, last
            elif needed == 0:
                before = text.sentence(max(first - 2, 0))[0]
                count, needed_here, end = _particulars(text, before, first), 2, last
            else:
                end = _tail(text, last)
                inner = last - 1 if needed > 1 else last
                count, needed_here = _particulars(text, inner, end), needed
            if count >= needed_here:
                found.append(Candidate("paraphrase", name, "sure", first, end))
                break
    return found


_OWN_VERB = phrase(
    "<I>|let me|my|our|please|would you|could you|can you|will|\\?|reference|ticket|case number|sum up|recap|business days?|working days?"
)


#: A question about something new plays nothing back (contract).
_ASKS = phrase(
    "(?:(?:and|okay|so|thank you|thanks|please|just|now|right|also|but) )*(?:were|was|is|are|did|do|does|have|has|had|which|what|when|who|"
    "where|how|can|could|may|would|will) (?:there|you|it|they|the|your|any|i|we|card|date|much|many|anybody|he|she|that|"
    "is|are|did|was|were)"
)


def _story_played_back(text: Normalised, context: CueContext) -> list[Candidate]:
    """Find a statement without a promise or a question that names three things of this caller's story."""
    if not context.story:
        return []
    found: list[Candidate] = []
    for first, last in text.clauses:
        clause = " ".join(text.words[first : min(last + 1, len(text.words))])
        named = {stem(word) for word in text.words[first:last] if is_particular(word) and stem(word) in context.story}
        # Figures alone tell no story: a reference number may share its digits with one.
        figures = named & NUMBER_WORDS
        if _ASKS.match(clause):
            continue
        if len(named - figures) + min(len(figures), 1) >= 3 and not _OWN_VERB.search(clause):
            found.append(Candidate("paraphrase", "paraphrase: names the caller's story", "sure", first, last))
    return found


def find(text: Normalised, context: CueContext) -> list[Candidate]:
    """Return the places where the trainee plays the problem back."""
    return _framed(text) + _story_played_back(text, context)
