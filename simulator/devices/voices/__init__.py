"""Our pyttsx3 drivers and the cast they speak with; pyttsx3 and hibari are imported only here."""
