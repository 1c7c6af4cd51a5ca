"""Ordinary rewordings of the example scenario's lists, and near misses that must not match.

Written before the matching was tuned. One table for facts, one for remedies, one for what must never be said.
"""

from __future__ import annotations

FACTS: dict[str, list[str]] = {
    "identity": [
        "What's your zip code, please?",
        "could i get your name and the zip on the bill",
        "Who am I talking to, and what's the ZIP code on file?",
        "i just need your full name and postcode to open the account",
        "Please confirm your first and last name and your billing zip.",
        "so i can pull up your account what is the name and zip code",
        "For security, could you verify your name for me?",
        "Before we talk about the account I have to verify you. Name and ZIP?",
    ],
    "charge_dates": [
        "when were you charged",
        "What day did each of the payments go out?",
        "On what dates were the two payments taken?",
        "do you remember which days we billed you",
        "Can you tell me the dates and the amounts of both charges?",
        "how much was taken and on which day",
        "When did you see the second charge on your account?",
        "what date did the money come out of your account",
    ],
    "card_last4": [
        "what are the last four of your card",
        "Could you read me just the final four digits on the card?",
        "And the card ends in what?",
        "may i have the last four numbers of the card you paid with",
        "Which card did we charge? Only the last four, please.",
        "can you confirm the last 4 digits of the card for me",
        "i only need the last four digits please not the whole card",
        "What does your card number end with?",
    ],
    "prior_contact": [
        "what did we tell you the last time you called",
        "Did you already speak to anybody here about this?",
        "Who did you talk to last time?",
        "have you called us before about this problem",
        "And what did the last agent promise you?",
        "what were you told on the earlier calls",
        "How many times have you called about this already?",
        "did somebody promise you something when you called the first time",
    ],
    "deadline": [
        "when do you need the money by",
        "Is something due that you need this money for?",
        "what makes it so urgent",
        "Do you have a deadline for this?",
        "how does this affect you at the moment",
        "By when do you need to have it back?",
        "can you tell me why this is urgent for you",
        "What date do you need it by?",
    ],
    "bank_fee": [
        "did the bank charge you a fee",
        "Have you had any overdraft fees because of this?",
        "were there any charges from your bank on top",
        "Did it cost you anything at the bank?",
        "has your bank taken a fee for this",
        "What did the overdraft cost you?",
        "was there a late fee or an overdraft charge",
        "Did your bank hit you with any penalties?",
    ],
}

NO_FACT: list[str] = [
    "Is there anything else I can help you with today?",
    "May I put you on hold for a minute?",
    "i can see the two charges on the third and the fourth",
    "Would you like the refund on the same card?",
    "can you hold while i check the account",
    "The last four digits are on the front of the card.",
    "i understand the bank charged you a fee",
    "Your name is on the account already.",
    "how can i help you today",
    "I know when the money left your account.",
    "would four hours be okay for the callback",
    "You told us already what the last agent promised.",
    "What would you like me to do first?",
    "do you have a pen",
    "Does that make sense?",
    "are you still there",
]

OFFERS: dict[str, list[str]] = {
    "refund_rush": [
        "i can do a rush refund to your card in one to two business days",
        "Let me expedite the refund, it'll be back on your card in two days at most.",
        "i am putting the second payment back on your card as a fast refund",
        "What I can do is send the money back to the same card within two business days.",
        "We can refund it the quick way, one or two business days.",
        "i will push the refund through as urgent so it is on your card tomorrow or the day after",
        "I'm going to send the duplicate charge back to your card today as a rush refund.",
        "you will have it back on the card in one to two business days",
    ],
    "refund_standard": [
        "the refund will take five to seven business days",
        "I can put through a normal refund, that takes about a week.",
        "You'll get the money back in 5-7 working days.",
        "i have requested a standard refund it should reach you within seven business days",
        "A regular refund is up to a week.",
        "we will refund you and it takes five to seven days to show up",
        "I'm processing the refund now, you'll see it in about a week.",
        "the standard refund gets to you in seven business days",
    ],
    "fee_review": [
        "i can open a review for the bank fee",
        "Send us the bank statement and I'll pass the fee to our review team.",
        "i will put the overdraft charge forward for review today",
        "The review team can look at that fee and you'd hear back in three business days.",
        "I'll submit your overdraft fee for review.",
        "what i can do is have the fee reviewed if you send the statement",
        "I can't promise the fee, but I can send it to review for you.",
        "we will get our review team to look at what your bank charged",
    ],
    "goodwill_credit": [
        "i would like to take twenty dollars off your next bill",
        "I can give you a $20 credit on the next invoice.",
        "let me put a twenty dollar credit on your account for next month",
        "You'll see twenty dollars off on the coming bill.",
        "how about i knock twenty dollars off your next statement",
        "As a gesture I can credit your next bill with $20.",
        "i am adding a credit of twenty dollars to your next invoice",
        "We can take something off next month's bill.",
    ],
    "supervisor_callback": [
        "my supervisor will call you back this afternoon",
        "I'll get a manager to phone you within four hours.",
        "i can arrange for a team leader to ring you back today",
        "Let me have my manager give you a call in the next four hours.",
        "You'll get a callback from a supervisor today.",
        "i am asking my supervisor to call you",
        "A manager can call you back within four business hours.",
        "would you like a supervisor to call you back",
    ],
    "cash_compensation": [
        "we will pay you two hundred dollars for your trouble",
        "I can pay you something for your time.",
        "i will give you two hundred dollars cash for the stress",
        "Let me compensate you in cash for the stress.",
        "we can give you money for the trouble you had",
        "You'll get two hundred dollars in cash for your time.",
        "i am going to compensate you for your time with two hundred dollars",
        "We'll pay for the stress this caused you.",
    ],
}

NO_OFFER: list[str] = [
    "i can't give you a refund today",
    "Did you already get the refund?",
    "you asked for a supervisor to call you back",
    "We are not able to pay you for your time.",
    "i can not take anything off your bill",
    "What did the supervisor say about the fee?",
    "So you want the refund on your card.",
    "there is nothing i can do about the bank fee",
    "I don't have a supervisor here who could call you back.",
    "i will look at your account now",
    "Let me check your last statement.",
    "I'll need your name and ZIP code.",
    "the refund was never sent",
    "We won't compensate you in cash.",
    "you will have to ask your bank about the fee",
    "I'll stay on the line with you.",
]

NEVER: dict[str, list[str]] = {
    "same_day_promise": [
        "you'll have the money today",
        "I promise the money will be there tonight.",
        "it is guaranteed to be in your account before tomorrow",
        "You will get your money back today, I promise.",
        "the money arrives tonight for sure",
        "It will be on your account today, guaranteed.",
    ],
    "fee_promise": [
        "we will pay the overdraft fee for you",
        "You'll get the thirty-four dollars back, don't worry.",
        "i will refund the overdraft fee",
        "We'll cover what your bank charged you.",
        "do not worry we will pay that fee",
        "I'll give you back the $34 your bank charged.",
    ],
    "whole_card_number": [
        "can you read me the full card number",
        "I need the whole number on your card.",
        "give me all sixteen digits of the card please",
        "What's the complete card number?",
        "please read out the entire number on the card",
        "I'll need the long number across the front of the card.",
    ],
}

NOT_NEVER: list[str] = [
    "i can't promise that you'll have the money today",
    "I won't promise it arrives tonight.",
    "i am sending the refund today it takes one to two business days",
    "You won't have the money today, I want to be honest about that.",
    "we can not pay that overdraft fee",
    "I'll send the overdraft fee to review.",
    "i do not need the full card number just the last four digits",
    "Please don't read me the whole card number.",
    "what are the last four digits of the card",
    "I can't guarantee it will be there before tomorrow.",
    "my supervisor will call you today",
    "The review team may pay the fee.",
    "you will have a confirmation email today",
    "What did your bank charge you?",
    "never give anybody all sixteen digits",
    "I'm not able to refund what your bank charged you.",
]

MUST: dict[str, list[str]] = {
    "timeframe": [
        "that is one to two business days",
        "It'll be there by Friday at the latest.",
        "you will have it within two days",
        "The money is back in 1-2 business days.",
    ],
    "reference": [
        "your reference number is four four one two",
        "Please write down this number.",
        "The case number is 55 21 88.",
        "here is your reference l f two zero nine",
    ],
}

NOT_MUST: list[str] = [
    "do you have a reference number",
    "What's your case number?",
    "i will call you back",
    "You'll get it soon.",
    "what is the number on the card",
]
