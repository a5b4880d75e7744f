"""The page Data · Impor in its parts: a file in numbered steps, the history of batches, and templates."""
