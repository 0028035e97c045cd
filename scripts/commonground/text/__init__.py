"""What reads plain text: pure functions of strings, the same for every layer."""
