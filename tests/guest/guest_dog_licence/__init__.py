"""A municipality's dispensations from the leash rule (båndtvang): a routine by a third party."""
