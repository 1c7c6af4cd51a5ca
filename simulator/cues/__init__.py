"""What a reply did, with evidence: one behaviour is one cue."""
