"""Sentences that look like a behaviour and are none, guard by guard, and some that look like none and are one.

Each row: the guard, the reply, what must not be found, what has to be found.
"""

from __future__ import annotations

TRAPS: list[tuple[str, str, str, str]] = [
    # ---- negation
    ("negation", "I'm not going to apologise for that.", "apologise", ""),
    ("negation", "that was not our mistake", "admit_fault", "blame_others"),
    ("negation", "I don't think we made a mistake here.", "admit_fault", ""),
    ("negation", "we will not be sending a replacement", "offer_remedy take_ownership", ""),
    ("negation", "There will be no refund.", "offer_remedy", ""),
    ("negation", "i can't give you a credit for that", "offer_remedy", ""),
    ("negation", "I won't call you back, sir.", "explain_plan take_ownership", ""),
    ("negation", "We never charged you twice.", "admit_fault", ""),
    ("negation", "i am not transferring you to my supervisor", "escalate", ""),
    ("negation", "I cannot escalate this.", "escalate", ""),
    ("negation", "nobody will ring you back today", "explain_plan", ""),
    ("negation", "I don't understand why you're so upset.", "acknowledge_feeling", ""),
    ("negation", "it's not your fault at all", "blame_caller", ""),
    ("negation", "I'm not saying it's your fault.", "blame_caller", ""),
    ("negation", "i am not telling you to calm down", "calm_down_order", ""),
    ("negation", "I can't promise you'll have it within two days.", "give_timeframe over_promise", ""),
    ("negation", "we do not have another option for you", "offer_options", ""),
    ("negation", "i do not have a reference number for you", "give_reference", ""),
    # ---- harmless negations
    ("harmless", "No problem, I'll send you a new one today.", "", "offer_remedy take_ownership"),
    ("harmless", "don't worry i will call the depot right now", "", "take_ownership"),
    ("harmless", "It's not only late, it's the wrong size, and I'm so sorry about that.", "", "apologise"),
    ("harmless", "I don't blame you, I'd be furious too.", "blame_caller", "acknowledge_feeling"),
    ("harmless", "oh no i am so sorry that happened", "", "apologise"),
    ("harmless", "I can't apologise enough for this mess.", "", "apologise"),
    ("harmless", "no i am really sorry we kept you waiting", "", "apologise"),
    ("harmless", "I won't let this go until it's fixed, I'll chase it myself.", "", "take_ownership"),
    # ---- contrast
    ("contrast", "I understand, but there's nothing I can do.", "acknowledge_feeling", "dismiss"),
    ("contrast", "i understand you are frustrated but that is our policy", "acknowledge_feeling", "policy_shield"),
    ("contrast", "I hear you, but you should have called us earlier.", "acknowledge_feeling", "blame_caller"),
    ("contrast", "I understand how upsetting this is, however we don't refund opened items.", "acknowledge_feeling", ""),
    ("contrast", "I know this is frustrating, but I'm going to fix it right now.", "", "acknowledge_feeling take_ownership"),
    ("contrast", "We can't refund the ticket, but I can move you to tomorrow's train.", "dismiss policy_shield", "set_limit"),
    # ---- non-apologies
    ("non-apology", "I'm sorry if you were offended.", "apologise", "non_apology"),
    ("non-apology", "i am sorry you feel that way", "apologise acknowledge_feeling", "non_apology"),
    ("non-apology", "Sorry, but that's how it works.", "apologise", "non_apology"),
    ("non-apology", "We apologise if this caused any trouble.", "apologise", "non_apology"),
    ("non-apology", "sorry we can't do that", "apologise", ""),
    ("non-apology", "I'm sorry, it's against our policy.", "apologise", "policy_shield"),
    ("non-apology", "sorry but no", "apologise", "non_apology"),
    ("non-apology", "I'm sorry to hear about your broken phone.", "apologise", "acknowledge_feeling"),
    ("non-apology", "sorry there is no way around that rule", "apologise", ""),
    # ---- repair
    ("repair", "Sorry?", "apologise", ""),
    ("repair", "sorry could you repeat the number", "apologise", ""),
    ("repair", "Sorry, I didn't catch your surname.", "apologise", ""),
    ("repair", "sorry what was that", "apologise", ""),
    ("repair", "I'm sorry, I can't hear you very well.", "apologise dismiss", ""),
    ("repair", "sorry to interrupt you", "apologise", ""),
    # ---- self-correction
    ("self-correction", "it left on friday sorry saturday", "apologise", ""),
    ("self-correction", "That's forty, sorry, fifty dollars.", "apologise", ""),
    ("self-correction", "your order sorry i mean your booking is confirmed", "apologise", ""),
    # ---- reported speech
    ("reported", "You said you were sorry, was that the last agent?", "apologise", ""),
    ("reported", "the script says i am sorry for the inconvenience", "apologise", ""),
    ("reported", "My manager told me to say we apologise.", "apologise", ""),
    ("reported", "they told you it was our mistake", "admit_fault", ""),
    ("reported", "I'm supposed to say thanks for your patience, I think.", "apologise", ""),
    ("reported", "he said you would get a refund", "offer_remedy", ""),
    ("reported", "Did the last agent promise you a refund?", "offer_remedy", "ask_fact"),
    ("reported", "so you were told that we would replace it", "offer_remedy", "paraphrase"),
    # ---- sarcasm
    ("sarcasm", "Thanks for shouting at me.", "thank", "sarcasm"),
    ("sarcasm", "oh great here we go again", "thank", "sarcasm"),
    ("sarcasm", "Yes, your highness, right away.", "", "sarcasm"),
    ("sarcasm", "thank you for nothing", "thank", ""),
    ("sarcasm", "Oh, poor baby, did your parcel come a day late?", "acknowledge_feeling", "sarcasm"),
    # ---- thanks that are none
    ("thanks", "Thanks to your bank we now have this mess.", "thank", ""),
    ("thanks", "no thanks we are fine", "thank", ""),
    ("thanks", "I would appreciate it if you stopped yelling.", "thank", "calm_down_order"),
    # ---- questions that ask for no fact
    ("no question", "Is there anything else I can do for you?", "ask_fact", "check_further"),
    ("no question", "may i put you on a brief hold", "ask_fact", "put_on_hold"),
    ("no question", "Can you hold the line for a minute?", "ask_fact", ""),
    ("no question", "could you please restart the router", "ask_fact", ""),
    ("no question", "Would you like the refund or a new one?", "ask_fact", "offer_options offer_remedy"),
    ("no question", "does that work for you", "ask_fact", ""),
    ("no question", "Can you hear me?", "ask_fact", ""),
    ("no question", "how can i help you", "ask_fact", "greet"),
    ("no question", "What do you want me to do about it?", "ask_fact", "dismiss"),
    ("no question", "i see what happened here", "ask_fact", ""),
    # ---- wishes and might-have-beens
    ("wish", "I wish I could refund you.", "offer_remedy", ""),
    ("wish", "if i could i would send you a new one", "offer_remedy", ""),
    ("wish", "We could have sent a replacement last week.", "offer_remedy", ""),
    ("wish", "I was going to call you back.", "explain_plan", ""),
    # ---- bare and idle words
    ("bare", "I understand.", "acknowledge_feeling", ""),
    ("bare", "okay i understand that", "acknowledge_feeling paraphrase", ""),
    ("bare", "Happy to help!", "take_ownership", ""),
    ("bare", "one moment please", "take_ownership", ""),
    ("bare", "We're here to help.", "take_ownership", ""),
    ("bare", "send us a note", "take_ownership ask_fact", ""),
    ("bare", "We'll see what we can do about a refund.", "offer_remedy", ""),
    ("bare", "it will be there soon", "give_timeframe", ""),
    ("bare", "there seems to be an issue with the order", "admit_fault", ""),
    ("bare", "I will check with my colleague.", "escalate", ""),
    ("bare", "you have been waiting for two days", "give_timeframe", ""),
    ("bare", "My name is Dana, how can I help?", "use_name", "greet"),
]

#: Lists of key words: no cue may be found in them.
LISTS: list[str] = [
    "sorry refund apology understand manager credit",
    "refund replace credit discount voucher manager supervisor",
    "sorry sorry sorry sorry sorry",
    "apologise understand frustrating refund replacement supervisor thanks anything else",
    "Sorry, apology, empathy, refund, ownership, timeline, escalate, thanks.",
    "understand frustration apologise mistake refund today supervisor reference thank goodbye",
    "refund refund refund now refund money",
    "sorry mistake fault responsibility refund credit options plan tomorrow reference",
    "hello sorry understand question paraphrase ownership remedy options plan thanks",
    "manager supervisor specialist escalate transfer callback refund apology",
    "empathy, apology, refund, voucher, discount, callback, recap, thank you",
    "sorry frustrated refund sorry frustrated refund sorry frustrated refund",
]

#: Long and short honest replies that are no lists, dense as they are.
HONEST: list[str] = [
    "Sorry about that, thanks, anything else?",
    "Thanks Tom, I'm sorry, I'll refund you today.",
    "Next, our billing team will review the meter readings. That usually takes 48 hours.",
    "full name post code and date of birth please",
    "i am so sorry i will send a replacement today and refund the delivery fee is that okay",
    "Order number, please?",
    "Afternoon, Ridgeway Motors, Carla speaking.",
]
