"""What synthetic trainees say where the scenario brings no words of its own: plain sentences, by skill and by fault.

Several wordings each, drawn by seed. ``{name}`` is the caller's first name, ``{company}`` the company.
"""

from __future__ import annotations

from collections.abc import Mapping

SKILLS: Mapping[str, tuple[str, ...]] = {
    "greet": (
        "Good morning, thank you for calling customer service, my name is Alex, how can I help you today?",
        "Hello, you are speaking with Alex in the billing team, what can I do for you?",
        "Good afternoon, this is Alex, how may I help you?",
    ),
    "acknowledge_feeling": (
        "I can hear how frustrating this has been for you, and anybody would be upset.",
        "That must have been a really worrying few days, and I understand why you are angry.",
        "I am sorry to hear that, nobody should have to go through this.",
    ),
    "take_ownership": (
        "I am going to take care of this for you myself.",
        "I will stay with this until it is solved.",
        "I will personally make sure that this is put right.",
    ),
    "apologise": (
        "I am really sorry for the trouble that we have caused you.",
        "I apologise for the time that this has cost you.",
    ),
    "admit_fault": (
        "This was our mistake and we should have caught it.",
        "We got this wrong, and that is our fault.",
    ),
    "explain_plan": (
        "Here is what I am going to do. First I will enter it while you are on the line, then I will check that it went through.",
        "The next step is that I put this into the system now, and after that you will get a message from us.",
    ),
    "give_timeframe": ("It will be done within two days.", "You will hear from us by tomorrow evening."),
    "give_reference": (
        "Your reference number is four seven two nine one.",
        "Please write down this number, it is four seven two nine one.",
    ),
    "check_further": ("Is there anything else that I can help you with today?", "Do you have any other questions for me?"),
    "thank": ("Thank you for your patience.", "Thank you for giving us the chance to put this right."),
    "set_limit": (
        "I am not able to do that, and I will not pretend otherwise, but what I can do is help you with the rest right now.",
        "I cannot offer you that, and I want to be honest about it, but I can find another way to help you.",
    ),
    "offer_options": (
        "You can choose, I can do it right now or call you back this afternoon, which would you prefer?",
        "There are two ways to do this, now on the phone or later by email, which one suits you better?",
    ),
    "escalate": ("I will bring in my manager, who will look at this with you.",),
    "use_name": ("Thank you, {name}.",),
    "signal_listening": ("I see, please go on.", "I am listening, go on."),
    "say_goodbye": ("Thank you for calling, goodbye.",),
    "teach": ("Next time you can see both payments yourself in the app under billing.",),
    "transfer": ("I am putting you through to my manager now.",),
    "put_on_hold": ("Please hold the line for a moment.",),
    "end_call": ("I am going to end this call now.",),
    "go_further": ("I have also put a note on your account so that you never have to explain this again.",),
}

FAULTS: Mapping[str, tuple[str, ...]] = {
    "calm_down_order": ("You need to calm down.", "Please calm down, there is no need to shout."),
    "blame_caller": (
        "Well, you should have read the contract before you signed it.",
        "That is your own fault, you must have pressed the button twice.",
    ),
    "policy_shield": ("That is just our policy.", "The policy is the policy, I can not change it."),
    "dismiss": ("That is not my problem.", "There is nothing I can do for you, it is all on the website."),
    "insult": ("You are an idiot.", "You are being stupid."),
    "sarcasm": ("Oh, congratulations, you have found a problem.", "Well, good for you."),
    "non_apology": ("I am sorry that you feel that way.", "I am sorry if you see it like that."),
    "over_promise": ("I promise you that this will never happen again.", "I promise that you will have it today, guaranteed."),
    "blame_others": ("Your bank made that mistake, go and talk to them.", "That was the other department, it is their fault."),
}
