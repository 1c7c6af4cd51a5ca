"""The caller's engine: one pure function from state and event to state and commands."""
