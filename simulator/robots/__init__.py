"""Synthetic trainees: bots that play a scenario without a person."""
