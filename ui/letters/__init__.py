"""The reminder letter on its page: who is written to, what it says, the files to take away, and minutes of meetings."""
