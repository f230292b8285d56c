"""The nouns of a course: frozen, validated, without behaviour beyond themselves."""
