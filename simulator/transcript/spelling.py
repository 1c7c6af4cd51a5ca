"""The tables behind the one spelling for matching: contractions, variants, fillers.

Keys are lower case and carry the plain apostrophe. A value may be several words; all of them then point to the same heard
letters.
"""

from __future__ import annotations

#: Words that carry no meaning here and are left out of the text for matching.
FILLERS = frozenset("um uh er erm ah umm uhm ahem".split())

#: Endings after an apostrophe that stand for a word of their own.
ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}

#: After these words ``'s`` is *is*; elsewhere it marks possession and is dropped.
IS_AFTER = frozenset(
    "it that there what here he she who how where when why this everything something nothing everybody everyone somebody "
    "nobody one anything".split()
)

#: One heard word to the spelling for matching. Own list; British spelling stands for both where they differ.
VARIANTS: dict[str, str] = {
    "ok": "okay",
    "okey": "okay",
    "k": "okay",
    "kk": "okay",
    "o.k": "okay",
    "okie": "okay",
    "apologize": "apologise",
    "apologized": "apologised",
    "apologizing": "apologising",
    "apologizes": "apologises",
    "realize": "realise",
    "realized": "realised",
    "recognize": "recognise",
    "recognized": "recognised",
    "organize": "organise",
    "organized": "organised",
    "organizing": "organising",
    "prioritize": "prioritise",
    "prioritized": "prioritised",
    "summarize": "summarise",
    "empathize": "empathise",
    "sympathize": "sympathise",
    "finalize": "finalise",
    "finalized": "finalised",
    "authorize": "authorise",
    "authorized": "authorised",
    "apologies": "apologies",
    "canceled": "cancelled",
    "canceling": "cancelling",
    "cheque": "check",
    "favor": "favour",
    "honor": "honour",
    "color": "colour",
    "traveling": "travelling",
    "fulfill": "fulfil",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "lemme": "let me",
    "gimme": "give me",
    "kinda": "kind of",
    "dunno": "do not know",
    "cannot": "can not",
    "y'all": "you",
    "ya": "you",
    "u": "you",
    "ur": "your",
    "yr": "your",
    "pls": "please",
    "plz": "please",
    "plss": "please",
    "thx": "thanks",
    "tnx": "thanks",
    "ty": "thank you",
    "thankyou": "thank you",
    "im": "i am",
    "ive": "i have",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "wont": "will not",
    "isnt": "is not",
    "wasnt": "was not",
    "arent": "are not",
    "havent": "have not",
    "hasnt": "has not",
    "couldnt": "could not",
    "shouldnt": "should not",
    "wouldnt": "would not",
    "thats": "that is",
    "whats": "what is",
    "theres": "there is",
    "heres": "here is",
    "youre": "you are",
    "youve": "you have",
    "youll": "you will",
    "weve": "we have",
    "theyre": "they are",
    "theyve": "they have",
    "hows": "how is",
    "shouldve": "should have",
    "couldve": "could have",
    "wouldve": "would have",
    "should've": "should have",
    "won't": "will not",
    "can't": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "ma'am": "madam",
    "mam": "madam",
    "o'clock": "oclock",
    "c'mon": "come on",
    "e-mail": "email",
    "e-mailed": "emailed",
    "emails": "emails",
    "e-mails": "emails",
    "yeah": "yes",
    "yep": "yes",
    "yup": "yes",
    "yea": "yes",
    "nope": "no",
    "nah": "no",
    "&": "and",
    "w/": "with",
    "asap": "as soon as possible",
    "hiya": "hi",
    "hya": "hi",
    "mister": "mr",
    "missus": "mrs",
    "mhm": "mm hm",
    "mm-hm": "mm hm",
    "mm-hmm": "mm hm",
    "mmhm": "mm hm",
    "uh-huh": "uh huh",
    "hmm": "mm",
    "hm": "mm",
    "mmm": "mm",
    "hrs": "hours",
    "hr": "hour",
    "mins": "minutes",
    "min": "minutes",
    "secs": "seconds",
    "sec": "second",
    "wks": "weeks",
    "bucks": "dollars",
    "buck": "dollar",
    "quid": "pounds",
    "usd": "dollars",
    "eur": "euros",
    "gbp": "pounds",
    "%": "percent",
    "postcode": "postcode",
    "id": "id",
    "dm": "dm",
    "pm'd": "messaged",
    "am": "am",
    "tomorow": "tomorrow",
    "tommorow": "tomorrow",
    "recieve": "receive",
    "recieved": "received",
    "refunt": "refund",
    "inconvience": "inconvenience",
    "inconvinience": "inconvenience",
    "appologize": "apologise",
    "appologies": "apologies",
    "apoligize": "apologise",
    "apologise": "apologise",
    "definately": "definitely",
    "unfortunatly": "unfortunately",
    "sari": "sorry",
    "sory": "sorry",
    "sorrry": "sorry",
    "msg": "message",
    "acct": "account",
    "info": "information",
    "mgr": "manager",
    "signalling": "signaling",
    "til": "until",
    "till": "until",
    "cos": "because",
    "cuz": "because",
    "coz": "because",
    "alright": "all right",
    "alrighty": "all right",
    "goodbye": "goodbye",
    "bye-bye": "bye bye",
    "someone": "somebody",
    "anyone": "anybody",
    "everyone": "everybody",
}

#: Words that are spelled as two or as one, joined after the words are known.
PAIRS: dict[tuple[str, str], str] = {
    ("post", "code"): "postcode",
    ("zip", "code"): "postcode",
    ("e", "mail"): "email",
    ("no", "one"): "nobody",
    ("good", "bye"): "goodbye",
    ("led", "me"): "let me",
    ("let", "be"): "let me",
    ("tank", "you"): "thank you",
    ("think", "you"): "thank you",
    ("my", "self"): "myself",
    ("you", "all"): "you",
    ("over", "night"): "overnight",
}


def spell(word: str) -> str:
    """Return the spelling for matching of one heard word in lower case; may be several words, or nothing for a filler."""
    if word in FILLERS:
        return ""
    known = VARIANTS.get(word)
    if known is not None:
        return known
    if "'" not in word:
        return word
    stem, _, ending = word.rpartition("'")
    if word.endswith("n't"):
        return f"{word[:-3]} not"
    if ending in ENDINGS and stem:
        return f"{spell(stem)} {ENDINGS[ending]}"
    if ending == "s" and stem:
        return f"{stem} is" if stem in IS_AFTER else stem
    return word.replace("'", "")
