"""Who answers, and the journal that keeps each answer on disk."""
