"""The outside world: microphone, loudspeaker, recogniser and voices. No Qt."""
