"""What was said: words with times, and how heard text is made comparable."""
