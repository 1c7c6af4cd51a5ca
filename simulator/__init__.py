"""Angry Caller: practise calming an irate caller, offline and by voice."""
