"""What the linter thinks about a scenario that is spelled rightly: logic, policy, marking, wording."""
