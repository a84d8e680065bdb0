"""The routine contact_registration."""
